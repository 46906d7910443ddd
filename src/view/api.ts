import type {
  Attribution,
  Encounter,
  EncounterCount,
  Event,
  EventPlace,
  EventType,
  Explanation,
  Happening,
  Ledger,
  Owner,
  PairSeries,
  Quad,
  Review,
  Status,
} from "../record/index.ts"

/** The shapes that the REST API gives and the web page takes. Paths are under /api/v1. */

/** GET /pairs: one row an undirected pair of states, most happenings first. */
export interface PairRow {
  /** "BLR-CHN": alpha-3 codes in alphabetical order. */
  readonly pair: string
  readonly a: Country
  readonly b: Country
  readonly happenings: number
  readonly reports: number
  readonly documents: number
  readonly planned: number
  readonly byQuad: Readonly<Record<Quad, number>>
  /** C/(C+F) over the whole record, 0–100, with its band; null where nothing occurred. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  readonly first: string | null
  readonly last: string | null
  /** Weights of what occurred month by month, oldest first, for a sparkline; months in which nothing did are left out. */
  readonly months: readonly {
    readonly month: string
    readonly cooperation: number
    readonly conflict: number
  }[]
}

export interface Country {
  readonly code: string
  readonly name: string
}

/** GET /summary */
export interface Summary {
  readonly documents: number
  readonly events: number
  readonly happenings: number
  readonly pairs: number
  readonly outlets: number
  readonly first: string | null
  readonly last: string | null
  readonly byType: readonly { readonly type: EventType; readonly events: number }[]
  readonly byStatus: readonly { readonly status: Status; readonly events: number }[]
  readonly coder: string
}

/** A happening as a list shows it. */
export interface HappeningRow {
  readonly id: string
  readonly type: EventType
  readonly typeName: string
  readonly mode: string | null
  readonly quad: Quad
  readonly status: Status
  readonly start: string | null
  readonly end: string | null
  readonly precision: string | null
  readonly dateCertain: boolean
  readonly place: EventPlace | null
  readonly actors: readonly PartyLabel[]
  readonly recipients: readonly PartyLabel[]
  readonly reciprocal: boolean
  readonly reports: number
  readonly documents: number
  readonly independentOwners: number
  readonly onlyStateMedia: boolean
  readonly score: number | null
  /** The evidence sentence of the report that tells it best. */
  readonly headline: string
}

export interface PartyLabel {
  readonly name: string
  readonly country: string | null
  readonly sector: string | null
  readonly role: string | null
}

/** GET /pairs/BLR-CHN?status=…&type=…&from=…&to=…&limit=…&offset=… */
export interface PairPage {
  readonly pair: string
  readonly a: Country
  readonly b: Country
  /** How many happenings pass the filter, whichever page of them is asked for. */
  readonly total: number
  /** Latest first; all that pass unless a limit is given. */
  readonly happenings: readonly HappeningRow[]
}

/**
 * GET /pairs/BLR-CHN/relation?by=month&weights=plover&without=state-media,largest&owner=…&direction=forward&from=…&to=…
 * The relation index of the pair, and what it can be computed with and without.
 */
export interface RelationPage {
  readonly pair: string
  readonly a: Country
  readonly b: Country
  readonly series: PairSeries
  /** Owners whose outlets report the pair's happenings, those of most first. */
  readonly owners: readonly (Owner & { readonly happenings: number })[]
  readonly weightsOffered: readonly string[]
}

/** Who published an article and whose outlet it is. */
export interface OutletLabel {
  readonly name: string
  readonly country: string | null
  readonly owner: string | null
  readonly affiliation: "state-affiliated" | "independent" | "unknown"
}

/** GET /happenings/:id */
export interface HappeningPage extends HappeningRow {
  readonly history: Happening["history"]
  readonly versions: Happening["versions"]
  readonly reportsOf: readonly ReportRow[]
}

