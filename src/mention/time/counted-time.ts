import { formAt, isJoint, type Lexemes, NUMBER } from "../quantity/lexemes.ts"
import { durationValue, readCount, readUnit, type UnitReading } from "./durations.ts"
import type { DurationUnit } from "./lexicon.ts"

/** A counted stretch of time: "three more weeks", "two-year", "an hour and a half". */
export interface Amount {
  readonly end: number
  readonly unit: DurationUnit
  readonly count: number | undefined
  readonly value: string
  /** Just "a" or "an" and the unit. */
  readonly article: boolean
}

const BETWEEN =
  /^(more|additional|further|consecutive|straight|full|whole|long|short|trading|business|working|calendar|odd|successive|extra|solid|good|light|school|fiscal|financial|other)$/

/** "and a half", ", 8 months": what refines an amount already read. */
function refine(
  lexemes: Lexemes,
  unit: UnitReading,
  count: number,
): { end: number; value: string; count: number } {
  const at = unit.end
  if (formAt(lexemes, at) === "and" && formAt(lexemes, at + 1) === "a" && formAt(lexemes, at + 2) === "half")
    return { end: at + 3, value: durationValue(count + 0.5, unit.unit), count: count + 0.5 }
  const link = formAt(lexemes, at)
  if (link === "and" || link === ",") {
    const second = readCount(lexemes, at + 1)
    const smaller = second === undefined ? undefined : readUnit(lexemes, second.end)
    if (second?.value !== undefined && smaller !== undefined && isSmaller(smaller.unit, unit.unit))
      return {
        end: smaller.end,
        value: joinValues(durationValue(count, unit.unit), durationValue(second.value, smaller.unit)),
        count,
      }
  }
  return { end: at, value: durationValue(count, unit.unit), count }
}

const SIZE: readonly DurationUnit[] = [
  "second",
  "minute",
  "hour",
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
]
const isSmaller = (a: DurationUnit, b: DurationUnit): boolean => SIZE.indexOf(a) < SIZE.indexOf(b)

/** P2Y and P3M make P2Y3M; P1D and PT4H make P1DT4H. */
function joinValues(large: string, small: string): string {
  const rest = small.slice(1)
  return large.includes("T") && rest.startsWith("T") ? large + rest.slice(1) : large + rest
}

export function readAmount(lexemes: Lexemes, at: number): Amount | undefined {
  const count = readCount(lexemes, at)
  if (count === undefined) return undefined
  let noun = count.end
  if (formAt(lexemes, noun) === "of" && count.value === undefined) noun++
  if (BETWEEN.test(formAt(lexemes, noun))) noun++
  if (isJoint(lexemes, noun)) noun++
  const unit = readUnit(lexemes, noun)
  if (
    unit === undefined ||
    (count.article && unit.plural) ||
    (count.value === undefined && !unit.plural) ||
    !isCountable(lexemes, unit, count.value, at)
  )
    return undefined
  if (count.value === undefined)
    return {
      end: unit.end,
      unit: unit.unit,
      count: undefined,
      value: durationValue(undefined, unit.unit),
      article: false,
    }
  const refined = refine(lexemes, unit, count.value)
  return {
    end: refined.end,
    unit: unit.unit,
    count: refined.count,
    value: refined.value,
    article: count.article,
  }
}

/** "a second round", "three quarters of" and "a quarter of" count no time. */
function isCountable(lexemes: Lexemes, unit: UnitReading, count: number | undefined, at: number): boolean {
  if (lexemes.capital[unit.end - 1] === 1 && lexemes.capital[at] === 0) return false
  if (isJoint(lexemes, unit.end) && /^(ago|earlier|end)$/.test(formAt(lexemes, unit.end + 1))) return false
  if (unit.short && lexemes.kind[at] !== NUMBER) return false
  if (unit.unit === "second") return unit.plural
  if (unit.unit === "quarter")
    return (
      formAt(lexemes, unit.end) !== "of" &&
      (unit.plural || count !== 1 || /^(ago|earlier)$/.test(formAt(lexemes, unit.end)))
    )
  return true
}
