import type { Publisher } from "../../record/index.ts"
import { normalizeDate, parseDateLine } from "../published-date.ts"
import type { LinkedData } from "./linked-data.ts"
import type { PageFacts } from "./page-facts.ts"

/** What a page says of its article; absent where it says nothing. */
export interface PageMetadata {
  readonly title?: string
  readonly published?: string
  readonly authors?: readonly string[]
  readonly url?: string
  readonly publisher?: Publisher
  readonly language?: string
}

const DATES = [
  "article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "og:published_time",
  "published_time",
  "article:published",
  "publication_date",
  "pubdate",
  "publishdate",
  "publish-date",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "date",
  "article.published",
]
const TITLES = ["og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title"]
const PUBLISHERS = ["og:site_name", "application-name", "dc.publisher", "publisher"]
const AUTHORS = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "byl",
  "cxenseparse:author",
]

const firstOf = (meta: ReadonlyMap<string, string>, names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = meta.get(name)
    if (value !== undefined) return value
  }
  return undefined
}

/** "/2023/12/03/" in an address: the day that many outlets file under. */
const DATED_ADDRESS = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)/

function findPublished(
  { meta, times, dateLines }: PageFacts,
  linked: LinkedData,
  url: string | undefined,
): string | undefined {
  const stated = [linked.published, ...DATES.map((name) => meta.get(name)), ...times]
  for (const value of stated) {
    const date = value === undefined ? undefined : normalizeDate(value)
    if (date !== undefined) return date
  }
  for (const line of dateLines) {
    const date = parseDateLine(line)
    if (date !== undefined) return date
  }
  const dated = url === undefined ? null : DATED_ADDRESS.exec(url)
  return dated === null ? undefined : normalizeDate(`${dated[1]}-${dated[2]}-${dated[3]}`)
}

/** "https://www.gazette.example/a" → "gazette.example". */
export function domainOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, hostname } = new URL(url)
  return protocol.startsWith("http") ? hostname.replace(/^www\./, "") : undefined
}

function toPublisher(name: string | undefined, domain: string | undefined): Publisher | undefined {
  if (name === undefined && domain === undefined) return undefined
  return { name: name ?? domain!, ...(domain === undefined ? {} : { domain }) }
}

/** What outlets put behind a title: " | Harbour Gazette". */
const SEPARATED = [" | ", " – ", " — ", " - ", " :: ", " » "]

/** Takes the outlet's name off a title that ends with it. */
function bareTitle(title: string, names: readonly (string | undefined)[]): string {
  for (const separator of SEPARATED) {
    const at = title.lastIndexOf(separator)
    if (at <= 0) continue
    const tail = title
      .slice(at + separator.length)
      .trim()
      .toLowerCase()
    if (names.some((name) => name !== undefined && name.toLowerCase() === tail))
      return title.slice(0, at).trim()
  }
  return title
}

const LONGEST_NAME = 60
const MOST_AUTHORS = 8

/** "By Anna Berg and Ivo Kask, Harbour Gazette" → two names; what is no name is left out. */
export function namesIn(line: string): string[] {
  const bare = line.replace(/^(?:written |reported |story |words |text )?by:?\s+/i, "")
  return bare
    .split(/[,;|·•&]|\band\b/)
    .map((name) => name.trim())
    .filter(
      (name) =>
        name.length <= LONGEST_NAME &&
        /^\p{Lu}[\p{L}'’.-]*(?:\s+[\p{L}'’.-]+){1,4}$/u.test(name) &&
        !/\b(?:updated|published|posted|correspondent|reporter|editor|staff|min read)\b/i.test(name),
    )
}

function findAuthors({ meta, authorLines }: PageFacts, linked: LinkedData): readonly string[] {
  if (linked.authors !== undefined) return linked.authors
  const stated = firstOf(meta, AUTHORS)
  if (stated !== undefined && !/^https?:/.test(stated)) {
    const names = namesIn(stated)
    return names.length > 0 ? names : stated.length <= LONGEST_NAME ? [stated] : []
  }
  return authorLines.map(namesIn).find((names) => names.length > 0) ?? []
}

const LANGUAGE = /^[a-z]{2,3}(?=$|[-_])/

/** Two letters of ISO 639-1 from "en-GB"; undefined for what is none. */
const languageOf = (...stated: (string | undefined)[]): string | undefined => {
  for (const tag of stated) {
    const code = tag === undefined ? undefined : LANGUAGE.exec(tag.trim().toLowerCase())?.[0]
    if (code?.length === 2) return code
  }
  return undefined
}

/** An address, made absolute where it is not; undefined where it is none of the web. */
function toAddress(stated: string | undefined, base: string | undefined): string | undefined {
  if (stated === undefined || !URL.canParse(stated, base)) return undefined
  const { protocol, href } = new URL(stated, base)
  return protocol === "http:" || protocol === "https:" ? (URL.canParse(stated) ? stated : href) : undefined
}

const siteOf = (url: string): string | undefined => domainOf(url)?.replace(/^(?:m|mobile|amp|edition)\./, "")
const isSameSite = (a: string, b: string): boolean => siteOf(a) === siteOf(b)

/** Weighs what JSON-LD, meta elements and the page's own text say. `url` is where the page came from, if known. */
export function toMetadata(facts: PageFacts, linked: LinkedData, url: string | undefined): PageMetadata {
  const { meta } = facts
  const canonical =
    toAddress(facts.canonical, url) ?? toAddress(linked.url, url) ?? toAddress(meta.get("og:url"), url)
  // A page that names an address of another host is not believed.
  const address =
    url === undefined || (canonical !== undefined && isSameSite(url, canonical)) ? canonical : url
  const publisherName = linked.publisher ?? firstOf(meta, PUBLISHERS)
  const domain = domainOf(address)
  const stated = linked.title ?? firstOf(meta, TITLES) ?? facts.heading ?? facts.title
  const title =
    stated === undefined ? undefined : bareTitle(stated.replaceAll(/\s+/g, " "), [publisherName, domain])
  const published = findPublished(facts, linked, address)
  const publisher = toPublisher(publisherName, domain)
  const language = languageOf(
    linked.language,
    facts.language,
    meta.get("og:locale"),
    meta.get("content-language"),
  )
  const authors = [...new Set(findAuthors(facts, linked))].slice(0, MOST_AUTHORS)
  return {
    ...(title === undefined || title === "" ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(address === undefined ? {} : { url: address }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
  }
}
