import { formAt, isJoint, NUMBER, WORD } from "../quantity/lexemes.ts"
import { type CalendarSpan, daySpan, monthSpan } from "./calendar-span.ts"
import { civilOf, dayOf, isCivil } from "./civil.ts"
import { nearestYear, storyOf, type TimeContext } from "./context.ts"
import { dottedDate, isoDate, slashDate } from "./numeric-dates.ts"
import { dateOf, openDate, type Resolved, type TimeReading, type TimeRule } from "./reading.ts"
import {
  LATEST_DAY,
  readDay,
  readDayFirst,
  readMonth,
  readWritten,
  readYearAfter,
  type WrittenDate,
  type YearWords,
  yearOfRange,
} from "./written-date.ts"
import { readOrdinal } from "./years.ts"

/** The days of "6-7 January", "5 and 6 March": a number that shares the month after it. */
const sharedMonthDay: TimeRule = (lexemes, at) => {
  const day = readDay(lexemes, at)
  if (day === undefined) return undefined
  const link = formAt(lexemes, day.end)
  if (!isJoint(lexemes, day.end) && link !== "and" && link !== "to" && link !== "or" && link !== "/")
    return undefined
  const other = readDayFirst(lexemes, day.end + 1)
  if (other === undefined || (lexemes.kind[at - 1] === WORD && readMonth(lexemes, at - 1) !== undefined))
    return undefined
  return readingOf({ ...other, day: day.day, end: day.end })
}

/** The second day of "March 5-7": the month stands before the first. */
const secondDay: TimeRule = (lexemes, at) => {
  const day = readDay(lexemes, at)
  const joint =
    isJoint(lexemes, at - 1) || formAt(lexemes, at - 1) === "and" || formAt(lexemes, at - 1) === "to"
  if (day === undefined || !joint || lexemes.kind[at - 2] !== NUMBER) return undefined
  if (
    lexemes.kind[day.end] === WORD &&
    !/^(in|at|to|for|with|and|after|when|as|the|by|on|was|were|is|are|but|or)$/.test(formAt(lexemes, day.end))
  )
    return undefined
  const beforeDay = formAt(lexemes, at - 3) === "." ? at - 4 : at - 3
  const month = readMonth(lexemes, beforeDay)
  if (month === undefined || readDay(lexemes, at - 2) === undefined) return undefined
  const year = readYearAfter(lexemes, day.end)
  return readingOf({ end: year?.end ?? day.end, month: month.month, day: day.day, year })
}

function yearNumber(year: YearWords, context: TimeContext): number | undefined {
  if (year.year !== undefined) return year.year
  const from = year.ofStory
    ? storyOf(context)
    : context.reference === undefined
      ? context.story
      : daySpan(context.reference)
  return from === undefined ? undefined : civilOf(from.first).year + (year.shift ?? 0)
}

/** The month or day of a date in a given year; undefined for a 29 February that the year lacks. */
function inYear(date: WrittenDate, year: number): CalendarSpan | undefined {
  if (date.day === undefined) return monthSpan(year, date.month)
  return isCivil(year, date.month, date.day) ? daySpan(dayOf(year, date.month, date.day)) : undefined
}

function spanOf(date: WrittenDate, context: TimeContext): CalendarSpan | undefined {
  const year = date.year && yearNumber(date.year, context)
  return year === undefined ? nearestYear(context, (near) => inYear(date, near)) : inYear(date, year)
}

const twoDigits = (value: number): string => String(value).padStart(2, "0")

function resolveWritten(date: WrittenDate, context: TimeContext): Resolved | undefined {
  const span = spanOf(date, context)
  if (span !== undefined) return dateOf(span)
  return openDate(`XXXX-${twoDigits(date.month)}${date.day === undefined ? "" : `-${twoDigits(date.day)}`}`)
}

const readingOf = (date: WrittenDate): TimeReading => ({
  end: date.end,
  leftward: "point",
  resolve: (context) => resolveWritten(date, context),
  ...(date.year?.year === undefined ? {} : { year: date.year.year }),
  ...(date.year === undefined ? { recurs: (year) => inYear(date, year) } : {}),
})

/** Dates that name their month, in the American or the British order. */
export const writtenDate: TimeRule = (lexemes, at) => {
  const date = readWritten(lexemes, at)
  if (date === undefined) return undefined
  const year = date.year ?? yearOfRange(lexemes, date.end)
  return readingOf({ ...date, year })
}

/** "on the 20th": a day of the month last spoken of. */
const bareOrdinalDay: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at - 1) !== "the" || !/^(on|of|by|until|till|from|to)$/.test(formAt(lexemes, at - 2)))
    return undefined
  const ordinal = lexemes.kind[at] === NUMBER ? readOrdinal(lexemes, at) : undefined
  if (
    ordinal === undefined ||
    ordinal.ordinal > LATEST_DAY ||
    (lexemes.kind[ordinal.end] === WORD &&
      !/^(and|to|was|were|he|she|they|the|at|in)$/.test(formAt(lexemes, ordinal.end)))
  )
    return undefined
  return {
    end: ordinal.end,
    leftward: "point",
    resolve: (context) => {
      const story = storyOf(context)
      if (story === undefined || story.unit === "year") return undefined
      const { year, month } = civilOf(story.first)
      return isCivil(year, month, ordinal.ordinal)
        ? dateOf(daySpan(dayOf(year, month, ordinal.ordinal)))
        : undefined
    },
  }
}

/** Dates that begin with digits. */
export const NUMERIC_DATE_RULES: readonly TimeRule[] = [
  isoDate,
  slashDate,
  dottedDate,
  writtenDate,
  sharedMonthDay,
  secondDay,
  bareOrdinalDay,
]
