import type { Quad } from "../../../src/record/index.ts"
import { QUAD_ORDER, quadKey } from "../wording/quads.ts"

/** Happenings by quad class as one stacked bar, cooperative deeds first. */
export function QuadBar({ byQuad }: { readonly byQuad: Readonly<Record<Quad, number>> }) {
  const words = QUAD_ORDER.filter((quad) => byQuad[quad] > 0).map((quad) => `${byQuad[quad]} ${quad}`)
  return (
    <span className="quad-bar" role="img" aria-label={words.join(", ") || "none"} data-tip={words.join("\n")}>
      {QUAD_ORDER.map(
        (quad) =>
          byQuad[quad] > 0 && (
            <span key={quad} className={`fill-${quadKey(quad)}`} style={{ flexGrow: byQuad[quad] }} />
          ),
      )}
    </span>
  )
}
