import { formAt, isApostrophe, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { wordAt } from "./reading.ts"
import { isCounted, readOrdinal, readShortYear, readYear } from "./years.ts"

/** What a written date says; the rest the context must fill in. */
export interface WrittenDate {
  readonly end: number
  readonly month: number
  readonly day: number | undefined
  readonly year: YearWords | undefined
}

/** A year given by number or by relation to the publication or the story: "March 1940", "June last year", "May of that year". */
export interface YearWords {
  readonly end: number
  readonly year?: number
  readonly shift?: number
  readonly ofStory?: boolean
}

export const LATEST_DAY = 31
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
export function readDay(lexemes: Lexemes, at: number): { day: number; end: number } | undefined {
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
export function readYearAfter(lexemes: Lexemes, at: number): YearWords | undefined {
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
export function readDayFirst(lexemes: Lexemes, at: number): WrittenDate | undefined {
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

export const readWritten = (lexemes: Lexemes, at: number): WrittenDate | undefined =>
  readMonthFirst(lexemes, at) ?? readDayFirst(lexemes, at)

/** A year that only the end of a range gives: "31 May-1 June 1916", "March 5 to April 7, 2012". */
export function yearOfRange(lexemes: Lexemes, at: number): YearWords | undefined {
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
