import type { Article } from "../../record/index.ts"
import { normalizeDate } from "../../text/published-date.ts"
import { parseItem } from "../documents/parse-item.ts"
import type { RawItem } from "../documents/raw-item.ts"
import type { Fetched } from "../fetch/fetch-url.ts"
import type { Fetcher } from "../fetch/fetcher.ts"
import type { ItemState } from "./watch-log.ts"

const MOST_TRIES = 4
const FIRST_WAIT_MS = 5 * 60 * 1000
const PAGE_TYPES: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml", ""])

/** A page as it was fetched, as an item of the input; a problem where it is none. */
export function toRawItem({ url, body, type, charset }: Fetched): RawItem {
  if (!PAGE_TYPES.has(type)) return { kind: "problem", where: url, message: `it is no page but "${type}"` }
  return {
    kind: "file",
    where: url,
    format: "html",
    bytes: body,
    url,
    ...(charset === undefined ? {} : { charset }),
  }
}

const contentItem = ({ url, content, title = "" }: ItemState): RawItem => ({
  kind: "file",
  where: url,
  format: "html",
  bytes: Buffer.from(`<title>${title.replaceAll("<", "&lt;")}</title><article>${content}</article>`),
  url,
})

/** What the feed says of an article counts where the page says nothing. */
function completed(article: Article, { title, published }: ItemState): Article {
  const date = published === undefined ? undefined : normalizeDate(published)
  return {
    ...article,
    ...(article.title === undefined && title !== undefined ? { title } : {}),
    ...(article.published === undefined && date !== undefined ? { published: date } : {}),
  }
}

async function read(raw: RawItem, item: ItemState): Promise<{ article: Article } | { message: string }> {
  const [parsed] = await parseItem(raw, {})
  if (parsed === undefined) return { message: "it holds no article" }
  return parsed.problem === undefined
    ? { article: completed(parsed.article, item) }
    : { message: parsed.problem }
}

const done = (item: ItemState, article: Article): ItemState => ({
  url: item.url,
  feed: item.feed,
  state: "fetched",
  tries: item.tries + 1,
  article,
})

const givenUp = ({ url, feed, tries }: ItemState, message: string): ItemState => ({
  url,
  feed,
  state: "failed",
  tries: tries + 1,
  message,
})

/** Fetches one waiting article: what becomes of it. What the feed carries stands in where the page cannot be had whole. */
export async function fetchItem(item: ItemState, fetcher: Fetcher): Promise<ItemState> {
  const outcome = await fetcher.get(item.url)
  if (outcome.kind === "failed" && !outcome.lasting && item.tries + 1 < MOST_TRIES) {
    const wait = Math.max(FIRST_WAIT_MS * 4 ** item.tries, outcome.retryAfter ?? 0)
    return { ...item, tries: item.tries + 1, next: Date.now() + wait, message: outcome.message }
  }
  const page =
    outcome.kind === "fetched"
      ? await read(toRawItem(outcome), item)
      : { message: outcome.kind === "failed" ? outcome.message : "the server gave nothing" }
  if ("article" in page && page.article.uncoded !== "paywall") return done(item, page.article)
  if (item.content !== undefined) {
    const carried = await read(contentItem(item), item)
    if ("article" in carried) return done(item, carried.article)
  }
  return "article" in page ? done(item, page.article) : givenUp(item, page.message)
}
