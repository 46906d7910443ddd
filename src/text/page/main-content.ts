import { leaveCards } from "./cards.ts"
import { isFurniture } from "./furniture.ts"
import { createHintReader, type Hint, hasUnlikelyRole, isHidden } from "./hints.ts"
import { linkDensity, type Measures, measure } from "./measures.ts"
import type { PageElement, PageTree } from "./page-tree.ts"
import { scoreContainers } from "./score.ts"
import { isSilent } from "./tags.ts"

/** The parts of a page that hold its article, and what lies in them and is none of it (by index; it holds for all below). */
export interface MainContent {
  readonly parts: readonly PageElement[]
  readonly left: Uint8Array
  readonly measures: Measures
}

/** How much is thrown away: where little text is left, the page is looked at again with less. */
interface Strictness {
  readonly unlikely: boolean
  readonly weights: boolean
  readonly furniture: boolean
}
const ATTEMPTS: readonly Strictness[] = [
  { unlikely: true, weights: true, furniture: true },
  { unlikely: false, weights: true, furniture: true },
  { unlikely: false, weights: false, furniture: true },
  { unlikely: false, weights: false, furniture: false },
]
/** An article has at least this many characters; a page with fewer is looked at again. */
const ENOUGH = 500

const NEVER_UNLIKELY: ReadonlySet<string> = new Set(["html", "body", "a", "article", "main"])
/** Parts of the article are kept whatever they are called. */
const KEPT_INSIDE: ReadonlySet<string> = new Set(["table", "code", "pre"])

function leftOut(
  { elements }: PageTree,
  hintOf: (element: PageElement) => Hint,
  { unlikely }: Strictness,
): Uint8Array {
  const left = new Uint8Array(elements.length)
  const kept = new Uint8Array(elements.length)
  for (const element of elements) {
    const { index, tag, parent } = element
    if (parent !== undefined && kept[parent.index] === 1) kept[index] = 1
    if (KEPT_INSIDE.has(tag)) kept[index] = 1
    if (
      (parent !== undefined && left[parent.index] === 1) ||
      isSilent(tag) ||
      isHidden(element) ||
      (unlikely &&
        kept[index] === 0 &&
        !NEVER_UNLIKELY.has(tag) &&
        (tag === "aside" || hintOf(element).unlikely || hasUnlikelyRole(element)))
    )
      left[index] = 1
  }
  return left
}

const bodyOf = ({ elements, root }: PageTree): PageElement =>
  elements.find(({ tag }) => tag === "body") ?? root

/** True where `element` lies in `other` or is it. */
function isWithin(element: PageElement, other: PageElement): boolean {
  for (let at: PageElement | undefined = element; at !== undefined; at = at.parent)
    if (at === other) return true
  return false
}

/** How many of the best candidates must share a container nearly as good for it to be the article. */
const FEW_BEST = 5
const SHARING = 3
const NEARLY_AS_GOOD = 0.75

/** Where good candidates lie apart under one element, such as sections of one article, that element is the article. */
function sharedContainer(top: PageElement, best: readonly PageElement[], body: PageElement): PageElement {
  if (best.length < SHARING) return top
  for (let at = top.parent; at !== undefined && at !== body; at = at.parent) {
    const container = at
    if (best.filter((candidate) => isWithin(candidate, container)).length >= SHARING) return container
  }
  return top
}

/** Climbs while the element above holds more of the article. */
function climb(top: PageElement, score: Float64Array, body: PageElement): PageElement {
  let best = top
  let last = score[top.index]!
  const floor = last / 3
  for (let at = top.parent; at !== undefined && at !== body; at = at.parent) {
    const value = score[at.index]!
    if (Number.isNaN(value)) continue
    if (value < floor) break
    if (value > last) {
      best = at
      break
    }
    last = value
  }
  for (let at = best.parent; at !== undefined && at !== body; at = at.parent) {
    if (at.children.filter((child) => typeof child !== "string").length !== 1) break
    best = at
  }
  return best
}

function findTop(tree: PageTree, score: Float64Array, body: PageElement): PageElement {
  const candidates = tree.elements
    .filter(({ index }) => score[index]! > 0)
    .sort((a, b) => score[b.index]! - score[a.index]! || a.index - b.index)
    .slice(0, FEW_BEST)
  const [top] = candidates
  if (top === undefined || top === body || top === tree.root) return body
  const near = candidates.slice(1).filter(({ index }) => score[index]! >= score[top.index]! * NEARLY_AS_GOOD)
  return climb(sharedContainer(top, near, body), score, body)
}

