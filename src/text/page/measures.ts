import type { PageElement, PageTree } from "./page-tree.ts"
import { isBlock } from "./tags.ts"

/** What lies in each element, by its index; what is left out counts as nothing. */
export interface Measures {
  /** Characters of text, white space collapsed, and of those the ones inside links. */
  readonly chars: Int32Array
  readonly linkChars: Float32Array
  readonly commas: Int32Array
  readonly paragraphs: Int32Array
  readonly items: Int32Array
  readonly images: Int32Array
  readonly inputs: Int32Array
  readonly headingChars: Int32Array
  /** Characters of the text that stands directly in a block, not in a block inside it, and its commas. */
  readonly ownChars: Int32Array
  readonly ownCommas: Int32Array
  readonly hasBlock: Uint8Array
}

/** A link within the page is no way out of it, and tells less against the text around it. */
const INNER_LINK = 0.3
const COMMA = /[,،﹐︐︑⹁⸴⸲，]/g

/** Length with white space collapsed. */
function lengthOf(text: string): number {
  let length = 0
  let blank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const space = code <= 32 || code === 160
    if (!space || !blank) length++
    blank = space
  }
  return length
}

const commasIn = (text: string): number =>
  text.includes(",") || /[،，]/.test(text) ? (text.match(COMMA)?.length ?? 0) : 0

const isHeading = (tag: string): boolean =>
  tag.length === 2 && tag[0] === "h" && tag[1]! >= "1" && tag[1]! <= "6"

/** Measures every element, children before their parents. `left` marks by index what is left out; it holds for all below it. */
export function measure({ elements }: PageTree, left: Uint8Array): Measures {
  const count = elements.length
  const measures: Measures = {
    chars: new Int32Array(count),
    linkChars: new Float32Array(count),
    commas: new Int32Array(count),
    paragraphs: new Int32Array(count),
    items: new Int32Array(count),
    images: new Int32Array(count),
    inputs: new Int32Array(count),
    headingChars: new Int32Array(count),
    ownChars: new Int32Array(count),
    ownCommas: new Int32Array(count),
    hasBlock: new Uint8Array(count),
  }
  for (let index = count - 1; index >= 0; index--)
    if (left[index] === 0) measureElement(elements[index]!, measures)
  return measures
}

function measureElement(element: PageElement, measures: Measures): void {
  const { index, tag, parent, children, attributes } = element
  const { chars, linkChars, commas, ownChars, ownCommas, hasBlock } = measures
  for (const child of children) {
    if (typeof child !== "string") continue
    const length = lengthOf(child)
    if (length === 0) continue
    const found = commasIn(child)
    chars[index]! += length
    commas[index]! += found
    ownChars[index]! += length
    ownCommas[index]! += found
  }
  if (tag === "a") {
    const inner = attributes.get("href")?.startsWith("#") === true
    linkChars[index] = chars[index]! * (inner ? INNER_LINK : 1)
  }
  if (isHeading(tag)) measures.headingChars[index] = chars[index]!
  if (parent === undefined) return
  const above = parent.index
  const block = isBlock(tag) || hasBlock[index] === 1
  chars[above]! += chars[index]!
  linkChars[above]! += linkChars[index]!
  commas[above]! += commas[index]!
  if (block) hasBlock[above] = 1
  else {
    ownChars[above]! += ownChars[index]!
    ownCommas[above]! += ownCommas[index]!
  }
  const { paragraphs, items, images, inputs, headingChars } = measures
  paragraphs[above]! += paragraphs[index]! + (tag === "p" ? 1 : 0)
  items[above]! += items[index]! + (tag === "li" ? 1 : 0)
  images[above]! += images[index]! + (tag === "img" ? 1 : 0)
  inputs[above]! += inputs[index]! + (tag === "input" ? 1 : 0)
  headingChars[above]! += headingChars[index]!
}

/** The share of an element's text that lies in links. */
export const linkDensity = ({ chars, linkChars }: Measures, index: number): number =>
  chars[index] === 0 ? 0 : linkChars[index]! / chars[index]!
