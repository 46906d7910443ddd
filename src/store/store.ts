import type {
  Article,
  Correction,
  Event,
  EventType,
  Happening,
  OccurredCount,
  PairAct,
  PairDirection,
  Provenance,
  Publisher,
  Quad,
  Status,
  Teller,
} from "../record/index.ts"

import type { AlertLog } from "./alerts/alert.ts"
import type { Corrector } from "./apply-corrections.ts"
import type { AddedCorrections } from "./corrections.ts"
import type { Lookups } from "./datasets/dataset.ts"
import type { DatasetFile, DatasetOutcome } from "./datasets/import-dataset.ts"
import type { DatasetSeries, ImportedFile } from "./datasets/read-datasets.ts"
import type { OpinionLog } from "./opinions/opinion.ts"
import type { ExportedDocument, ExportedHappening, ExportedReport } from "./read-export.ts"

import type { SearchRequest, SearchResult } from "./search/search.ts"
import type { NewsRequest, StoredNews } from "./today/today.ts"
import type { Mismatch, VerifyOutcome } from "./verify.ts"
import type { WorkbenchReads } from "./workbench/workbench.ts"

/** An article together with every event read from it; what `readArticle` returns fits. */
export interface StoredReading {
  readonly article: Article
  readonly events: readonly Event[]
}

/** Who reads and codes a batch, and when (ISO 8601 in UTC). */
export interface StoredBy {
  readonly coder: string
  readonly extractor?: string
  readonly time?: string
}

/** How many documents of a batch were written, and how many stood there already, unchanged. */
export interface PutOutcome {
  readonly stored: number
  readonly unchanged: number
}

/** What linking needs to know of a document beside its events. */
export interface DocumentMeta {
  readonly published?: string
  readonly publisher?: Publisher
  /** By which copies of one text are known; the linker makes it. */
  readonly signature?: string
}

/** Events by number, held for as long as they are compared two by two. */
export interface Sketches {
  readonly size: number
  has(number: number): boolean
  add(number: number, event: Event, meta: DocumentMeta): void
  /** Whether the two can influence each other in linking. */
  canMeet(a: number, b: number): boolean
  keep(wanted: ReadonlySet<number>): void
}

/**
 * Decides which reports tell of one happening; the store only fetches and writes. `createRecordLinker` of app/ makes one.
 * Events influence each other only along chains of pairs that share a key and can meet, so a batch touches only the happenings it
 * can change, and a corpus is linked chain by chain.
 */
export interface Linker {
  /** Changes whenever the same events could be linked differently; the store then links everything anew. */
  readonly version: string
  /** Of a document's text, to be kept beside it; undefined where the text is too short to compare. */
  readonly signature: (text: string) => string | undefined
  readonly keys: (event: Event, meta: DocumentMeta) => readonly string[]
  readonly link: (
    events: readonly Event[],
    documents: ReadonlyMap<string, DocumentMeta>,
  ) => readonly Happening[]
  readonly sketches: () => Sketches
  /** Reads a document's events with what analysts said of them. */
  readonly correct: Corrector
  /** The undirected pairs of states that a happening stands between, "BLR-CHN", and who of them acts. */
  readonly pairs: (
    happening: Happening,
  ) => readonly { readonly pair: string; readonly direction: PairDirection }[]
}

export interface RelinkOutcome {
  /** Events that were linked anew, and the happenings they form. */
  readonly events: number
  readonly happenings: number
}

export interface StoreSummary {
  readonly documents: number
  readonly events: number
  readonly happenings: number
  readonly pairs: number
  readonly publishers: number
  /** First and last ISO day of publication. */
  readonly first: string | null
  readonly last: string | null
  readonly byType: readonly { readonly type: EventType; readonly events: number }[]
  readonly byStatus: readonly { readonly status: Status; readonly events: number }[]
  readonly coder: string
}

/**
 * Happenings of an undirected pair of states that are alike in everything the relation index asks for, counted.
 * `month` is YYYY-MM of the first day, null where the happening has no date or lasts longer than was asked for.
 */
