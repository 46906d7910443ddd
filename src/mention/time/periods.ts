import { formAt, isApostrophe, isJoint, type Lexemes } from "../quantity/lexemes.ts"
import { readNumber } from "../quantity/number-words.ts"
import { type CalendarSpan, halfSpan, quarterSpan } from "./calendar-span.ts"
import { civilOf } from "./civil.ts"
import { nearestQuarter, storyOf, type TimeContext } from "./context.ts"
import { todayOf } from "./days.ts"
import { durationValue, readUnit } from "./durations.ts"
import { dateOf, openDate, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { readOrdinal, readShortYear, readYear } from "./years.ts"

/** The year that a quarter, half or season belongs to, as the words around it say. */
export interface YearSaid {
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
export function readYearOfPeriod(lexemes: Lexemes, at: number): YearSaid | undefined {
  const of =
    formAt(lexemes, at) === "of" || formAt(lexemes, at) === "in" || formAt(lexemes, at) === "," ? at + 1 : at
  return readYear(lexemes, of) ?? readShortYear(lexemes, of) ?? readRelativeYear(lexemes, of)
}

function yearOf(said: YearSaid, context: TimeContext): number | undefined {
  if (said.year !== undefined) return said.year
  const base = said.ofStory ? storyOf(context) : todayOf(context)
  return base === undefined ? undefined : civilOf(base.first).year + (said.shift ?? 0)
}

export const periodReading = (
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
    readYearOfPeriod(lexemes, end),
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
  const said = readYearOfPeriod(lexemes, end)
  if (said === undefined) return undefined
  return periodReading(
    end,
    said,
    (year) => halfSpan(year, half),
    () => undefined,
    `H${half}`,
  )
}

/** "the last half of 1989", "the latter half of 2008". */
export const lastHalf: TimeRule = (lexemes, at) =>
  /^(last|latter)$/.test(formAt(lexemes, at)) && formAt(lexemes, at + 1) === "half"
    ? halfReading(lexemes, 2, at + 2)
    : undefined

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

/** Rules that begin with an ordinal. */
export const ORDINAL_RULES: readonly TimeRule[] = [ordinalPeriod, firstUnits]
