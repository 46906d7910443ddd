import type { EventDate, EventPlace, EventType, Participant, Quad, Status } from "./event.ts"

/** A step in a happening's life: planned on one day, occurred on another, as one document reported it. */
export interface HistoryStep {
  readonly status: Status
  /** ISO day of the report (publication date), null where unknown. */
  readonly reported: string | null
  readonly date: EventDate | null
  readonly event: string
  readonly document: string
}

/** One outlet's version where reports differ in a field. */
export interface Version {
  readonly field: "date" | "place" | "quantity" | "status" | "mode"
  readonly value: string
  readonly documents: readonly string[]
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
  readonly status: Status
  readonly history: readonly HistoryStep[]
  readonly date: EventDate | null
  readonly place: EventPlace | null
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly reciprocal: boolean
  readonly versions: readonly Version[]
  readonly outlets: readonly string[]
  /** Owners, not outlets: one state's five channels are one voice. */
  readonly independentOwners: number
  readonly onlyStateMedia: boolean
}
