import { statSync } from "node:fs"
import type { BrokenFeed } from "../../view/index.ts"
import { type FeedState, readWatchLog, watchLogOf } from "./watch-log.ts"

/** A log is read again only once it has changed. */
const known = new Map<string, { readonly stamp: string; readonly feeds: readonly BrokenFeed[] }>()

/** Feeds of a store's watch that could not be read when they were last asked, those that failed most often first. */
export function brokenFeeds(store: string): readonly BrokenFeed[] {
  const file = watchLogOf(store)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return []
  const stamp = `${found.size} ${found.mtimeMs}`
  const before = known.get(file)
  if (before?.stamp === stamp) return before.feeds
  const feeds = brokenOf([...readWatchLog(file).feeds.values()])
  known.set(file, { stamp, feeds })
  return feeds
}

/** Those of the feeds that gave an error last. */
export const brokenOf = (feeds: readonly FeedState[]): BrokenFeed[] =>
  feeds
    .flatMap(({ url, error, failures, checked, lastNew, next }) =>
      error === undefined
        ? []
        : [
            {
              url,
              error,
              failures,
              checked: isoTime(checked),
              lastNew: isoTime(lastNew),
              gone: next === undefined,
            },
          ],
    )
    .sort((a, b) => b.failures - a.failures || (a.url < b.url ? -1 : 1))

const isoTime = (time: number | undefined): string | null =>
  time === undefined ? null : new Date(time).toISOString()
