import { formAt, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { readWeekday } from "./days.ts"
import { durationValue, readCount, readUnit } from "./durations.ts"
import { type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { readMonth } from "./written-date.ts"

const set = (end: number, value: string): TimeReading => ({
  end,
  leftward: "none",
  resolve: () => ({ type: "SET", value, span: undefined }),
})

/** "daily", "annually"; not "the Daily Star", nor "rose 8.5% annually", which is a rate. */
export const frequency: TimeRule = (lexemes, at) => {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "frequency") return undefined
  const named = lexemes.capital[at] === 1 && lexemes.capital[at + 1] === 1
  return named || isRateOf(lexemes, at - 1) ? undefined : set(at + 1, word.value)
}

/** Percentages and money by the year are quantities, no times. */
const isRateOf = (lexemes: Lexemes, last: number): boolean =>
  /^(%|percent|percentage|million|billion|trillion|dollars|euros|pounds|cents)$/.test(
    formAt(lexemes, last),
  ) ||
  (lexemes.kind[last] === NUMBER && CURRENCY.test(formAt(lexemes, last - 1)))

const CURRENCY = /^[$€£¥]$/

function everyUnit(lexemes: Lexemes, at: number): TimeReading | undefined {
  const other = formAt(lexemes, at) === "other" ? at + 1 : at
  const count = other > at ? undefined : readCount(lexemes, at)
  const unit = readUnit(lexemes, count?.end ?? other)
  if (unit === undefined || (unit.plural && count === undefined) || unit.unit === "second") return undefined
  return set(unit.end, durationValue(other > at ? 2 : count === undefined ? 1 : count.value, unit.unit))
}

/** "every day", "each Thursday", "every two weeks", "each July", "every morning". */
export const every: TimeRule = (lexemes, at) => {
  if (wordAt(lexemes, at)?.kind !== "each") return undefined
  const day = readWeekday(lexemes, at + 1)
  if (day !== undefined) return set(day.end, `XXXX-WXX-${day.weekday}`)
  const month = readMonth(lexemes, at + 1)
  if (month !== undefined) return set(month.end, `XXXX-${String(month.month).padStart(2, "0")}`)
  const word = wordAt(lexemes, at + 1)
  if (word?.kind === "season") return set(at + 2, `XXXX-${word.season}`)
  if (word?.kind === "part") return set(at + 2, `XXXX-XX-XXT${word.part}`)
  return everyUnit(lexemes, at + 1)
}

/** "per year", "per capita" is none. */
export const perUnit: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "per" || lexemes.kind[at + 1] !== WORD) return undefined
  const unit = readUnit(lexemes, at + 1)
  return unit === undefined || unit.plural || unit.unit === "second" || unit.unit === "hour"
    ? undefined
    : set(unit.end, durationValue(1, unit.unit))
}
