import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom"
import type { Publisher } from "../record/index.ts"
import { type ArticleDraft, ArticleError } from "./article-draft.ts"
import type { HtmlDocument, HtmlNode } from "./html-node.ts"
import { htmlText, isDeeperThan } from "./html-text.ts"
import { readLinkedData } from "./json-ld.ts"
import { normalizeDate } from "./published-date.ts"

/** Where pages state what JSON-LD did not, best first: [selector, attribute]. */
const TITLES = [
  ['meta[property="og:title"]', "content"],
  ['meta[name="twitter:title"]', "content"],
] as const
const DATES = [
  ['meta[property="article:published_time"]', "content"],
  ['meta[itemprop="datePublished"]', "content"],
  ['meta[name="parsely-pub-date"]', "content"],
  ['meta[name="sailthru.date"]', "content"],
  ['meta[name="pubdate"]', "content"],
  ['meta[name="publishdate"]', "content"],
  ['meta[name="publish-date"]', "content"],
  ['meta[name="date"]', "content"],
  ['meta[name="DC.date.issued"]', "content"],
  ['meta[name="dcterms.created"]', "content"],
  ['[itemprop="datePublished"]', "datetime"],
  ["time[pubdate]", "datetime"],
  ["article time[datetime]", "datetime"],
  ["main time[datetime]", "datetime"],
  ["time[datetime]", "datetime"],
] as const
const PUBLISHERS = [
  ['meta[property="og:site_name"]', "content"],
  ['meta[name="application-name"]', "content"],
] as const
const URLS = [
  ['link[rel="canonical"]', "href"],
  ['meta[property="og:url"]', "content"],
] as const
/** Where the text stands when Readability finds no article: the page's own landmarks. */
const FALLBACKS = ["article", "main", '[role="main"]', "body"]

/** Readability's time grows with the square of the depth; pages nested deeper than this are read by their landmarks. */
const DEEPEST_PAGE = 150

type Places = readonly (readonly [selector: string, attribute: string])[]

/** The values that a page states at these places, in their order. */
function* statedAt(document: HtmlDocument, places: Places): Generator<string> {
  for (const [selector, attribute] of places) {
    const value = document.querySelector(selector)?.getAttribute(attribute)?.trim()
    if (value !== undefined && value !== "") yield value
  }
}

const firstOf = <T>(values: Iterable<T>): T | undefined => {
  for (const value of values) return value
  return undefined
}

function findPublished(document: HtmlDocument, linked: string | undefined): string | undefined {
  for (const stated of [...(linked === undefined ? [] : [linked]), ...statedAt(document, DATES)]) {
    const date = normalizeDate(stated)
    if (date !== undefined) return date
  }
  return undefined
}

/** "https://www.gazette.example/a" → "gazette.example". */
function domainOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return protocol.startsWith("http") ? hostname.replace(/^www\./, "") : undefined
}

function toPublisher(name: string | undefined, domain: string | undefined): Publisher | undefined {
  if (name === undefined && domain === undefined) return undefined
  return { name: name ?? domain!, ...(domain === undefined ? {} : { domain }) }
}

/** What Readability takes for the article's text. It empties the document: read all else before. */
function findMainText(document: HtmlDocument): string {
  if (isDeeperThan(document, DEEPEST_PAGE)) return ""
  const article = new Readability<HtmlNode>(document as never, {
    serializer: (node) => node as unknown as HtmlNode,
    disableJSONLD: true,
  }).parse()
  return article?.content ? htmlText(article.content) : ""
}

/** The main text, else that of the page's landmarks. */
function findText(document: HtmlDocument): string {
  const landmarks = FALLBACKS.map((selector) => document.querySelector(selector)).filter(
    (node) => node !== null,
  )
  const fallback = landmarks.map(htmlText).find((text) => text !== "") ?? ""
  return findMainText(document) || fallback
}

/** Readability leaves a heading at the head of the text that the page's title repeats; a title is no sentence of the article. */
function withoutHeading(text: string, headings: readonly (string | undefined)[]): string {
  const end = text.indexOf("\n\n")
  return end !== -1 && headings.includes(text.slice(0, end)) ? text.slice(end + 2) : text
}

const parseDocument = (html: string): HtmlDocument =>
  parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
    .document as unknown as HtmlDocument

/** An element's text on one line. */
const lineOf = (node: HtmlNode | null): string | undefined => {
  const line = (node?.textContent ?? "").replaceAll(/\s+/g, " ").trim()
  return line === "" ? undefined : line
}

/**
 * Reads a web page: its main text (Mozilla's Readability over linkedom) and what JSON-LD, OpenGraph, meta and time elements say
 * of title, date, publisher, address and language. `url` is where the page came from, if known. Offsets index the text that
 * comes out. Throws ArticleError where the page holds no text.
 */
export function readHtml(html: string, url?: string): ArticleDraft {
  const document = parseDocument(html)
  const linked = readLinkedData(document)
  const address = url ?? linked.url ?? [...statedAt(document, URLS)].find((stated) => URL.canParse(stated))
  const heading = lineOf(document.querySelector("h1"))
  const title =
    linked.title ?? firstOf(statedAt(document, TITLES)) ?? heading ?? lineOf(document.querySelector("title"))
  const published = findPublished(document, linked.published)
  const publisher = toPublisher(
    linked.publisher ?? firstOf(statedAt(document, PUBLISHERS)),
    domainOf(address),
  )
  const language = (linked.language ?? document.documentElement?.getAttribute("lang") ?? "")
    .slice(0, 2)
    .toLowerCase()
  const text = withoutHeading(findText(document), [title, heading])
  if (text === "")
    throw new ArticleError(
      "the page holds no text; save the whole article page, not a frame or a script's shell",
    )
  return {
    text,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(address === undefined ? {} : { url: address }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(/^[a-z]{2}$/.test(language) ? { language } : {}),
  }
}
