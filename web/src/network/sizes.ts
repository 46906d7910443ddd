import { type ShownNetwork, weightOn } from "./shown.ts"

/** Pixels. */
const WIDTHS = { least: 1.2, most: 11 }
const RADII = { least: 4, most: 17 }

/** Widths of ties and radii of states: area and width grow with the root, so that the weak stay in sight. */
export function sizesOf({ states, ties }: ShownNetwork) {
  const heaviest = Math.max(1e-9, ...ties.flatMap(({ cooperation, conflict }) => [cooperation, conflict]))
  const greatest = Math.max(1e-9, ...states.map((state) => weightOn("both", state)))
  const between = ({ least, most }: typeof WIDTHS, part: number): number =>
    least + (most - least) * Math.sqrt(Math.max(0, Math.min(1, part)))
  return {
    width: (weight: number): number => between(WIDTHS, weight / heaviest),
    radius: (state: { readonly cooperation: number; readonly conflict: number }): number =>
      between(RADII, weightOn("both", state) / greatest),
  }
}

/** The sides of a tie that are drawn. */
export const LINES = ["cooperation", "conflict"] as const
