import { formAt, isApostrophe, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { type CalendarSpan, daySpan, monthSpan } from "./calendar-span.ts"
import { civilOf, dayOf, isCivil } from "./civil.ts"
import { nearestYear, storyOf, type TimeContext } from "./context.ts"
import { dateOf, openDate, type Resolved, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { isCounted, readOrdinal, readShortYear, readYear } from "./years.ts"

/** What a written date says; the rest the context must fill in. */
interface WrittenDate {
  readonly end: number
  readonly month: number
  readonly day: number | undefined
  readonly year: YearWords | undefined
}

/** A year given by number or by relation to the publication or the story: "March 1940", "June last year", "May of that year". */
interface YearWords {
  readonly end: number
  readonly year?: number
  readonly shift?: number
  readonly ofStory?: boolean
}

const LATEST_DAY = 31
/** Words that carry a bare "may" or "march" as a month. */
const BEFORE_MONTH = new Set(
  "in since until till by during before after from to of between through last next this early late mid earlier later that and every each previous following for".split(
    " ",
  ),
)
const AFTER_NOUN_MARCH =
  /^(of|for|on|in|to|at|by|from|against|through|was|is|and|will|has|had|were|that|which)$/
const VERB_MONTHS = new Set([3, 5])

const hasStop = (lexemes: Lexemes, at: number): boolean =>
  formAt(lexemes, at) === "." && lexemes.glued[at] === 1

/** The month at a lexeme and where it ends, its abbreviating stop included; undefined for the verb "may" and the noun "march". */
export function readMonth(lexemes: Lexemes, at: number): { month: number; end: number } | undefined {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "month" || lexemes.capital[at] === 0) return undefined
  const stop = hasStop(lexemes, at + 1)
  const end = stop && (word.short || lexemes.kind[at + 2] === NUMBER) ? at + 2 : at + 1
  const numbered =
    lexemes.kind[end] === NUMBER || lexemes.kind[at - 1] === NUMBER || formAt(lexemes, at - 1) === "th"
  if (word.short && !stop && !numbered) return undefined
  if (VERB_MONTHS.has(word.month) && !numbered && !word.short && !isMonthBySurroundings(lexemes, at))
    return undefined
  return { month: word.month, end }
}

function isMonthBySurroundings(lexemes: Lexemes, at: number): boolean {
  const before = formAt(lexemes, at - 1)
  if (isApostrophe(formAt(lexemes, at + 1)) && !/^(in|last|this|next|since|during)$/.test(before))
    return false
  if (BEFORE_MONTH.has(before) || (isJoint(lexemes, at - 1) && formAt(lexemes, at - 2) === "mid")) return true
  if (readOrdinal(lexemes, at - 2) !== undefined) return true
  const after = formAt(lexemes, at + 1)
  const next = wordAt(lexemes, at + 1)
  // "the March accession", not "the March of the Mothers" and not "the March for Life".
  if (
    before === "the" &&
    lexemes.kind[at + 1] === WORD &&
    lexemes.capital[at + 1] === 0 &&
    !AFTER_NOUN_MARCH.test(after)
  )
    return true
  return (
    (after === "of" &&
      (wordAt(lexemes, at + 2)?.kind === "relation" ||
        (formAt(lexemes, at + 2) === "the" && formAt(lexemes, at + 3) === "year"))) ||
    (next?.kind === "relation" && next.relation !== "that") ||
    readYear(lexemes, at + 2) !== undefined
  )
}

/** Day of the month: "5", "5th", "fifth"; not the start of a larger number, a time or a share. */
function readDay(lexemes: Lexemes, at: number): { day: number; end: number } | undefined {
  const ordinal = readOrdinal(lexemes, at)
  if (ordinal !== undefined)
    return ordinal.ordinal <= LATEST_DAY ? { day: ordinal.ordinal, end: ordinal.end } : undefined
  if (lexemes.kind[at] !== NUMBER || !/^\d\d?$/.test(formAt(lexemes, at))) return undefined
  const day = Number(formAt(lexemes, at))
  if (day < 1 || day > LATEST_DAY) return undefined
  const next = formAt(lexemes, at + 1)
  if (lexemes.glued[at + 1] === 1 && (lexemes.kind[at + 1] === WORD || next === "%" || next === "/"))
    return undefined
  if (/^(percent|per|million|billion|thousand|a\.m|p\.m|am|pm)$/.test(next)) return undefined
  return { day, end: at + 1 }
}

/** The year after a month or day: ", 1998", "of 1940", "last year", "of that year", "'98". */
function readYearAfter(lexemes: Lexemes, at: number): YearWords | undefined {
  const comma = formAt(lexemes, at) === "," ? at + 1 : at
  const numbered = readYear(lexemes, comma)
  if (numbered !== undefined && (comma === at || !isSeparateYear(lexemes, comma))) return numbered
  const short = readShortYear(lexemes, at)
  if (short !== undefined) return short
  const of = formAt(lexemes, at) === "of" || formAt(lexemes, at) === "in" ? at + 1 : at
  if (of > at) {
    const year = readYear(lexemes, formAt(lexemes, of) === "the" ? of + 1 : of)
    if (year !== undefined && formAt(lexemes, at) === "of") return year
  }
  const relation = wordAt(lexemes, formAt(lexemes, of) === "the" ? of + 1 : of)
  const noun = formAt(lexemes, of) === "the" ? of + 2 : of + 1
  if (relation?.kind !== "relation" || formAt(lexemes, noun) !== "year") return undefined
  if (relation.relation === "last") return { end: noun + 1, shift: -1 }
  if (relation.relation === "this") return { end: noun + 1, shift: 0 }
  if (relation.relation === "next") return { end: noun + 1, shift: 1 }
  if (of === at) return undefined
  if (relation.relation === "that" || relation.relation === "same")
    return { end: noun + 1, ofStory: true, shift: 0 }
  if (relation.relation === "following") return { end: noun + 1, ofStory: true, shift: 1 }
  return relation.relation === "previous" ? { end: noun + 1, ofStory: true, shift: -1 } : undefined
}

/** "On March 5, 2000 soldiers …": a number that counts what follows is not the date's year. */
const isSeparateYear = (lexemes: Lexemes, at: number): boolean => isCounted(formAt(lexemes, at + 1))

/** "March 5, 1998", "Feb. 28", "June 1940", "March". */
function readMonthFirst(lexemes: Lexemes, at: number): WrittenDate | undefined {
  const month = readMonth(lexemes, at)
  if (month === undefined) return undefined
  const article = formAt(lexemes, month.end) === "the" ? month.end + 1 : month.end
  const day = readDay(lexemes, article)
  const end = day?.end ?? month.end
  const year = readYearAfter(lexemes, end)
  return { end: year?.end ?? end, month: month.month, day: day?.day, year }
}

/** "5 March 1998", "the 5th of March", "20 September". */
function readDayFirst(lexemes: Lexemes, at: number): WrittenDate | undefined {
  const day = readDay(lexemes, at)
  if (day === undefined) return undefined
  const month = readMonth(lexemes, formAt(lexemes, day.end) === "of" ? day.end + 1 : day.end)
  if (
    month === undefined ||
    (lexemes.kind[month.end] === NUMBER &&
      readYear(lexemes, month.end) === undefined &&
      isPlainDay(lexemes, at))
  )
    return undefined
  const year = readYearAfter(lexemes, month.end)
  return { end: year?.end ?? month.end, month: month.month, day: day.day, year }
}

/** "12 May 14" is no date of the British kind. */
const isPlainDay = (lexemes: Lexemes, at: number): boolean => readOrdinal(lexemes, at) === undefined

const readWritten = (lexemes: Lexemes, at: number): WrittenDate | undefined =>
  readMonthFirst(lexemes, at) ?? readDayFirst(lexemes, at)

/** A year that only the end of a range gives: "31 May-1 June 1916", "March 5 to April 7, 2012". */
function yearOfRange(lexemes: Lexemes, at: number): YearWords | undefined {
  const link = formAt(lexemes, at)
  if (!["-", "–", "—", "to", "and", "through", "until", "/", "or"].includes(link)) return undefined
  const year = readWritten(lexemes, at + 1)?.year ?? readYearAfterDay(lexemes, at + 1)
  return year?.year === undefined ? undefined : year
}

/** The year of "7, 2019", the end of "June 5-7, 2019". */
function readYearAfterDay(lexemes: Lexemes, at: number): YearWords | undefined {
  const day = readDay(lexemes, at)
  return day === undefined ? undefined : readYearAfter(lexemes, day.end)
}

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

const numberAt = (lexemes: Lexemes, at: number, pattern: RegExp): number | undefined =>
  lexemes.kind[at] === NUMBER && pattern.test(formAt(lexemes, at)) ? Number(formAt(lexemes, at)) : undefined

const certainDay = (end: number, year: number, month: number, day: number): TimeReading | undefined =>
  isCivil(year, month, day)
    ? { end, leftward: "point", resolve: () => dateOf(daySpan(dayOf(year, month, day))), year }
    : undefined

/** "2023-12-03", with or without a time of day after it. */
const isoDate: TimeRule = (lexemes, at) => {
  const year = numberAt(lexemes, at, /^\d{4}$/)
  if (year === undefined || !isJoint(lexemes, at + 1)) return undefined
  const month = numberAt(lexemes, at + 2, /^\d\d$/)
  if (month === undefined || month < 1 || month > 12) return undefined
  if (!isJoint(lexemes, at + 3)) return undefined
  const day = numberAt(lexemes, at + 4, /^\d\d$/)
  return day === undefined ? undefined : certainDay(at + 5, year, month, day)
}

/** "3/22/2013", "22/3/2013": American order unless the first number can be no month. */
const slashDate: TimeRule = (lexemes, at) => {
  const [first, second, year] = [
    numberAt(lexemes, at, /^\d\d?$/),
    numberAt(lexemes, at + 2, /^\d\d?$/),
    numberAt(lexemes, at + 4, /^\d{2}(\d\d)?$/),
  ]
  if (first === undefined || second === undefined || year === undefined) return undefined
  const mark = formAt(lexemes, at + 1)
  if ((mark !== "/" && mark !== "-") || formAt(lexemes, at + 3) !== mark || lexemes.glued[at + 4] !== 1)
    return undefined
  const full = year >= 100 ? year : year + (year > 50 ? 1900 : 2000)
  return first > 12 ? certainDay(at + 5, full, second, first) : certainDay(at + 5, full, first, second)
}

const DOTTED = /^(\d\d?)\.(\d\d?)\.(\d{4})$/

/** "28.2.2023", day first as in Europe. */
const dottedDate: TimeRule = (lexemes, at) => {
  const match = lexemes.kind[at] === NUMBER ? DOTTED.exec(formAt(lexemes, at)) : null
  return match === null ? undefined : certainDay(at + 1, Number(match[3]), Number(match[2]), Number(match[1]))
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
