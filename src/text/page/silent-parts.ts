/** A page's markup without what no reader sees, and the JSON-LD blocks that stood in it. */
export interface VisibleMarkup {
  readonly markup: string
  readonly linkedData: readonly string[]
}

/** Elements whose whole content is passed over before any tag in it is looked at: most of a news page's bytes. */
const OPENING = /<(?:!--|(script|style|svg|noscript|template|iframe|math)(?=[\s>/]))/gi
const CLOSING: Readonly<Record<string, RegExp>> = Object.fromEntries(
  ["script", "style", "svg", "noscript", "template", "iframe", "math"].map((tag) => [
    tag,
    new RegExp(`</${tag}[^>]*>?`, "gi"),
  ]),
)
const LINKED_DATA_TYPE = /^[^>]{0,500}\btype\s*=\s*["']?application\/ld\+json/i

/** The end of what opens at `opened`, and where its content ends; the page's end where it is never closed, as in browsers. */
function closingOf(
  html: string,
  opened: number,
  tag: string,
): { readonly content: number; readonly end: number } {
  const closing = CLOSING[tag]!
  closing.lastIndex = opened
  const found = closing.exec(html)
  return found === null
    ? { content: html.length, end: html.length }
    : { content: found.index, end: closing.lastIndex }
}

/** Cuts comments, scripts, styles and drawings out of a page, and keeps its JSON-LD. Takes time in proportion to the page. */
export function visibleMarkup(html: string): VisibleMarkup {
  const pieces: string[] = []
  const linkedData: string[] = []
  let kept = 0
  OPENING.lastIndex = 0
  for (let found = OPENING.exec(html); found !== null; found = OPENING.exec(html)) {
    pieces.push(html.slice(kept, found.index))
    const tag = found[1]?.toLowerCase()
    if (tag === undefined) {
      const end = html.indexOf("-->", found.index + 2)
      kept = end === -1 ? html.length : end + 3
    } else {
      const { content, end } = closingOf(html, OPENING.lastIndex, tag)
      const opening = html.slice(OPENING.lastIndex, Math.min(content, OPENING.lastIndex + 600))
      if (tag === "script" && LINKED_DATA_TYPE.test(opening))
        linkedData.push(html.slice(html.indexOf(">", OPENING.lastIndex) + 1, content))
      kept = end
    }
    OPENING.lastIndex = kept
  }
  pieces.push(html.slice(kept))
  return { markup: pieces.join(""), linkedData }
}
