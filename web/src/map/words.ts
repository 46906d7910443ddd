import type { MapPlace } from "../../../src/view/map-page.ts"
import { counted } from "../wording/numbers.ts"
import { QUAD_ORDER } from "../wording/quads.ts"

/** "12 happenings: 7 verbal cooperation, 5 material conflict". */
export function countWords({ happenings, byQuad }: Pick<MapPlace, "happenings" | "byQuad">): string {
  const parts = QUAD_ORDER.flatMap((quad) => (byQuad[quad] === 0 ? [] : `${byQuad[quad]} ${quad}`))
  return `${counted(happenings, "happening")}: ${parts.join(", ")}`
}
