import type { Span } from "../../../src/record/index.ts"

/** Indices of the spans in reading order: by start, the longer first. */
export const readingOrder = (spans: readonly Span[]): number[] =>
  spans
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [spans[a], spans[b]]
      if (one === undefined || other === undefined) return a - b
      return one.start - other.start || other.end - one.end || a - b
    })

/** The id before or after the current one; the first where there is none yet, the same at either end. */
export function stepFrom(
  ids: readonly string[],
  current: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current)
  if (at === -1) return step === 1 ? ids[0] : ids.at(-1)
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)]
}
