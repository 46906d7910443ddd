import { formAt, isJoint, type Lexemes } from "../quantity/lexemes.ts"
import { type CalendarSpan, type CalendarUnit, daySpan, shiftDay, spanAround } from "./calendar-span.ts"
import { nearestQuarter, type TimeContext } from "./context.ts"
import { todayOf } from "./days.ts"
import type { DurationUnit } from "./lexicon.ts"
import { dateOf, openDate, type Resolved, type TimeRule } from "./reading.ts"
import { readOrdinal } from "./years.ts"

/** "a year-ago", "the year-earlier quarter", "the year-ago period": the same unit a year before. */
export const yearAgo: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "year" || !isJoint(lexemes, at + 1)) return undefined
  if (formAt(lexemes, at + 2) !== "ago" && formAt(lexemes, at + 2) !== "earlier") return undefined
  const quarter = readQuarterNoun(lexemes, at + 3)
  if (quarter !== undefined)
    return {
      end: quarter.end,
      leftward: "point",
      aside: true,
      resolve: (context) => yearBefore({ ...context, story: nearestQuarter(context, quarter.quarter) }),
    }
  const noun = /^(quarter|period|month|week)$/.test(formAt(lexemes, at + 3)) ? at + 4 : at + 3
  return { end: noun, leftward: "point", aside: true, resolve: yearBefore }
}

function readQuarterNoun(lexemes: Lexemes, at: number): { quarter: number; end: number } | undefined {
  const ordinal = readOrdinal(lexemes, at)
  return ordinal !== undefined && ordinal.ordinal <= 4 && formAt(lexemes, ordinal.end) === "quarter"
    ? { quarter: ordinal.ordinal, end: ordinal.end + 1 }
    : undefined
}

/** A year before the quarter that a report is about, else before today. */
export function yearBefore(context: TimeContext): Resolved | undefined {
  const story = context.story
  if (story !== undefined && story.unit === "quarter")
    return dateOf(spanAround(shiftDay(story.first, "year", -1), "quarter"))
  const today = todayOf(context)
  return today && dateOf(spanAround(shiftDay(today.first, "year", -1), "year"))
}

/** Units ahead of or behind a span: days from a day, months from a month; coarser stories stay open. */
export function unitsFrom(
  base: CalendarSpan | undefined,
  unit: DurationUnit,
  count: number,
): Resolved | undefined {
  if (base === undefined) return undefined
  if (unit === "second" || unit === "minute" || unit === "hour")
    return base.unit === "day"
      ? dateOf(daySpan(base.first + Math.trunc((count * HOURS[unit]) / 24)))
      : undefined
  const calendar: CalendarUnit = unit === "weekend" ? "week" : unit
  if (FINENESS.indexOf(base.unit) > FINENESS.indexOf(calendar))
    return openDate(base.unit === "month" ? `${base.value}-XX` : `${base.value}-XX-XX`)
  const whole = Math.trunc(count)
  const shifted = shiftDay(base.first, calendar, whole)
  const half = count === whole ? shifted : shiftDay(shifted, "month", Math.round((count - whole) * 12))
  return dateOf(spanAround(half, calendar === "decade" || calendar === "century" ? "year" : calendar))
}

const HOURS = { second: 0, minute: 0, hour: 1 } as const
const FINENESS: readonly CalendarUnit[] = [
  "day",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
]