/** One report of a happening: the words, the outlet, and the chain of who says so. */
export interface ReportRow {
  readonly event: string
  readonly document: string
  readonly title: string | null
  readonly published: string | null
  readonly url: string | null
  readonly outlet: OutletLabel | null
  readonly evidence: string
  readonly status: Status
  readonly background: boolean
  readonly attribution: readonly Attribution[]
  readonly date: Event["date"]
  readonly quantities: Event["quantities"]
  readonly confidence: number
}

/** GET /documents?limit=&offset= */
export interface DocumentRow {
  readonly id: string
  readonly title: string | null
  readonly published: string | null
  readonly outlet: OutletLabel | null
  readonly events: number
}

/** GET /documents/:id (id URL-encoded): the text and every event read from it; each event names its happening. */
export interface DocumentPage extends DocumentRow {
  readonly text: string
  readonly url: string | null
  /** As they stand; those that were rejected, too. */
  readonly coded: readonly CodedEvent[]
  /** What was said of events that are not coded any more. */
  readonly orphans: readonly Review[]
}

export interface CodedEvent extends Event {
  readonly happening: string | null
  readonly typeName: string
  /** What analysts said of it; null where nobody did. */
  readonly review: Review | null
}

/** GET /v1/events/:id/explanation */
export interface ExplanationPage {
  readonly explanation: Explanation
  /** Who coded the event that stands in the record, where that is another than who explains it: they may differ. */
  readonly codedBy: string | null
}

/** POST /api/v1/events/:id/corrections */
export interface CorrectionAnswer {
  readonly event: CodedEvent
}

/** GET /search?q=… */
export interface SearchPage {
  readonly total: number
  readonly in: "articles" | "evidence"
  readonly hits: readonly SearchRow[]
}

/** A document in which what was asked for stands; of evidence, the event that was read from it. */
export interface SearchRow extends DocumentRow {
  readonly event: {
    readonly id: string
    readonly type: EventType | null
    readonly status: Status
    readonly happening: string | null
  } | null
  /** A stretch of the text; `start` is its offset there, those of the marks are into the stretch. */
  readonly snippet: {
    readonly text: string
    readonly start: number
    readonly marks: readonly { readonly start: number; readonly end: number }[]
  }
}

/** GET /pairs/BLR-CHN/datasets: ours first, then each imported dataset that knows the pair. */
export interface DatasetsPage {
  readonly pair: string
  readonly a: Country
  readonly b: Country
  readonly datasets: readonly DatasetLane[]
}

/** One dataset's events of a pair. Of ours, happenings that occurred or are under way. */
export interface DatasetLane {
  readonly dataset: string
  readonly events: number
  readonly first: string | null
  readonly last: string | null
  readonly months: readonly {
    readonly month: string
    readonly events: number
    readonly verbalCooperation: number
    readonly materialCooperation: number
    readonly verbalConflict: number
    readonly materialConflict: number
    /** Mean of the dataset's own score. */
    readonly score: number | null
    /** Mentions or sources, where the dataset counts them. */
    readonly reports: number | null
  }[]
}

/** GET /codebook: what each code means, for tooltips. */
export interface CodebookPage {
  readonly types: readonly {
    readonly code: EventType
    readonly name: string
    readonly quad: Quad
    readonly definition: string
  }[]
  readonly modes: readonly { readonly type: EventType; readonly code: string; readonly definition: string }[]
  readonly statuses: readonly { readonly code: Status; readonly definition: string }[]
  readonly sectors: readonly { readonly code: string; readonly name: string }[]
}

/** GET /pairs/BLR-CHN/ledger?asOf=2023-12-31: everything that holds between two states. */
export interface LedgerPage extends Ledger {
  readonly a: Country
  readonly b: Country
}

/** GET /visits?leader=&year=&pair=: encounters, each once, with the pair that each stands between, and their counts. */
export interface VisitsPage {
  readonly encounters: readonly (Encounter & { readonly pair: string })[]
  readonly counts: readonly EncounterCount[]
}

/** Every error answer (RFC 9457). */
export interface Problem {
  /** Address of what this kind of problem means; about:blank where the status says it all. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** What is wrong with this request. */
  readonly detail: string
  /** What to ask instead. */
  readonly remedy?: string
}
