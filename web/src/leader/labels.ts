import type { Size } from "../atlas/view.ts"

interface Labelled {
  readonly name: string
  readonly at: readonly [number, number]
  readonly weight: number
}

interface Label {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly anchor: "start" | "end"
}

const LETTER = 6.4
const LINE = 14
const GAP = 8

/** Names beside their points, those of most weight first; a name that would cover another is left out. */
export function placeLabels(points: readonly Labelled[], { width, height }: Size): Label[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  const labels: Label[] = []
  for (const { name, at } of [...points].sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))) {
    const [x, y] = at
    const long = name.length * LETTER
    for (const anchor of ["start", "end"] as const) {
      const left = anchor === "start" ? x + GAP : x - GAP - long
      const box = { left, right: left + long, top: y - LINE / 2, bottom: y + LINE / 2 }
      const inside = left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
      const free = taken.every(
        (other) =>
          box.right < other.left ||
          other.right < box.left ||
          box.bottom < other.top ||
          other.bottom < box.top,
      )
      if (!inside || !free) continue
      taken.push(box)
      labels.push({ name, x: anchor === "start" ? x + GAP : x - GAP, y: y + 4, anchor })
      break
    }
  }
  return labels
}
