import type { EventDate, EventPlace, EventType, Participant, Quad, Status } from "./event.ts"
import type { Quantity } from "./mention.ts"
import type { Owner, Teller } from "./telling.ts"

/** What word of a plan may do to it beside confirming it. */
export type PlanChange = "postponed" | "cancelled"

/** A step in a happening's life: planned on one day, occurred on another, as one document reported it. */
export interface HistoryStep {
  readonly status: Status
  /** ISO day of the report (publication date), null where unknown. */
  readonly reported: string | null
  readonly date: EventDate | null
  readonly event: string
  readonly document: string
  /** The report says that the plan was put off or called off. */
  readonly change: PlanChange | null
}

/** Why a happening takes one of several versions as its own. */
export type Grounds =
  /** More independent owners give it than any other. */
  | "most owners"
  /** It says it more exactly than the others: a day, not a month. */
  | "most precise"
  /** It contains the others: a visit of three days, of which they give one. */
  | "widest"
  /** As many owners give it, and it was reported last: tolls rise, plans come true. */
  | "latest"
  /** As many owners give it, and it was reported first. */
  | "first"

/** One version where reports differ in a field, with those who give it. */
export interface Version {
  readonly field: "date" | "place" | "quantity" | "status" | "mode" | "word"
  readonly value: string
  readonly documents: readonly string[]
  /** Names of the outlets that give it, sorted; empty where no publisher is known. */
  readonly outlets: readonly string[]
  readonly independentOwners: number
  /** Why the happening takes this one as its own; null where it takes another. */
  readonly taken: Grounds | null
}

/** The report that was published first. */
export interface FirstReport {
  readonly day: string
  readonly outlet: string | null
  readonly document: string
}

/** What happened once, however many reports tell of it. */
export interface Happening {
  readonly id: string
  readonly events: readonly string[]
  /** The report that tells it best: most precise, most certain. */
  readonly bestEvent: string
  readonly documents: readonly string[]
  readonly type: EventType
  readonly mode: string | null
  readonly quad: Quad | null
  /** PLOVER's score of the type and mode, from the report that tells it best. */
  readonly score: number | null
  /** The closest CAMEO code, from the same report; null where none is coded. */
  readonly cameo: string | null
  readonly status: Status
  readonly history: readonly HistoryStep[]
  readonly date: EventDate | null
  readonly place: EventPlace | null
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly reciprocal: boolean
  /** One amount a kind and unit: of differing versions the one that is taken. */
  readonly quantities: readonly Quantity[]
  readonly versions: readonly Version[]
  readonly outlets: readonly string[]
  /** Owners, not outlets: one state's five channels are one voice, and so is one text in ten papers. */
  readonly independentOwners: number
  /** These owners, sorted by key. */
  readonly owners: readonly Owner[]
  /** On whose word alone it is known; empty where an outlet tells it in its own voice. */
  readonly toldOnlyBy: readonly Teller[]
  readonly onlyStateMedia: boolean
  /** Null where no report has a day of publication. */
  readonly firstReported: FirstReport | null
  /** No report of the time is in the record; later articles recall it. */
  readonly onlyRecalled: boolean
}
