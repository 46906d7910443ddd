import type { Hint } from "./hints.ts"
import { linkDensity, type Measures } from "./measures.ts"
import type { PageElement } from "./page-tree.ts"

const BOXES: ReadonlySet<string> = new Set(
  "div section ul ol dl table form fieldset header span p details".split(" "),
)
/** What is longer is not a byline or a box of links, whatever it is called, in characters. */
const LONGEST_BYLINE = 160
const LONGEST_BESIDE = 1500
/** With as many commas as this it is prose. */
const COMMAS_OF_PROSE = 10
/** "Read more: …" and its like: a paragraph that is one link. */
const LONGEST_POINTER = 250

interface Content {
  readonly measures: Measures
  readonly hintOf: (element: PageElement) => Hint
}

/** A list, a table or a box of links, forms and pictures with little prose in it. */
function isBoxOfLinks({ index, tag }: PageElement, { measures }: Content, weight: number): boolean {
  const chars = measures.chars[index]!
  const links = linkDensity(measures, index)
  const isList =
    tag === "ul" || tag === "ol" || (measures.items[index]! > 1 && measures.paragraphs[index] === 0)
  const paragraphs = measures.paragraphs[index]!
  if (measures.inputs[index]! > Math.floor(paragraphs / 3)) return true
  if (!isList && measures.items[index]! - 100 > paragraphs) return true
  if (weight < 25 && links > (isList ? 0.5 : 0.2) && chars < LONGEST_BESIDE) return true
  return weight >= 25 && links > 0.5
}

/** True for an element inside the article that is none of its text: share buttons, bylines, boxes of links, prompts. */
export function isFurniture(element: PageElement, content: Content): boolean {
  const { index, tag } = element
  const { measures } = content
  const chars = measures.chars[index]!
  if (tag === "h1") return true
  if (!BOXES.has(tag)) return tag === "time" || element.attributes.get("rel") === "author"
  const { weight, beside, byline } = content.hintOf(element)
  if (beside && chars < LONGEST_BESIDE) return true
  if (byline && chars < LONGEST_BYLINE && measures.paragraphs[index]! < 2) return true
  if (tag === "span") return false
  const links = linkDensity(measures, index)
  if (tag === "p") return links > 0.9 && chars < LONGEST_POINTER
  if (weight < 0 && measures.commas[index]! < COMMAS_OF_PROSE) return true
  return measures.commas[index]! < COMMAS_OF_PROSE && chars > 0 && isBoxOfLinks(element, content, weight)
}
