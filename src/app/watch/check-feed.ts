import type { FetchOutcome } from "../fetch/fetch-url.ts"
import type { Fetcher } from "../fetch/fetcher.ts"
import { type FeedEntry, FeedError, readFeed } from "./parse-feed.ts"
import type { Change, FeedState, WatchLog } from "./watch-log.ts"

/** How one check of a feed went, to be shown. */
export interface FeedReport {
  readonly url: string
  readonly fresh: number
  readonly entries: number
  readonly error?: string
}

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1"
const LONGEST_BACKOFF_MS = 24 * 3600 * 1000
const GONE = 410
/** What a feed carries of an article itself is kept where it is more than a teaser, in characters. */
const LEAST_CONTENT = 600

/** Each failure doubles the time until the next try, up to a day. */
export const backoff = (every: number, failures: number): number =>
  Math.min(every * 2 ** Math.min(failures, 20), LONGEST_BACKOFF_MS)

function failed(
  state: FeedState,
  outcome: { message: string; retryAfter?: number; status?: number },
  now: number,
  every: number,
): FeedState {
  const failures = state.failures + 1
  const { next: _, ...rest } = state
  const wait = Math.max(backoff(every, failures), outcome.retryAfter ?? 0)
  return {
    ...rest,
    checked: now,
    failures,
    error: outcome.message,
    ...(outcome.status === GONE ? {} : { next: now + wait }),
  }
}

const waiting = (entry: FeedEntry, feed: string): Change => ({
  item: {
    url: entry.url,
    feed,
    state: "waiting",
    tries: 0,
    ...(entry.title === undefined ? {} : { title: entry.title }),
    ...(entry.published === undefined ? {} : { published: entry.published }),
    ...(entry.content === undefined || entry.content.length < LEAST_CONTENT
      ? {}
      : { content: entry.content }),
  },
})

/** Reads the entries of what came; a feed that cannot be read is a failure like any other. */
function entriesOf(outcome: FetchOutcome & { kind: "fetched" }): FeedEntry[] | string {
  try {
    return readFeed(outcome.body, outcome.url, outcome.charset)
  } catch (error) {
    if (error instanceof FeedError) return error.message
    throw error
  }
}

/** Asks a feed for what is new, and remembers it; nothing that was ever seen is new again. */
export async function checkFeed(
  url: string,
  { fetcher, log, every }: { readonly fetcher: Fetcher; readonly log: WatchLog; readonly every: number },
): Promise<FeedReport> {
  const state = log.feeds.get(url) ?? { url, failures: 0 }
  const outcome = await fetcher.get(url, {
    accept: ACCEPT,
    ...(state.etag === undefined ? {} : { etag: state.etag }),
    ...(state.lastModified === undefined ? {} : { lastModified: state.lastModified }),
  })
  const now = Date.now()
  if (outcome.kind === "failed") {
    log.put({ feed: failed(state, outcome, now, every) })
    return { url, fresh: 0, entries: 0, error: outcome.message }
  }
  const { error: _, ...healthy } = state
  if (outcome.kind === "unchanged") {
    log.put({ feed: { ...healthy, failures: 0, checked: now, next: now + every, fresh: 0 } })
    return { url, fresh: 0, entries: state.entries ?? 0 }
  }
  const entries = entriesOf(outcome)
  if (typeof entries === "string") {
    log.put({ feed: failed(state, { message: entries }, now, every) })
    return { url, fresh: 0, entries: 0, error: entries }
  }
  const fresh = entries.filter((entry) => !log.items.has(entry.url))
  const lastNew = fresh.length > 0 ? now : state.lastNew
  log.put(...fresh.map((entry) => waiting(entry, url)), {
    feed: {
      url,
      ...(outcome.etag === undefined ? {} : { etag: outcome.etag }),
      ...(outcome.lastModified === undefined ? {} : { lastModified: outcome.lastModified }),
      checked: now,
      next: now + every,
      failures: 0,
      entries: entries.length,
      fresh: fresh.length,
      ...(lastNew === undefined ? {} : { lastNew }),
    },
  })
  return { url, fresh: fresh.length, entries: entries.length }
}
