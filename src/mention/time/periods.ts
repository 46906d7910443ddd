import { formAt, isApostrophe, isJoint, type Lexemes, WORD } from "../quantity/lexemes.ts"
import { readNumber } from "../quantity/number-words.ts"
import {
  type CalendarSpan,
  type CalendarUnit,
  halfSpan,
  quarterSpan,
  type Season,
  seasonSpan,
  shiftDay,
  spanAround,
  weekSpan,
} from "./calendar-span.ts"
import { civilOf, type Day } from "./civil.ts"
import { nearestQuarter, nearestSeason, storyOf, type TimeContext } from "./context.ts"
import { writtenDate } from "./dates.ts"
import { todayOf } from "./days.ts"
import { durationValue, readUnit } from "./durations.ts"
import { dateOf, openDate, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { readOrdinal, readShortYear, readYear } from "./years.ts"

/** The year that a quarter, half or season belongs to, as the words around it say. */
interface YearSaid {
  readonly end: number
  readonly year?: number
  readonly shift?: number
  readonly ofStory?: boolean
}

function readRelativeYear(lexemes: Lexemes, at: number): YearSaid | undefined {
  const article = formAt(lexemes, at) === "the" ? at + 1 : at
  const word = wordAt(lexemes, article)
  if (formAt(lexemes, article) === "year" && article > at) return { end: article + 1, shift: 0 }
  const noun = formAt(lexemes, article + 1) === "fiscal" ? article + 2 : article + 1
  if (word?.kind !== "relation" || formAt(lexemes, noun) !== "year") return undefined
  const end = noun + 1
  if (word.relation === "last") return { end, shift: -1 }
  if (word.relation === "this") return { end, shift: 0 }
  if (word.relation === "next") return { end, shift: 1 }
  if (word.relation === "that" || word.relation === "same") return { end, shift: 0, ofStory: true }
  if (word.relation === "following") return { end, shift: 1, ofStory: true }
  return word.relation === "previous" ? { end, shift: -1, ofStory: true } : undefined
}

/** " of 1990", ", 1990", " 1990", " of last year", "this year" after a period's noun. */
function readYearAfter(lexemes: Lexemes, at: number): YearSaid | undefined {
  const of =
    formAt(lexemes, at) === "of" || formAt(lexemes, at) === "in" || formAt(lexemes, at) === "," ? at + 1 : at
  return readYear(lexemes, of) ?? readShortYear(lexemes, of) ?? readRelativeYear(lexemes, of)
}

function yearOf(said: YearSaid, context: TimeContext): number | undefined {
  if (said.year !== undefined) return said.year
  const base = said.ofStory ? storyOf(context) : todayOf(context)
  return base === undefined ? undefined : civilOf(base.first).year + (said.shift ?? 0)
}

const periodReading = (
  end: number,
  said: YearSaid | undefined,
  inYear: (year: number) => CalendarSpan,
  nearest: (context: TimeContext) => CalendarSpan | undefined,
  open: string,
): TimeReading => ({
  end: said?.end ?? end,
  leftward: "point",
  ...(said?.year === undefined ? {} : { year: said.year }),
  ...(said === undefined ? { recurs: inYear } : {}),
  resolve: (context) => {
    const year = said === undefined ? undefined : yearOf(said, context)
    return dateOf(year === undefined ? nearest(context) : inYear(year)) ?? openDate(`XXXX-${open}`)
  },
})

function quarterReading(lexemes: Lexemes, quarter: number, end: number): TimeReading | undefined {
  if (quarter > 4) return undefined
  const inYear = (year: number) => quarterSpan(year, quarter)
  return periodReading(
    end,
    readYearAfter(lexemes, end),
    inYear,
    (context) => nearestQuarter(context, quarter),
    `Q${quarter}`,
  )
}

/** "the third quarter", "fourth-quarter earnings", "the first half of 2024", "the fiscal second quarter". */
const ordinalPeriod: TimeRule = (lexemes, at) => {
  const ordinal = readOrdinal(lexemes, at)
  if (ordinal === undefined) return undefined
  const joined = isJoint(lexemes, ordinal.end) ? ordinal.end + 1 : ordinal.end
  const noun = formAt(lexemes, joined) === "fiscal" ? joined + 1 : joined
  const form = formAt(lexemes, noun)
  if (form === "quarter") return quarterReading(lexemes, ordinal.ordinal, noun + 1)
  if (form === "half" && ordinal.ordinal <= 2) return halfReading(lexemes, ordinal.ordinal, noun + 1)
  return undefined
}

/** "the first half of 1990", "the second half of this year"; a half of anything else is no time. */
function halfReading(lexemes: Lexemes, half: number, end: number): TimeReading | undefined {
  const said = readYearAfter(lexemes, end)
  if (said === undefined) return undefined
  return periodReading(
    end,
    said,
    (year) => halfSpan(year, half),
    () => undefined,
    `H${half}`,
  )
}

/** "last year's third quarter", "this year's first half". */
export const possessiveYear: TimeRule = (lexemes, at) => {
  const year = readRelativeYear(lexemes, at)
  if (year === undefined || !isApostrophe(formAt(lexemes, year.end)) || formAt(lexemes, year.end + 1) !== "s")
    return undefined
  const ordinal = readOrdinal(lexemes, year.end + 2)
  const noun = ordinal?.end ?? year.end + 2
  if (formAt(lexemes, noun) === "quarter" && ordinal !== undefined && ordinal.ordinal <= 4)
    return periodReading(
      noun + 1,
      { ...year, end: noun + 1 },
      (y) => quarterSpan(y, ordinal.ordinal),
      () => undefined,
      "QX",
    )
  if (formAt(lexemes, noun) === "half" && ordinal !== undefined && ordinal.ordinal <= 2)
    return periodReading(
      noun + 1,
      { ...year, end: noun + 1 },
      (y) => halfSpan(y, ordinal.ordinal),
      () => undefined,
      "HX",
    )
  return undefined
}

/** "Q3 2023", "the 2023 third quarter". */
export const shortQuarter: TimeRule = (lexemes, at) => {
  const form = formAt(lexemes, at + 1)
  if (formAt(lexemes, at) !== "q" || lexemes.glued[at + 1] !== 1 || !/^[1-4]$/.test(form)) return undefined
  return quarterReading(lexemes, Number(form), at + 2)
}

/** "the first nine months", "the first two years": a duration counted from a beginning. */
const firstUnits: TimeRule = (lexemes, at) => {
  const form = formAt(lexemes, at)
  if (form !== "first" && form !== "final") return undefined
  const count = readNumber(lexemes, at + 1)
  const few = /^(few|several)$/.test(formAt(lexemes, at + 1))
  const unit = count === undefined && !few ? undefined : readUnit(lexemes, count?.end ?? at + 2)
  if (unit === undefined) return undefined
  return {
    end: unit.end,
    leftward: "duration",
    resolve: () => ({ type: "DURATION", value: durationValue(count?.value, unit.unit), span: undefined }),
  }
}

/** "in the fall", "the summer of 1968", "summer 2024", "spring offensive"; not "the fall of Saigon", not "the Prague Spring". */
export const season: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "season") return undefined
  const written = readYearAfter(lexemes, at + 1)
  const said = written ?? yearOfNextSeason(lexemes, at + 1)
  if (said === undefined && !isSeason(lexemes, at)) return undefined
  const inYear = (year: number, of: Season = word.season) => seasonSpan(year, of)
  return periodReading(
    at + 1,
    said,
    (year) => inYear(year),
    (context) => nearestSeason(context, word.season),
    word.season,
  )
}

