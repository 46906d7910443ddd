import type { PageElement, PageTree } from "./page-tree.ts"

/** What a page's tags state, gathered in one pass: the first of each name counts. */
export interface PageFacts {
  /** Values of meta elements by their property, name or itemprop, in lower case. */
  readonly meta: ReadonlyMap<string, string>
  readonly canonical?: string
  readonly language?: string
  /** Text of the title element and of the first h1. */
  readonly title?: string
  readonly heading?: string
  /** Times with an attribute that tells them, those inside an article or main element first. */
  readonly times: readonly string[]
  /** Short texts of elements that by their name hold a date or an author. */
  readonly dateLines: readonly string[]
  readonly authorLines: readonly string[]
}

const LONGEST_LINE = 120
const MOST_LINES = 12
const DATE_HINT = /date|time|publish|posted|byline/
const AUTHOR_HINT = /(?:^|[\s_-])(?:byline|author(?:s|-name|__name)?|p-author)(?:$|[\s_-])/

/** An element's text on one line, up to a length; undefined where there is none, or more. */
export function lineOf(element: PageElement, longest = Number.POSITIVE_INFINITY): string | undefined {
  const pieces: string[] = []
  let length = 0
  const walk = ({ children }: PageElement): void => {
    for (const child of children) {
      if (length > longest * 2) return
      if (typeof child === "string") {
        pieces.push(child)
        length += child.length
      } else walk(child)
    }
  }
  walk(element)
  const line = pieces.join("").replaceAll(/\s+/g, " ").trim()
  return line === "" || line.length > longest ? undefined : line
}

const isInArticle = (element: PageElement): boolean => {
  for (let at = element.parent; at !== undefined; at = at.parent)
    if (at.tag === "article" || at.tag === "main") return true
  return false
}

function timeOf({ tag, attributes }: PageElement): string | undefined {
  if (tag === "meta") return undefined
  if (attributes.get("itemprop") === "datePublished")
    return attributes.get("datetime") ?? attributes.get("content")
  return tag === "time" ? attributes.get("datetime") : undefined
}

/** Gathers the facts of a page. */
export function gatherFacts({ elements, root }: PageTree): PageFacts {
  const meta = new Map<string, string>()
  const stated: string[] = []
  const inArticle: string[] = []
  const elsewhere: string[] = []
  const dateLines: string[] = []
  const authorLines: string[] = []
  let canonical: string | undefined
  let title: string | undefined
  let heading: string | undefined
  for (const element of elements) {
    const { tag, attributes, hints } = element
    if (tag === "meta") {
      const value = attributes.get("content")?.trim()
      if (value === undefined || value === "") continue
      for (const attribute of ["property", "name", "itemprop"]) {
        const name = attributes.get(attribute)?.trim().toLowerCase()
        if (name !== undefined && name !== "" && !meta.has(name)) meta.set(name, value)
      }
      continue
    }
    if (tag === "link" && attributes.get("rel")?.toLowerCase() === "canonical")
      canonical ??= attributes.get("href")?.trim()
    else if (tag === "title") title ??= lineOf(element)
    else if (tag === "h1") heading ??= lineOf(element)
    const time = timeOf(element)
    if (time !== undefined) {
      const isStated = attributes.get("itemprop") === "datePublished" || attributes.has("pubdate")
      if (isStated) stated.push(time)
      else if (isInArticle(element)) inArticle.push(time)
      else elsewhere.push(time)
    }
    if (dateLines.length < MOST_LINES && (tag === "time" || DATE_HINT.test(hints))) {
      const line = lineOf(element, LONGEST_LINE)
      if (line !== undefined) dateLines.push(line)
    }
    if (authorLines.length < MOST_LINES && isAuthor(element)) {
      const line = lineOf(element, LONGEST_LINE)
      if (line !== undefined) authorLines.push(line)
    }
  }
  const language = root.attributes.get("lang")?.trim()
  return {
    meta,
    ...(canonical ? { canonical } : {}),
    ...(language ? { language } : {}),
    ...(title === undefined ? {} : { title }),
    ...(heading === undefined ? {} : { heading }),
    times: [...stated, ...inArticle, ...elsewhere],
    dateLines,
    authorLines,
  }
}

const isAuthor = ({ attributes, hints, tag }: PageElement): boolean =>
  attributes.get("rel") === "author" ||
  attributes.get("itemprop") === "author" ||
  (tag !== "body" && tag !== "html" && hints !== "" && AUTHOR_HINT.test(hints))
