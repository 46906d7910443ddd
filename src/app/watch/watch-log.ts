import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import type { Article } from "../../record/index.ts"

/** What is known of a feed since it was last asked. Times are milliseconds since 1970. */
export interface FeedState {
  readonly url: string
  readonly etag?: string
  readonly lastModified?: string
  readonly checked?: number
  /** Not asked before; absent for a feed that is gone. */
  readonly next?: number
  readonly failures: number
  readonly error?: string
  /** Entries that it last gave, how many of them were new, and when it last gave a new one. */
  readonly entries?: number
  readonly fresh?: number
  readonly lastNew?: number
}

/**
 * What is known of an article that a feed named: waiting to be fetched (not before `next`), fetched and not yet in the record
 * (then it is kept here), stored, or given up.
 */
export interface ItemState {
  readonly url: string
  readonly feed: string
  readonly state: "waiting" | "fetched" | "stored" | "failed"
  readonly tries: number
  readonly next?: number
  readonly message?: string
  readonly title?: string
  readonly published?: string
  readonly content?: string
  readonly article?: Article
}

/** The memory of a watch: what it knows now, and a file that every change is written to before it counts. */
export interface WatchLog {
  readonly feeds: ReadonlyMap<string, FeedState>
  readonly items: ReadonlyMap<string, ItemState>
  readonly put: (...changes: readonly Change[]) => void
  readonly close: () => void
}

/** Where the watch of a store keeps its memory. */
export const watchLogOf = (store: string): string => `${store}.watch.jsonl`

export type Change = { readonly feed: FeedState } | { readonly item: ItemState }

/** A file with this many times more lines than things it knows is written anew. */
const GROWTH = 3
const SMALL = 1000

/** A line that the end of the process cut off is not there; whatever it said is found out again. */
function parseChange(line: string): Change | undefined {
  try {
    return JSON.parse(line) as Change
  } catch {
    return undefined
  }
}

const lineOf = (change: Change): string => `${JSON.stringify(change)}\n`

interface Known {
  readonly feeds: Map<string, FeedState>
  readonly items: Map<string, ItemState>
}

function take({ feeds, items }: Known, change: Change): void {
  if ("feed" in change) feeds.set(change.feed.url, change.feed)
  else if ("item" in change) items.set(change.item.url, change.item)
}

/** Reads what a file knows, without touching it: another process may be writing it. */
export function readWatchLog(file: string): Known & { readonly lines: number; readonly isWhole: boolean } {
  const known: Known = { feeds: new Map(), items: new Map() }
  const text = existsSync(file) ? readFileSync(file, "utf8") : ""
  const lines = text.split("\n").filter((line) => line !== "")
  for (const line of lines) {
    const change = parseChange(line)
    if (change !== undefined) take(known, change)
  }
  return { ...known, lines: lines.length, isWhole: text === "" || text.endsWith("\n") }
}

/** Writes anew a file that has grown far beyond what it knows, in one step. */
function compact(file: string, { feeds, items }: Known): void {
  const all: Change[] = [
    ...[...feeds.values()].map((feed) => ({ feed })),
    ...[...items.values()].map((item) => ({ item })),
  ]
  writeFileSync(`${file}.new`, all.map(lineOf).join(""))
  renameSync(`${file}.new`, file)
}

/** Opens the memory in a file, made where it is missing. One process at a time may hold it: whoever holds the store. */
export function openWatchLog(file: string): WatchLog {
  const { lines, isWhole, ...known } = readWatchLog(file)
  const isLarge = lines > SMALL && lines > (known.feeds.size + known.items.size) * GROWTH
  if (isLarge) compact(file, known)
  const handle = openSync(file, "a")
  // A cut line must not run into the next one.
  if (!isWhole && !isLarge) writeSync(handle, "\n")
  return {
    ...known,
    put: (...changes) => {
      if (changes.length === 0) return
      writeSync(handle, changes.map(lineOf).join(""))
      fdatasyncSync(handle)
      for (const change of changes) take(known, change)
    },
    close: () => closeSync(handle),
  }
}