/** The year of "the spring and early summer of 1943" holds for the spring as well, whose own words end before the link. */
function yearOfNextSeason(lexemes: Lexemes, at: number): YearSaid | undefined {
  const link = formAt(lexemes, at)
  if (link !== "and" && link !== "or" && link !== "to") return undefined
  const early = /^(early|late|mid)$/.test(formAt(lexemes, at + 1)) ? at + 2 : at + 1
  if (wordAt(lexemes, early)?.kind !== "season") return undefined
  const said = readYearAfter(lexemes, early + 1)
  return said && { ...said, end: at }
}

function isSeason(lexemes: Lexemes, at: number): boolean {
  if (lexemes.capital[at] === 1) return false
  const before = formAt(lexemes, at - 1)
  const after = formAt(lexemes, at + 1)
  if (after === "of" || (after === "in" && formAt(lexemes, at) === "fall")) return false
  if (formAt(lexemes, at) === "fall")
    return (
      before === "the" &&
      /^(in|by|during|until|for|through)$/.test(formAt(lexemes, at - 2)) &&
      lexemes.kind[at + 1] !== WORD
    )
  return (
    /^(the|in|by|during|until|since|every|each|early|late|mid|-|a|through|and|over)$/.test(before) &&
    after !== "up"
  )
}

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

/** Rules that begin with an ordinal. */
export const ORDINAL_RULES: readonly TimeRule[] = [ordinalPeriod, firstUnits]
