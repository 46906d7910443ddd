import type { Actor } from "./actor.ts"
import type { Span, TextSpan } from "./span.ts"

export type EntityType = "person" | "organisation" | "country" | "nationality" | "place" | "group" | "other"

/** Words that name or point to somebody or something; token indices are into the article's analysis, `last` exclusive. */
export interface Mention extends TextSpan {
  readonly type: EntityType
  readonly first: number
  readonly last: number
  /** The token that carries the mention in the syntax tree. */
  readonly head: number
  /** Who it is; null where the words name something that can be no actor, or nobody we know. */
  readonly actor: Actor | null
  /** Mentions of one chain speak of the same entity. Unique within the article. */
  readonly chain: number
  /** A pronoun or a bare noun ("the president") that only coreference resolves. */
  readonly anaphor: boolean
  /** Lies inside a larger mention of somebody else: "Iranian" in "the Iranian foreign minister". */
  readonly nested?: boolean
  /** The actor's country is not in the words; it was filled in from the article. */
  readonly implied?: boolean
}

export type TimeType = "DATE" | "TIME" | "DURATION" | "SET"
export type DatePrecision =
  | "time"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "season"
  | "year"
  | "decade"
  | "century"

/** A TIMEX3 expression with the calendar interval it denotes (inclusive ISO days), absent for durations and sets. */
export interface TimeMention extends TextSpan {
  readonly type: TimeType
  /** TIMEX3 value: 2023-03, 2023-W12, P4H, PRESENT_REF … */
  readonly value: string
  readonly interval: DateInterval | null
}

export interface DateInterval {
  readonly start: string
  readonly end: string
  readonly precision: DatePrecision
}

/** A place name in the text, resolved to the gazetteer where it could be. Coordinates are WGS 84 degrees. */
export interface PlaceMention extends TextSpan {
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly geonames: number | null
  readonly country: string | null
  /** GeoNames feature code (PCLI, ADM1, PPLC, SEA …), null where unknown. */
  readonly feature: string | null
}

export type QuantityKind = "money" | "duration" | "count" | "casualties" | "ordinal" | "other"

/** A number that matters. `unit` is an ISO 4217 code for money, else a lower-case singular noun ("visit", "hour", "killed"). */
export interface Quantity {
  readonly kind: QuantityKind
  readonly value: number
  readonly unit: string | null
  readonly text: string
  /** For ordinals: the period within which it counts ("second trip in 2023" → "2023"). */
  readonly period?: string
}

export interface QuantityMention extends Quantity, Span {}

/** Who says what: any of the three spans may be missing. `direct` where the content stands in quotation marks. */
export interface AttributionMention {
  readonly source: TextSpan | null
  readonly cue: TextSpan | null
  readonly content: TextSpan | null
  readonly direct: boolean
  /** Who the source is, outermost first where attributions nest: "Zerkalo.io reported that the department commented …". */
  readonly chain: readonly Attribution[]
}

/** One link of an attribution chain. */
export interface Attribution {
  readonly name: string
  readonly kind: "media" | "government" | "person" | "organization" | "group" | "unnamed"
  readonly country?: string
}