export interface PairTally {
  readonly pair: string
  readonly month: string | null
  readonly quad: Quad
  readonly status: Status
  readonly score: number
  readonly owners: number
  readonly toldOnlyBy: readonly Teller[]
  readonly happenings: number
}

/** A pair's totals that tallies cannot give. */
export interface PairTotal {
  readonly pair: string
  readonly happenings: number
  readonly reports: number
  readonly documents: number
  readonly first: string | null
  readonly last: string | null
}

export interface PairFilter {
  readonly status?: Status
  readonly type?: EventType
  /** Inclusive ISO days; a happening counts where its dates overlap them. */
  readonly from?: string
  readonly to?: string
}

/** A stretch of a list. */
export interface Page {
  readonly limit: number
  readonly offset: number
  /** Begins behind this place instead of at the list's head: what is added before it moves nothing. */
  readonly after?: Place
}

/** A place in a list that is ordered by a time, latest first and the undated last, and by id. */
export interface Place {
  readonly at: string | null
  readonly id: string
}

/** A stretch of an export: so many records, from behind one on. */
export interface ExportPage<Key> {
  readonly limit?: number
  readonly after?: Key
}

/** A happening with the time at which the last of its reports was stored. */
export interface LateHappening extends StoredHappening {
  readonly stored: string
}

/**
 * Which tallies: of one pair or of all, of what began between inclusive ISO days or ever, and how many days a happening may span
 * from first to last to stand in a month.
 */
export interface TallyQuery {
  readonly pair?: string
  readonly from?: string
  readonly to?: string
  readonly longestSpan: number
}

export interface DocumentEntry {
  readonly id: string
  readonly title: string | null
  readonly published: string | null
  readonly url: string | null
  readonly publisher: Publisher | null
  readonly events: number
}

export interface StoredDocument extends DocumentEntry {
  readonly provenance: Provenance
  readonly article: Article
  /** As they were coded, whatever analysts say of them. */
  readonly coded: readonly Event[]
  readonly corrections: readonly Correction[]
  /** Happening of each event, by event id. */
  readonly happeningOf: ReadonlyMap<string, string>
}

/** A happening with its reports, as lists and pages need them. */
export interface StoredHappening {
  readonly happening: Happening
  /** The words of the report that tells it best. */
  readonly headline: string
}

/** One report of a happening. */
export interface StoredReport {
  readonly event: Event
  readonly document: DocumentEntry
}

/** What of the record is exported: everything where nothing is given. */
export interface ExportFilter {
  /** "BLR-CHN" */
  readonly pair?: string
  readonly types?: readonly EventType[]
  readonly statuses?: readonly Status[]
  /** Inclusive ISO days: of the event or happening, for documents of publication. */
  readonly from?: string
  readonly to?: string
  /** Name or domain of a publisher. */
  readonly outlet?: string
}

/** Which of a pair's happenings count; of an outlet's, those that it reports. */
export type ActFilter = Pick<ExportFilter, "types" | "statuses" | "outlet">

/** The record of one corpus in one embedded database file. One process at a time may hold it open for writing. */
export interface Store extends WorkbenchReads, AlertLog, OpinionLog {
  readonly path: string
  /**
   * Writes documents with all their events in one transaction; what it resolves for is on disk. A document that stands
   * there with the same text and coder is left alone, one that differs is replaced with its events.
   */
  readonly putBatch: (readings: readonly StoredReading[], by: StoredBy) => Promise<PutOutcome>
  /** Which of these articles stand there already, coded from the same content by the same coder: ids to skip. */
  readonly unchanged: (articles: readonly Article[], coder: string) => Promise<ReadonlySet<string>>
  /** Links what changed since the last call (everything with `all`), in one transaction. */
  readonly relink: (linker: Linker, options?: { readonly all?: boolean }) => Promise<RelinkOutcome>
  /** Version of the linker that linked what is linked; null where nothing is. */
  readonly linkedBy: () => Promise<string | null>
  /** Adds corrections that are not there yet; happenings follow them when the record is linked next. */
  readonly addCorrections: (corrections: readonly Correction[]) => Promise<AddedCorrections>
  /** Everything that was said, of one document or of all, oldest first. */
  readonly corrections: (document?: string) => Promise<readonly Correction[]>
  /** Whether happenings, series and exports follow the corrections, or the machine's own output. */
  readonly followsCorrections: () => Promise<boolean>
  /** Says so, from the next linking on. */
  readonly followCorrections: (follow: boolean) => Promise<void>

