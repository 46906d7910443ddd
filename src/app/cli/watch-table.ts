import Table from "cli-table3"
import type { WatchLog } from "../watch/watch-log.ts"

const minuteOf = (time: number | undefined): string =>
  time === undefined ? "–" : new Date(time).toISOString().slice(0, 16).replace("T", " ")

/** What each feed last gave (times in UTC), how many of its articles are stored, waiting and given up, and its error. */
export function watchTable(feeds: readonly string[], log: Pick<WatchLog, "feeds" | "items">): string {
  const table = new Table({
    style: { head: [], border: [] },
    head: ["feed", "checked", "last new", "entries", "stored", "waiting", "given up", "error"],
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
  })
  const counts = new Map<string, { stored: number; waiting: number; failed: number }>()
  for (const { feed, state } of log.items.values()) {
    const count = counts.get(feed) ?? { stored: 0, waiting: 0, failed: 0 }
    count[state === "fetched" ? "waiting" : state]++
    counts.set(feed, count)
  }
  for (const url of feeds) {
    const { checked, lastNew, entries, error, next, failures = 0 } = log.feeds.get(url) ?? {}
    const { stored, waiting, failed } = counts.get(url) ?? { stored: 0, waiting: 0, failed: 0 }
    const again = next === undefined ? "not asked again" : `${failures} in a row; again ${minuteOf(next)}`
    table.push([
      url,
      minuteOf(checked),
      minuteOf(lastNew),
      entries ?? "–",
      stored,
      waiting,
      failed,
      error === undefined ? "" : `${error} (${again})`,
    ])
  }
  return table.toString()
}
