/** A mark put in place: how many marks lie below it at about the same x. */
export interface Stacked<T> {
  readonly mark: T
  readonly x: number
  readonly level: number
}

/**
 * Stacks marks so that none covers another: each goes to the lowest level whose last mark ends before it begins.
 * Marks are taken from left to right; `size` is a mark's width with its gap, in pixels.
 */
export function stackMarks<T>(marks: readonly T[], xOf: (mark: T) => number, size: number): Stacked<T>[] {
  const placed = marks.map((mark) => ({ mark, x: xOf(mark) })).sort((a, b) => a.x - b.x)
  const ends: number[] = []
  return placed.map(({ mark, x }) => {
    let level = ends.findIndex((end) => end <= x)
    if (level === -1) level = ends.length
    ends[level] = x + size
    return { mark, x, level }
  })
}

/** Keeps what fits under `levels`, and counts the rest where it would have stood. */
export function foldStack<T>(
  stacked: readonly Stacked<T>[],
  levels: number,
  size: number,
): { readonly shown: readonly Stacked<T>[]; readonly rest: readonly { x: number; count: number }[] } {
  const shown = stacked.filter(({ level }) => level < levels)
  const rest: { x: number; count: number }[] = []
  for (const { x, level } of stacked) {
    if (level < levels) continue
    const last = rest.at(-1)
    if (last !== undefined && x - last.x < size * 3) last.count++
    else rest.push({ x, count: 1 })
  }
  return { shown, rest }
}
