import type { Span } from "../../../src/record/index.ts"

/**
 * Gives each span the lowest layer (from 0) that no span overlapping it has taken: earlier spans first, longer before
 * shorter at one start. Underlines drawn by layer never hide one another.
 */
export function layersOf(spans: readonly Span[]): number[] {
  const order = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.index - b.index)
  const layers = new Array<number>(spans.length).fill(0)
  const ends: number[] = []
  for (const { span, index } of order) {
    let layer = ends.findIndex((end) => end <= span.start)
    if (layer === -1) layer = ends.length
    ends[layer] = span.end
    layers[index] = layer
  }
  return layers
}
