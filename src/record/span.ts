/** A stretch of an article's text. Offsets are UTF-16 code units, end exclusive: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with its words; `article.text.slice(start, end) === text`. */
export interface TextSpan extends Span {
  readonly text: string
}

/** True where the two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** True where `inner` lies inside `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** Cuts the span's words out of the text. */
export const textSpan = (text: string, start: number, end: number): TextSpan => ({
  start,
  end,
  text: text.slice(start, end),
})
