import { mkdirSync, readFileSync } from "node:fs"
import { dirname } from "node:path"
import { DataError } from "../../codebook/data-files.ts"
import { openStore } from "../../store/index.ts"
import { createFetcher } from "../fetch/fetcher.ts"
import { stopOnInterrupt } from "../interrupt.ts"
import { readOwnActors } from "../own-actors.ts"
import type { FeedReport } from "../watch/check-feed.ts"
import { createKeeper } from "../watch/keep-articles.ts"
import { FeedError, readFeedList } from "../watch/parse-feed.ts"
import { type ItemState, openWatchLog, readWatchLog, watchLogOf } from "../watch/watch-log.ts"
import { watchFeeds } from "../watch/watcher.ts"
import { checkAndTell } from "./alerts-store.ts"
import { DEFAULT_PORT } from "./serve.ts"
import { startServer } from "./serve-store.ts"
import { noteLine } from "./stream-documents.ts"
import type { WatchCommandOptions } from "./watch.ts"
import { watchTable } from "./watch-table.ts"

/** Reads the list of feeds; a file that is none is named, with what is wrong. */
function readList(file: string): string[] {
  try {
    return readFeedList(readFileSync(file, "utf8"))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!(error instanceof FeedError) && code === undefined) throw error
    throw new DataError(`${file}: ${code === "ENOENT" ? "there is no such file" : message}`, { cause: error })
  }
}

const tell = (line: string): void => {
  process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`)
}

const tellFeed = ({ url, fresh, entries, error }: FeedReport): void =>
  tell(error === undefined ? `${url}: ${fresh} new of ${entries}` : `${url}: ${error}`)

function tellItem({ url, state, message, next }: ItemState): void {
  if (state === "failed") tell(`  ${url}: ${message}; given up`)
  else if (state === "waiting" && next !== undefined)
    tell(`  ${url}: ${message}; again after ${new Date(next).toTimeString().slice(0, 5)}`)
}

/** What of the options is the page's. */
function served({ serve = DEFAULT_PORT, outlets, host, token, weights }: WatchCommandOptions) {
  return {
    port: serve,
    ...(outlets === undefined ? {} : { outlets }),
    ...(host === undefined ? {} : { host }),
    ...(token === undefined ? {} : { token }),
    ...(weights === undefined ? {} : { weights }),
  }
}

/** Follows feeds into a store, or shows what is known of them. */
export async function watchIntoStore(file: string, options: WatchCommandOptions): Promise<void> {
  const feeds = readList(file)
  const actors = readOwnActors(options.actors ?? [], (issue) => process.stderr.write(`${issue}\n`))
  mkdirSync(dirname(options.store), { recursive: true })
  if (options.status === true) {
    process.stdout.write(`${watchTable(feeds, readWatchLog(watchLogOf(options.store)))}\n`)
    return
  }
  const signal = stopOnInterrupt(() => tell("Stopping after what is under way …"))
  const store = await openStore(options.store)
  const log = openWatchLog(watchLogOf(options.store))
  const server = options.serve === undefined ? undefined : await startServer(store, served(options))
  try {
    const keep = await createKeeper(store, {
      ...(options.outlets === undefined ? {} : { outlets: options.outlets }),
      actors,
      mode: options.mode,
      onNote: (note) => tell(`  ${noteLine(note)}`),
    })
    const fetcher = createFetcher({
      allowedHosts: new Set(options.allowHost),
      pause: options.pause * 1000,
      signal,
    })
    await watchFeeds({
      feeds,
      log,
      fetcher,
      every: options.every * 60_000,
      once: options.once === true,
      signal,
      keep: async (articles) => {
        await keep(articles)
        const uncoded = articles.filter((article) => article.uncoded !== undefined).length
        tell(`  ${articles.length} stored${uncoded === 0 ? "" : `, ${uncoded} of them not coded`}`)
      },
      ...(options.alerts === true
        ? { onRound: async () => void (await checkAndTell(store, { quiet: true })) }
        : {}),
      onFeed: tellFeed,
      onItem: tellItem,
    })
    process.stdout.write(`${watchTable(feeds, log)}\n`)
  } finally {
    await server?.close()
    log.close()
    await store.close()
  }
}
