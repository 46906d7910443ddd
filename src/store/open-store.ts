import { closeSync, existsSync, openSync, readSync } from "node:fs"
import type { Event, Happening } from "../record/index.ts"
import { alertLog } from "./alerts/alerts.ts"
import { STANDING_EVENTS } from "./apply-corrections.ts"
import { addCorrections, followCorrections, followsCorrections, listCorrections } from "./corrections.ts"
import { Database } from "./database.ts"
import { importDataset } from "./datasets/import-dataset.ts"
import { importedFiles, pairDatasets } from "./datasets/read-datasets.ts"
import { lockedError } from "./lock-holder.ts"
import { migrate, requireNewest } from "./migrate.ts"
import { opinionLog } from "./opinions/opinions.ts"
import { putBatch, unchangedIds } from "./put-batch.ts"
import { documentById, documentOfEvent, listDocuments, reportsById, summarise } from "./read-documents.ts"
import { exportDocuments, exportHappenings, exportReports } from "./read-export.ts"
import {
  countPairHappenings,
  happeningById,
  pairHappenings,
  pairTallies,
  pairTotals,
} from "./read-happenings.ts"
import { occurredCounts, pairActs } from "./read-relation.ts"
import { recordFingerprint } from "./record-version.ts"
import { linkedBy, relink } from "./relink.ts"
import { isIndexed } from "./search/index-text.ts"
import { SearchIndex } from "./search/search.ts"
import type { Store } from "./store.ts"
import { StoreError } from "./store-error.ts"
import { happeningsStored, lastStored } from "./stored-since.ts"
import { newsOf } from "./today/today.ts"
import { verifyRecord } from "./verify.ts"
import { workbenchReads } from "./workbench/workbench.ts"
import { countWrites, writesOf } from "./writes.ts"

export interface OpenOptions {
  /** Opens an existing file for reading only. */
  readonly readOnly?: boolean
  /** DuckDB's own words, for example "2GB"; the default leaves room for the coder beside it. */
  readonly memoryLimit?: string
  readonly threads?: number
}

const MEMORY_LIMIT = "1GB"
const THREADS = 2
const IN_MEMORY = ":memory:"
/** Four letters from the ninth byte on mark a DuckDB file. */
const MAGIC = { at: 8, text: "DUCK" }

/** Opens the record in the file, making or migrating it where needed; ":memory:" keeps it in memory. */
export async function openStore(path: string, options: OpenOptions = {}): Promise<Store> {
  const readOnly = options.readOnly ?? false
  if (path !== IN_MEMORY) checkFile(path, readOnly)
  const database = await openDatabase(path, options)
  try {
    if (readOnly) await requireNewest(database, path)
    else {
      await migrate(database, path)
      countWrites(database)
    }
  } catch (error) {
    await database.close()
    throw error
  }
  return storeOver(database, path)
}

/** Refuses what is no record before the database looks at it: it would open a JSON file, too. */
function checkFile(path: string, readOnly: boolean): void {
  if (!existsSync(path)) {
    if (readOnly)
      throw new StoreError(
        `${path} does not exist. Run Chancery on some articles first, or give another path.`,
      )
    return
  }
  const head = Buffer.alloc(MAGIC.at + MAGIC.text.length)
  const file = openSync(path, "r")
  const read = readSync(file, head, 0, head.length, 0)
  closeSync(file)
  if (read !== head.length || head.toString("latin1", MAGIC.at) !== MAGIC.text)
    throw new StoreError(`${path} is no Chancery record, but some other file. Give another path.`)
}

async function openDatabase(path: string, options: OpenOptions): Promise<Database> {
  try {
    return await Database.open(path, {
      access_mode: options.readOnly ? "READ_ONLY" : "AUTOMATIC",
      memory_limit: options.memoryLimit ?? MEMORY_LIMIT,
      threads: String(options.threads ?? THREADS),
    })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw lockedError(path, cause) ?? new StoreError(`${path} cannot be opened: ${message.trim()}`, { cause })
  }
}

function storeOver(database: Database, path: string): Store {
  const index = new SearchIndex(database)
  return {
    path,
    putBatch: async (readings, by) => {
      const outcome = await putBatch(database, readings, by)
      index.forget()
      return outcome
    },
    unchanged: (articles, coder) => unchangedIds(database, articles, coder),
    relink: (linker, { all = false } = {}) => relink(database, linker, all),
    addCorrections: (corrections) => addCorrections(database, corrections),
    corrections: (document) => listCorrections(database, document),
    followsCorrections: () => followsCorrections(database),
    followCorrections: (follow) => followCorrections(database, follow),
    linkedBy: () => linkedBy(database),
    summary: () => summarise(database),
    news: (request) => newsOf(database, request),
    fingerprint: () => recordFingerprint(database),
    writes: () => writesOf(database),
    pairTotals: () => pairTotals(database),
    pairTallies: (query) => pairTallies(database, query),
    pairActs: (pair, filter) => pairActs(database, pair, filter),
    occurredCounts: () => occurredCounts(database),
    pairHappenings: (pair, filter, page) => pairHappenings(database, pair, filter, page),
    countPairHappenings: (pair, filter) => countPairHappenings(database, pair, filter),
    happening: (id) => happeningById(database, id),
    happeningsStored: (after, most) => happeningsStored(database, after, most),
    lastStored: () => lastStored(database),
    documents: (page) => listDocuments(database, page),
    document: (id) => documentById(database, id),
    documentOfEvent: (id) => documentOfEvent(database, id),
    reports: (eventIds) => reportsById(database, eventIds),
    events: () =>
      records<Event>(database, `SELECT event AS record FROM ${STANDING_EVENTS} ORDER BY document, position`),
    happenings: () => records<Happening>(database, "SELECT happening AS record FROM happenings ORDER BY id"),
    exportReports: (filter, page) => exportReports(database, filter, page),
    exportHappenings: (filter, page) => exportHappenings(database, filter, page),
    exportDocuments: (filter) => exportDocuments(database, filter),
    importDataset: (file, lookups) => importDataset(database, file, lookups),
    importedFiles: () => importedFiles(database),
    pairDatasets: (pair, direction) => pairDatasets(database, pair, direction),
    indexTexts: () => index.index(),
    isIndexed: () => isIndexed(database),
    search: (request) => index.search(request),
    verify: (onMismatch) => verifyRecord(database, onMismatch),
    ...workbenchReads(database),
    ...alertLog(database),
    ...opinionLog(database),
    close: () => database.close(),
  }
}

async function* records<T>(database: Database, sql: string): AsyncGenerator<T> {
  for await (const { record } of database.stream(sql)) yield JSON.parse(String(record)) as T
}
