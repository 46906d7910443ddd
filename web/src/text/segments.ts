import type { Span } from "../../../src/record/index.ts"

/** A stretch of text over which the same spans lie; `spans` are indices into the given list, in its order. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly spans: readonly number[]
}

/**
 * Cuts `text` from `within.start` to `within.end` wherever a span begins or ends. The segments' texts joined are exactly
 * that stretch, and the segments of one span joined are exactly its words (offsets UTF-16, end exclusive).
 */
export function segmentText(text: string, spans: readonly Span[], within: Span): Segment[] {
  const inside = spans
    .map((span, index) => ({
      start: Math.max(span.start, within.start),
      end: Math.min(span.end, within.end),
      index,
    }))
    .filter(({ start, end }) => start < end)
  const cuts = new Set([within.start, within.end])
  for (const { start, end } of inside) cuts.add(start).add(end)
  const bounds = [...cuts].sort((a, b) => a - b)
  return bounds.slice(1).map((end, at) => {
    const start = bounds[at] ?? end
    const over = inside.filter((span) => span.start <= start && end <= span.end)
    return { start, end, text: text.slice(start, end), spans: over.map(({ index }) => index) }
  })
}