/** A paragraph beside the article belongs to it where it is long and hardly linked. */
const LONG_PARAGRAPH = 80
const MOST_LINKS = 0.25
const LEAST_JOINING = 10
const JOINING_SHARE = 0.2

/** The article's siblings that continue it: some templates cut an article into several boxes. */
function withSiblings(
  top: PageElement,
  content: { readonly left: Uint8Array; readonly measures: Measures; readonly score: Float64Array },
): PageElement[] {
  const { left, measures, score } = content
  if (top.parent === undefined) return [top]
  const own = score[top.index]!
  const threshold = Math.max(LEAST_JOINING, own * JOINING_SHARE)
  return top.parent.children.filter((sibling): sibling is PageElement => {
    if (typeof sibling === "string" || left[sibling.index] === 1) return false
    if (sibling === top) return true
    const bonus = sibling.hints !== "" && sibling.hints === top.hints ? own * JOINING_SHARE : 0
    if (score[sibling.index]! + bonus >= threshold) return true
    const chars = measures.chars[sibling.index]!
    return sibling.tag === "p" && chars > LONG_PARAGRAPH && linkDensity(measures, sibling.index) < MOST_LINKS
  })
}

/** A body that the page itself names is believed where it holds this much, in characters. */
const LEAST_NAMED = 250

/** The one element that schema.org's vocabulary names the article's body. */
function namedBody({ elements }: PageTree, left: Uint8Array, measures: Measures): PageElement | undefined {
  const named = elements.filter(({ attributes }) => attributes.get("itemprop") === "articleBody")
  const [body] = named
  if (named.length !== 1 || body === undefined || left[body.index] === 1) return undefined
  const isProse = measures.chars[body.index]! >= LEAST_NAMED && linkDensity(measures, body.index) < 0.5
  return isProse ? body : undefined
}

function attempt(
  tree: PageTree,
  hintOf: (element: PageElement) => Hint,
  strictness: Strictness,
): MainContent & { readonly chars: number } {
  const left = leftOut(tree, hintOf, strictness)
  const all = measure(tree, left)
  const measures = strictness.furniture && leaveCards(tree, left, all) ? measure(tree, left) : all
  const { score } = scoreContainers(tree, left, measures, strictness.weights ? hintOf : undefined)
  const named = namedBody(tree, left, measures)
  const parts =
    named === undefined
      ? withSiblings(findTop(tree, score, bodyOf(tree)), { left, measures, score })
      : [named]
  if (strictness.furniture) leaveFurniture(tree, parts, { left, measures, hintOf })
  const chars = strictness.furniture
    ? keptChars(tree, parts, left)
    : sum(parts.map(({ index }) => measures.chars[index]!))
  return { parts, left, measures, chars }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Marks within the parts what is no text of the article. */
function leaveFurniture(
  { elements }: PageTree,
  parts: readonly PageElement[],
  content: {
    readonly left: Uint8Array
    readonly measures: Measures
    readonly hintOf: (element: PageElement) => Hint
  },
): void {
  const { left } = content
  const inside = new Uint8Array(elements.length)
  const tops = new Set(parts)
  for (const element of elements) {
    const { index, parent } = element
    if (tops.has(element)) inside[index] = 1
    else if (parent !== undefined && inside[parent.index] === 1) {
      inside[index] = 1
      if (left[index] === 0 && (left[parent.index] === 1 || isFurniture(element, content))) left[index] = 1
    }
  }
}

const keptChars = (tree: PageTree, parts: readonly PageElement[], left: Uint8Array): number => {
  const { chars } = measure(tree, left)
  return sum(parts.map(({ index }) => chars[index]!))
}

/** Finds the article in a page: the strictest look that leaves enough text, else the one that leaves most. */
export function findMainContent(tree: PageTree): MainContent {
  const hintOf = createHintReader()
  let best: ReturnType<typeof attempt> | undefined
  for (const strictness of ATTEMPTS) {
    const found = attempt(tree, hintOf, strictness)
    if (found.chars >= ENOUGH) return found
    if (best === undefined || found.chars > best.chars) best = found
  }
  return best!
}
