import { formAt, isApostrophe, isJoint, type Lexemes } from "../quantity/lexemes.ts"
import { type CalendarSpan, type CalendarUnit, shiftDay, spanAround, weekSpan } from "./calendar-span.ts"
import type { Day } from "./civil.ts"
import { storyOf, type TimeContext } from "./context.ts"
import { writtenDate } from "./dates.ts"
import { todayOf } from "./days.ts"
import { durationValue, readUnit } from "./durations.ts"
import { dateOf, type TimeReading, type TimeRule } from "./reading.ts"

const SPANNED = new Set(["year", "month", "week", "quarter", "decade", "century"])
const OF_PERIOD = /^(of|for|in|during|over|throughout|through|by|until|within|later|earlier|is|was)$/

/** "the end of the month", "later in the week", "for the year", "the quarter ended Sept. 30": the unit that today lies in. */
export const currentUnit: TimeRule = (lexemes, at) => {
  const unit = readUnit(lexemes, at)
  if (unit === undefined || unit.plural || !SPANNED.has(unit.unit) || lexemes.capital[at] === 1)
    return undefined
  const article = /^(fiscal|full|calendar|financial)$/.test(formAt(lexemes, at - 1)) ? at - 2 : at - 1
  if (formAt(lexemes, article) !== "the") return undefined
  if (isJoint(lexemes, unit.end)) return undefined
  const after = formAt(lexemes, unit.end)
  if (after === "of") return weekOf(lexemes, at)
  if (!OF_PERIOD.test(formAt(lexemes, article - 1))) return undefined
  const ended = after === "ended" || after === "ending"
  if (ended)
    return {
      end: unit.end,
      leftward: "duration",
      resolve: () => ({ type: "DURATION", value: durationValue(1, unit.unit), span: undefined }),
    }
  if (
    /^(that|when|before|after|since|to|he|she|they|it|we|i|in)$/.test(after) ||
    unit.unit === "decade" ||
    unit.unit === "century"
  )
    return undefined
  return {
    end: unit.end,
    leftward: "point",
    resolve: (context) => {
      const base = context.historical ? storyOf(context) : todayOf(context)
      if (base !== undefined && unit.unit === "quarter") return dateOf(quarterReported(context, base.first))
      return base && dateOf(spanAround(base.first, unit.unit as CalendarUnit))
    },
  }
}

/** A report speaks of the quarter it has named, else of the last complete one. */
const quarterReported = (context: TimeContext, today: Day): CalendarSpan =>
  context.story?.unit === "quarter"
    ? context.story
    : spanAround(shiftDay(today, "quarter", context.direction > 0 ? 0 : -1), "quarter")

/** "the week of March 6". */
function weekOf(lexemes: Lexemes, at: number): TimeReading | undefined {
  const date = formAt(lexemes, at) === "week" ? writtenDate(lexemes, at + 2) : undefined
  if (date === undefined) return undefined
  return {
    ...date,
    resolve: (context) => {
      const day = date.resolve(context)?.span
      return day === undefined || day.unit !== "day" ? undefined : dateOf(weekSpan(day.first))
    },
  }
}

/** "later in the day", "the end of the day": the story's day. */
export const currentDay: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "day" || formAt(lexemes, at - 1) !== "the") return undefined
  if (
    !/^(in|of)$/.test(formAt(lexemes, at - 2)) ||
    !/^(later|earlier|late|early|end|rest|course|start|beginning)$/.test(formAt(lexemes, at - 3))
  )
    return undefined
  return {
    end: at + 1,
    leftward: "point",
    resolve: (context) => {
      const story = storyOf(context)
      return dateOf(story?.unit === "day" ? story : todayOf(context))
    },
  }
}

/** "year-end", "the year's end": the year, as its end has no narrower value. */
export const yearEnd: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "year") return undefined
  const next = isJoint(lexemes, at + 1) ? at + 2 : isApostrophe(formAt(lexemes, at + 1)) ? at + 3 : at + 1
  if (formAt(lexemes, next) !== "end") return undefined
  return {
    end: next + 1,
    leftward: "point",
    resolve: (context) => {
      const today = todayOf(context)
      return today && dateOf(spanAround(today.first, "year"))
    },
  }
}
