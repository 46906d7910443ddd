import type { CalendarSpan } from "./calendar-span.ts"
import { civilOf, dayOf, monthLength } from "./civil.ts"

/** The part of a month, a year or a week that a modifier leaves of it. */
type Part = "early" | "middle" | "late"

const MODIFIERS: readonly (readonly [RegExp, Part])[] = [
  [/\b(?:early|beginning|start)\b/, "early"],
  [/\b(?:mid|middle)\b/, "middle"],
  [/\b(?:late|end)\b/, "late"],
]
/** First and last day of a month's part; 31 stands for the month's own end. */
const MONTH_DAYS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [1, 10],
  middle: [11, 20],
  late: [21, 31],
}
const YEAR_MONTHS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [1, 3],
  middle: [4, 9],
  late: [10, 12],
}
const WEEK_DAYS: Readonly<Record<Part, readonly [number, number]>> = {
  early: [0, 3],
  middle: [2, 4],
  late: [3, 6],
}

/**
 * Narrows the days of a span by what stands before its core: "late July" is 21 to 31 July, "early last year" January to March.
 * The TIMEX3 value stays that of the whole, as its guidelines have it.
 */
export function narrowed(span: CalendarSpan, before: string): CalendarSpan {
  const part = MODIFIERS.find(([pattern]) => pattern.test(before))?.[1]
  if (part === undefined) return span
  const { year, month } = civilOf(span.first)
  if (span.unit === "month") {
    const [from, to] = MONTH_DAYS[part]
    return {
      ...span,
      first: dayOf(year, month, from),
      last: dayOf(year, month, Math.min(to, monthLength(year, month))),
    }
  }
  if (span.unit === "year") {
    const [from, to] = YEAR_MONTHS[part]
    return { ...span, first: dayOf(year, from, 1), last: dayOf(year, to, monthLength(year, to)) }
  }
  if (span.unit !== "week" || span.precision !== "week") return span
  const [from, to] = WEEK_DAYS[part]
  return { ...span, first: span.first + from, last: span.first + to }
}
