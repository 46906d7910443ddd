import type { Hint } from "./hints.ts"
import { linkDensity, type Measures } from "./measures.ts"
import type { PageElement, PageTree } from "./page-tree.ts"

/** Shorter runs of text say nothing of where the article is, in characters. */
const SHORTEST_PARAGRAPH = 25
/** A paragraph speaks for the elements around it, this many levels up. */
const LEVELS = 5
const LONG_CHARS = 100
const MOST_FOR_LENGTH = 3

const BASE: ReadonlyMap<string, number> = new Map([
  ["div", 5],
  ["article", 5],
  ["pre", 3],
  ["td", 3],
  ["blockquote", 3],
  ...["address", "ol", "ul", "dl", "dd", "dt", "li", "form"].map((tag) => [tag, -3] as const),
  ...["h1", "h2", "h3", "h4", "h5", "h6", "th"].map((tag) => [tag, -5] as const),
])

export interface Scores {
  /** By index; NaN for what no paragraph spoke for. */
  readonly score: Float64Array
}

const PARAGRAPH_TAGS: ReadonlySet<string> = new Set(
  "p div section article main td pre blockquote h2 h3 h4 h5 h6 body center".split(" "),
)

/**
 * Scores the elements that hold paragraphs: each paragraph gives to its container one point, one for each comma and one for each
 * hundred characters, half of it to the container's parent, and less further up; links take their share away. After the
 * method of Arc90's Readability, over measures taken once.
 */
export function scoreContainers(
  { elements }: PageTree,
  left: Uint8Array,
  measures: Measures,
  hintOf: ((element: PageElement) => Hint) | undefined,
): Scores {
  const score = new Float64Array(elements.length).fill(Number.NaN)
  for (const element of elements) {
    const { index, tag } = element
    const chars = measures.ownChars[index]!
    if (left[index] !== 0 || chars < SHORTEST_PARAGRAPH || !PARAGRAPH_TAGS.has(tag)) continue
    const given = 2 + measures.ownCommas[index]! + Math.min(Math.floor(chars / LONG_CHARS), MOST_FOR_LENGTH)
    // Text that stands directly beside blocks has the element itself as its container.
    let container = measures.hasBlock[index] === 1 && tag !== "p" ? element : element.parent
    for (let level = 0; level < LEVELS && container !== undefined; level++, container = container.parent) {
      const at = container.index
      if (Number.isNaN(score[at]!))
        score[at] = (BASE.get(container.tag) ?? 0) + (hintOf?.(container).weight ?? 0)
      score[at]! += given / (level === 0 ? 1 : level === 1 ? 2 : level * 3)
    }
  }
  for (let index = 0; index < score.length; index++)
    if (!Number.isNaN(score[index]!)) score[index]! *= 1 - linkDensity(measures, index)
  return { score }
}
