import { setTimeout as sleep } from "node:timers/promises"
import type { Article } from "../../record/index.ts"
import type { Fetcher } from "../fetch/fetcher.ts"
import { checkFeed, type FeedReport } from "./check-feed.ts"
import { fetchItem } from "./fetch-item.ts"
import type { ItemState, WatchLog } from "./watch-log.ts"

export interface WatchOptions {
  readonly feeds: readonly string[]
  readonly log: WatchLog
  readonly fetcher: Fetcher
  /** Between two checks of a feed, in milliseconds. */
  readonly every: number
  /** Ends after everything that is due now. */
  readonly once: boolean
  readonly signal: AbortSignal
  /** Codes articles and stores them; what it resolves for is in the record. */
  readonly keep: (articles: readonly Article[]) => Promise<void>
  /** After each round, whether anything came or not. */
  readonly onRound?: () => Promise<void>
  readonly onFeed: (report: FeedReport) => void
  readonly onItem: (item: ItemState) => void
}

/** Requests under way at once, all hosts together. */
const AT_ONCE = 8
/** Articles are coded and stored in batches of at most this many. */
const BATCH = 32
const LONGEST_SLEEP_MS = 60_000

/** Works through a list with a few at once. */
async function forEachAtOnce<T>(list: readonly T[], work: (element: T) => Promise<void>): Promise<void> {
  const queue = list[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, list.length) }, worker))
}

const isDue = (next: number | undefined): boolean => next === undefined || next <= Date.now()

/** A feed that is gone has been checked and has no next time. */
function dueFeeds({ feeds, log }: WatchOptions): string[] {
  return feeds.filter((url) => {
    const state = log.feeds.get(url)
    return state === undefined || (state.next !== undefined && state.next <= Date.now())
  })
}

const itemsIn = ({ log }: WatchOptions, state: ItemState["state"]): ItemState[] =>
  [...log.items.values()].filter((item) => item.state === state)

async function checkFeeds(options: WatchOptions): Promise<void> {
  await forEachAtOnce(dueFeeds(options), async (url) => {
    if (options.signal.aborted) return
    options.onFeed(await checkFeed(url, options))
  })
}

/** Codes and stores what was fetched; only then is it done with. */
async function keepFetched(options: WatchOptions): Promise<void> {
  const fetched = itemsIn(options, "fetched")
  for (let at = 0; at < fetched.length; at += BATCH) {
    const batch = fetched.slice(at, at + BATCH)
    await options.keep(batch.flatMap(({ article }) => article ?? []))
    options.log.put(
      ...batch.map(({ url, feed, tries }) => ({ item: { url, feed, tries, state: "stored" as const } })),
    )
  }
}

async function fetchItems(options: WatchOptions): Promise<void> {
  const due = itemsIn(options, "waiting").filter(({ next }) => isDue(next))
  for (let at = 0; at < due.length && !options.signal.aborted; at += BATCH) {
    await forEachAtOnce(due.slice(at, at + BATCH), async (item) => {
      if (options.signal.aborted) return
      const result = await fetchItem(item, options.fetcher)
      options.log.put({ item: result })
      options.onItem(result)
    })
    await keepFetched(options)
  }
}

/** Milliseconds until something is due. */
function untilNext(options: WatchOptions): number {
  const times = [
    ...options.feeds.flatMap((url) => options.log.feeds.get(url)?.next ?? []),
    ...itemsIn(options, "waiting").flatMap(({ next }) => next ?? []),
  ]
  const first = times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return Math.min(Math.max(first - Date.now(), 0), LONGEST_SLEEP_MS)
}

/** A request that the signal stopped, or a pause: neither is an error. */
const isStop = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted && error instanceof Error && error.name === "AbortError"

/** Watches feeds until the signal comes: asks each when it is due, fetches what is new, codes and stores it. */
export async function watchFeeds(options: WatchOptions): Promise<void> {
  const { signal } = options
  try {
    await keepFetched(options)
    while (!signal.aborted) {
      await checkFeeds(options)
      await fetchItems(options)
      await options.onRound?.()
      if (options.once) return
      await sleep(untilNext(options), undefined, { signal })
    }
  } catch (error) {
    if (!isStop(error, signal)) throw error
  }
}
