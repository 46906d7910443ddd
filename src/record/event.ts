import type { Actor } from "./actor.ts"
import type { EventCorrection } from "./correction.ts"
import type { Attribution, DatePrecision, Quantity } from "./mention.ts"
import type { Span, TextSpan } from "./span.ts"

/** PLOVER's sixteen categories, from cooperative to conflictual as the manual orders them. */
export const EVENT_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** Whether the thing happened: see the contract's list of statuses. */
export const STATUSES = [
  "occurred",
  "ongoing",
  "planned",
  "expected",
  "promised",
  "threatened",
  "hypothetical",
  "denied",
  "not-occurred",
] as const
export type Status = (typeof STATUSES)[number]

export const QUADS = [
  "verbal cooperation",
  "material cooperation",
  "verbal conflict",
  "material conflict",
] as const
export type Quad = (typeof QUADS)[number]

/** A resolved actor together with the words that name it; start and end are offsets into the article. */
export interface Participant extends Actor, TextSpan {}

/** When: inclusive ISO days. `text` is null where the article does not say and the date is implied (`certain: false`). */
export interface EventDate {
  readonly start: string
  readonly end: string
  readonly precision: DatePrecision
  readonly text: string | null
  /** False where the date was filled in from the publication date. */
  readonly certain: boolean
}

export interface EventPlace {
  readonly name: string
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly text: string
}

export interface Quote extends TextSpan {
  readonly speaker: string | null
}

/**
 * One coded event: what the article reports, who says so, and from which words.
 * The record is the JSON of the contract: absent contract fields are null, never left out or replaced by a message.
 */
export interface Event {
  readonly id: string
  readonly document: string
  /** Index of the evidence's sentence in the article, from 0. */
  readonly sentence: number
  readonly evidence: TextSpan
  readonly type: EventType | null
  readonly plover: EventType | null
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly quad: Quad | null
  readonly score: number | null
  readonly status: Status
  readonly background: boolean
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  readonly reciprocal: boolean
  readonly date: EventDate | null
  readonly place: EventPlace | null
  readonly attribution: readonly Attribution[]
  readonly quote: Quote | null
  readonly quantities: readonly Quantity[]
  readonly topics: readonly string[]
  readonly confidence: number
  readonly coder: string
  /** The word that made us read an event here. */
  readonly trigger: TextSpan | null
  /** Why it was coded so: the pattern, the rule for the status, the features of the classifier. For `explain`. */
  readonly reasons: readonly string[]
  /** What analysts said of it, whose fields it then carries; left out where nobody did. */
  readonly correction?: EventCorrection
}

/** Evidence span of an event, for highlighting. */
export const evidenceSpan = (event: Event): Span => ({ start: event.evidence.start, end: event.evidence.end })
