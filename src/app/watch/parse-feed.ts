import { parseFeed, parseOpml } from "feedsmith"
import { decodeHtml } from "../documents/decode.ts"

/** One entry of a feed, as far as fetching needs it. */
export interface FeedEntry {
  readonly url: string
  readonly title?: string
  readonly published?: string
  /** The article itself where the feed carries it, as HTML. */
  readonly content?: string
}

/** A file that is no feed or no list of feeds; the message says what it is. */
export class FeedError extends Error {
  override readonly name = "FeedError"
}

/** A feed is looked at up to so many entries: more are a site's archive. */
const MOST_ENTRIES = 5000

interface Found {
  readonly link: string | undefined
  readonly title: string | undefined
  readonly published: string | undefined
  readonly content: string | undefined
}

type Parsed = ReturnType<typeof parseFeed>

const isAddress = (value: string | undefined): value is string =>
  value !== undefined && /^https?:\/\//i.test(value)

/** Dates come as the feed writes them; they are brought to ISO 8601 with the article's own. */
const dateOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined

function foundIn(parsed: Parsed): readonly Found[] {
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).map((item) => ({
        link: item.link ?? (isAddress(item.guid?.value) ? item.guid.value : undefined),
        title: item.title,
        published: dateOf(item.pubDate),
        content: item.content?.encoded ?? item.description,
      }))
    case "rdf":
      return (parsed.feed.items ?? []).map((item) => ({
        link: item.link ?? item.rdf?.about,
        title: item.title,
        published: dateOf(item.dc?.dates?.[0]),
        content: item.content?.encoded ?? item.description,
      }))
    case "atom":
      return (parsed.feed.entries ?? []).map((entry) => ({
        link:
          entry.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href ??
          entry.links?.[0]?.href,
        title: entry.title?.value,
        published: dateOf(entry.published ?? entry.updated),
        content: entry.content?.value ?? entry.summary?.value,
      }))
    case "json":
      return (parsed.feed.items ?? []).map((item) => ({
        link: item.url ?? item.external_url ?? (isAddress(item.id) ? item.id : undefined),
        title: item.title,
        published: dateOf(item.date_published),
        content: item.content_html ?? item.content_text,
      }))
  }
}

/** What only counts readers is no part of an article's address. */
const TRACKING = /^(?:utm_\w{1,20}|fbclid|gclid|mc_cid|mc_eid|at_medium|at_campaign|xtor)$/i

/** An entry's address, without fragment and tracking; undefined where it is none of the web. */
export function itemAddress(link: string | undefined, feed: string): string | undefined {
  if (link === undefined || !URL.canParse(link.trim(), feed)) return undefined
  const url = new URL(link.trim(), feed)
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined
  url.hash = ""
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}

/**
 * Reads RSS, Atom, RDF or JSON Feed. Entities that a document declares are never expanded. Throws FeedError for anything else.
 */
export function readFeed(body: Uint8Array, url: string, charset?: string): FeedEntry[] {
  let parsed: Parsed
  try {
    parsed = parseFeed(decodeFeed(body, charset))
  } catch (error) {
    throw new FeedError(`it is no RSS, Atom, RDF or JSON feed (${(error as Error).message})`, {
      cause: error,
    })
  }
  const entries = new Map<string, FeedEntry>()
  for (const { link, title, published, content } of foundIn(parsed).slice(0, MOST_ENTRIES)) {
    const address = itemAddress(link, url)
    if (address === undefined || entries.has(address)) continue
    entries.set(address, {
      url: address,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(content === undefined ? {} : { content }),
    })
  }
  return [...entries.values()]
}

/** The encoding that an XML declaration names. */
const XML_ENCODING = /^[^<]{0,10}<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})/i

function decodeFeed(body: Uint8Array, charset: string | undefined): string {
  const declared = XML_ENCODING.exec(Buffer.from(body.subarray(0, 200)).toString("latin1"))?.[1]
  return decodeHtml(body, (charset ?? declared)?.toLowerCase())
}

interface Outline {
  readonly xmlUrl?: string
  readonly outlines?: readonly Outline[]
}

/** Outlines in outlines deeper than this are nobody's list of feeds. */
const DEEPEST_OUTLINE = 20

const addressesIn = (outlines: readonly Outline[], depth = 0): string[] =>
  depth > DEEPEST_OUTLINE
    ? []
    : outlines.flatMap((outline) => [
        ...(outline.xmlUrl === undefined ? [] : [outline.xmlUrl.trim()]),
        ...addressesIn(outline.outlines ?? [], depth + 1),
      ])

/** The addresses of the feeds in an OPML list, each once; a list of one address a line is read as well. Throws FeedError. */
export function readFeedList(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const addresses = /^\s*</.test(text)
    ? addressesIn(parseOutlines(text))
    : lines.filter((line) => line !== "" && !line.startsWith("#"))
  const wrong = addresses.find((address) => !isAddress(address) || !URL.canParse(address))
  if (wrong !== undefined)
    throw new FeedError(
      `"${wrong.slice(0, 100)}" is no address of a feed; it must begin with http:// or https://`,
    )
  if (addresses.length === 0) throw new FeedError("it names no feed; an OPML outline names one in xmlUrl")
  return [...new Set(addresses)]
}

function parseOutlines(text: string): readonly Outline[] {
  try {
    return (parseOpml(text).body?.outlines ?? []) as readonly Outline[]
  } catch (error) {
    throw new FeedError(`it is no OPML list (${(error as Error).message})`, { cause: error })
  }
}
