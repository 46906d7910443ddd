import { formAt, isJoint, type Lexemes, NUMBER } from "../quantity/lexemes.ts"
import { daySpan } from "./calendar-span.ts"
import { dayOf, isCivil } from "./civil.ts"
import { dateOf, type TimeReading, type TimeRule } from "./reading.ts"

const numberAt = (lexemes: Lexemes, at: number, pattern: RegExp): number | undefined =>
  lexemes.kind[at] === NUMBER && pattern.test(formAt(lexemes, at)) ? Number(formAt(lexemes, at)) : undefined

const certainDay = (end: number, year: number, month: number, day: number): TimeReading | undefined =>
  isCivil(year, month, day)
    ? { end, leftward: "point", resolve: () => dateOf(daySpan(dayOf(year, month, day))), year }
    : undefined

/** "2023-12-03", with or without a time of day after it. */
export const isoDate: TimeRule = (lexemes, at) => {
  const year = numberAt(lexemes, at, /^\d{4}$/)
  if (year === undefined || !isJoint(lexemes, at + 1)) return undefined
  const month = numberAt(lexemes, at + 2, /^\d\d$/)
  if (month === undefined || month < 1 || month > 12) return undefined
  if (!isJoint(lexemes, at + 3)) return undefined
  const day = numberAt(lexemes, at + 4, /^\d\d$/)
  return day === undefined ? undefined : certainDay(at + 5, year, month, day)
}

/** "3/22/2013", "22/3/2013": American order unless the first number can be no month. */
export const slashDate: TimeRule = (lexemes, at) => {
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
export const dottedDate: TimeRule = (lexemes, at) => {
  const match = lexemes.kind[at] === NUMBER ? DOTTED.exec(formAt(lexemes, at)) : null
  return match === null ? undefined : certainDay(at + 1, Number(match[3]), Number(match[2]), Number(match[1]))
}
