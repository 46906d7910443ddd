import { formAt, isJoint, type Lexemes } from "../quantity/lexemes.ts"
import { readNumber } from "../quantity/number-words.ts"
import { DURATION_LETTERS, type DurationUnit } from "./lexicon.ts"
import { wordAt } from "./reading.ts"

/** How many units: a number, or undefined for "several". */
interface CountReading {
  readonly value: number | undefined
  readonly end: number
  /** Read from "a" or "an" alone. */
  readonly article: boolean
}

const CLOCK_UNITS: ReadonlySet<DurationUnit> = new Set(["second", "minute", "hour"])
const VAGUE = new Set(["several", "few", "many", "some", "numerous", "countless"])
const SMALLER: Partial<Record<DurationUnit, readonly [DurationUnit, number]>> = {
  year: ["month", 12],
  month: ["day", 30],
  week: ["day", 7],
  day: ["hour", 24],
  hour: ["minute", 60],
  minute: ["second", 60],
}
const YEARS_IN: Partial<Record<DurationUnit, number>> = { decade: 10, century: 100 }

/** "three", "a few", "several", "a couple of", "two to three", "half a": what counts a unit. */
export function readCount(lexemes: Lexemes, at: number): CountReading | undefined {
  const form = formAt(lexemes, at)
  const article = form === "a" || form === "an"
  const word = article ? at + 1 : at
  const noun = formAt(lexemes, word)
  if (noun === "couple")
    return { value: 2, end: formAt(lexemes, word + 1) === "of" ? word + 2 : word + 1, article: false }
  if (noun === "number" && article && formAt(lexemes, word + 1) === "of")
    return { value: undefined, end: word + 2, article: false }
  if (VAGUE.has(noun) && !(article && noun !== "few"))
    return { value: undefined, end: word + 1, article: false }
  if (form === "half" && /^an?$/.test(formAt(lexemes, at + 1)))
    return { value: 0.5, end: at + 2, article: false }
  const number = readNumber(lexemes, at)
  if (number !== undefined) {
    if (number.vague)
      return {
        value: undefined,
        end: formAt(lexemes, number.end) === "of" ? number.end + 1 : number.end,
        article: false,
      }
    return { value: number.value, end: endOfAlternative(lexemes, number.end), article: false }
  }
  return article ? { value: 1, end: at + 1, article: true } : undefined
}

/** The end of "to three" in "two to three weeks", "-10" in "7-10 days". */
function endOfAlternative(lexemes: Lexemes, at: number): number {
  const link = formAt(lexemes, at)
  if (link !== "to" && link !== "or" && !isJoint(lexemes, at)) return at
  const second = readNumber(lexemes, at + 1)
  if (second === undefined) return at
  const unit = isJoint(lexemes, second.end) ? second.end + 1 : second.end
  return wordAt(lexemes, unit)?.kind === "unit" ? second.end : at
}

export interface UnitReading {
  readonly unit: DurationUnit
  readonly plural: boolean
  readonly short: boolean
  readonly end: number
}

/** The unit at a lexeme. */
export function readUnit(lexemes: Lexemes, at: number): UnitReading | undefined {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "unit") return undefined
  return { unit: word.unit, plural: word.plural, short: word.short, end: at + 1 }
}

const plain = (value: number, unit: DurationUnit): string => {
  const years = YEARS_IN[unit]
  if (years !== undefined) return `P${value * years}Y`
  return `P${CLOCK_UNITS.has(unit) ? "T" : ""}${value}${DURATION_LETTERS[unit]}`
}

/** A fraction spelt in the next smaller unit: two and a half years are P2Y6M. */
function withFraction(whole: number, fraction: number, unit: DurationUnit): string {
  const [smaller, size] = SMALLER[unit] ?? ["day", 1]
  const rest = Math.round(fraction * size)
  const mark = CLOCK_UNITS.has(smaller) && !CLOCK_UNITS.has(unit) ? "T" : ""
  if (whole === 0) return plain(rest, smaller)
  return `${plain(whole, unit)}${mark}${rest}${DURATION_LETTERS[smaller]}`
}

/** TIMEX3 value of a duration: P4D, PT2H, PXM where nobody counted; 24 hours stay hours. */
export function durationValue(count: number | undefined, unit: DurationUnit): string {
  if (count === undefined) return `P${CLOCK_UNITS.has(unit) ? "T" : ""}X${DURATION_LETTERS[unit]}`
  const whole = Math.trunc(count)
  if (whole === count || YEARS_IN[unit] !== undefined || SMALLER[unit] === undefined)
    return plain(count, unit)
  return withFraction(whole, count - whole, unit)
}