  readonly summary: () => Promise<StoreSummary>
  /** What is new in a window of news, with what its pairs did before. */
  readonly news: (request: NewsRequest) => Promise<StoredNews>
  /** Names the data that the record holds, to be cited: the same for the same documents, code and corrections. */
  readonly fingerprint: () => Promise<string>
  /** How often the record has been written. */
  readonly writes: () => Promise<number>
  /** Totals and tallies of every pair of states, or of one. */
  readonly pairTotals: () => Promise<readonly PairTotal[]>
  readonly pairTallies: (query: TallyQuery) => Promise<readonly PairTally[]>
  /** All of a pair's happenings that have a quad class and a score, as the relation index asks for them, by id. */
  readonly pairActs: (pair: string, filter?: ActFilter) => Promise<readonly PairAct[]>
  /** What occurred or is under way in the whole record, day by day: the attention that a pair's own is measured by. */
  readonly occurredCounts: () => Promise<readonly OccurredCount[]>
  /** A pair's happenings, latest first, undated ones last; all of them or one page. */
  readonly pairHappenings: (
    pair: string,
    filter?: PairFilter,
    page?: Page,
  ) => Promise<readonly StoredHappening[]>
  readonly countPairHappenings: (pair: string, filter?: PairFilter) => Promise<number>
  readonly happening: (id: string) => Promise<StoredHappening | null>
  /** Happenings told by documents that were stored later than the place, in order of storing and id. */
  readonly happeningsStored: (after: Place, most: number) => Promise<readonly LateHappening[]>
  /** The place behind everything that is stored. */
  readonly lastStored: () => Promise<Place>
  readonly documents: (page: Page) => Promise<readonly DocumentEntry[]>
  readonly document: (id: string) => Promise<StoredDocument | null>
  /** The document that an event was coded from, whether the event stands or is rejected. */
  readonly documentOfEvent: (id: string) => Promise<string | null>
  /** Events by id, each with its document's entry; ids that are not there are left out. */
  readonly reports: (eventIds: readonly string[]) => Promise<readonly StoredReport[]>
  /** Every event in order of document and place in the text, for export. */
  readonly events: () => AsyncIterable<Event>
  readonly happenings: () => AsyncIterable<Happening>
  readonly exportReports: (
    filter: ExportFilter,
    page?: ExportPage<{ readonly document: string; readonly position: number }>,
  ) => AsyncIterable<ExportedReport>
  readonly exportHappenings: (
    filter: ExportFilter,
    page?: ExportPage<string>,
  ) => AsyncIterable<ExportedHappening>
  readonly exportDocuments: (filter: ExportFilter) => AsyncIterable<ExportedDocument>
  /** Puts a file of others' event data beside ours, in one transaction; the same content is never there twice. */
  readonly importDataset: (file: DatasetFile, lookups: Lookups) => Promise<DatasetOutcome>
  readonly importedFiles: () => Promise<readonly ImportedFile[]>
  /** What each imported dataset says of a pair, month by month. */
  readonly pairDatasets: (
    pair: string,
    direction?: "forward" | "backward",
  ) => Promise<readonly DatasetSeries[]>
  /** Indexes the words of what came since the last time; gives the number of texts. */
  readonly indexTexts: () => Promise<number>
  /** True where nothing waits to be indexed. */
  readonly isIndexed: () => Promise<boolean>
  readonly search: (request: SearchRequest) => Promise<SearchResult>
  /** Reads the whole record and tells whatever contradicts itself. */
  readonly verify: (onMismatch: (mismatch: Mismatch) => void) => Promise<VerifyOutcome>
  readonly close: () => Promise<void>
}
