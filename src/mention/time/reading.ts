import type { TimeType } from "../../record/index.ts"
import type { Lexemes } from "../quantity/lexemes.ts"
import type { CalendarSpan } from "./calendar-span.ts"
import type { TimeContext } from "./context.ts"
import { timeWord } from "./lexicon.ts"

/** What an expression denotes once its context is known. */
export interface Resolved {
  readonly type: TimeType
  readonly value: string
  /** The calendar days it denotes; undefined for durations, sets and what cannot be resolved. */
  readonly span: CalendarSpan | undefined
}

/** Which words to its left belong to an expression: "early" to a point, "nearly" to a duration. */
export type Leftward = "point" | "duration" | "none"

/** An expression recognised at a lexeme: where it ends, and how to resolve it. */
export interface TimeReading {
  readonly end: number
  readonly leftward: Leftward
  readonly resolve: (context: TimeContext) => Resolved | undefined
  /** The year that the text itself gives, for judging what time the article tells of. */
  readonly year?: number
  /** The span in a given year, for a date written without one. */
  readonly recurs?: (year: number) => CalendarSpan | undefined
  /** Points from the moment of speech ("yesterday", "Friday"): a sign of news. */
  readonly deictic?: boolean
  /** Leaves the story where it is: a decade, "two years earlier". */
  readonly aside?: boolean
}

/** Tries to read an expression whose first lexeme is `at`. */
export type TimeRule = (lexemes: Lexemes, at: number) => TimeReading | undefined

export const dateOf = (span: CalendarSpan | undefined): Resolved | undefined =>
  span && { type: "DATE", value: span.value, span }

/** A date whose place in the calendar the context does not give: "XXXX-03". */
export const openDate = (value: string): Resolved => ({ type: "DATE", value, span: undefined })

/** The reading, but the story goes on from where it was. */
export const aside = (reading: TimeReading): TimeReading => ({ ...reading, aside: true })

/** A point in the calendar that needs no context. */
export const point = (end: number, span: CalendarSpan, year?: number): TimeReading => ({
  end,
  leftward: "point",
  resolve: () => dateOf(span),
  ...(year === undefined ? {} : { year }),
})

/** The longest of the readings at one place; the earlier rule wins a tie. */
export function longest(readings: readonly (TimeReading | undefined)[]): TimeReading | undefined {
  let best: TimeReading | undefined
  for (const reading of readings)
    if (reading !== undefined && (best === undefined || reading.end > best.end)) best = reading
  return best
}

/** What the word at a lexeme means to the time rules. */
export const wordAt = (lexemes: Lexemes, at: number) => timeWord(lexemes.form[at] ?? "")
