import { formAt, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { storyOf } from "./context.ts"
import { todayOf } from "./days.ts"
import { durationValue, readCount, readUnit, type UnitReading } from "./durations.ts"
import type { DurationUnit } from "./lexicon.ts"
import { openDate, type TimeReading, type TimeRule } from "./reading.ts"
import { unitsFrom, yearBefore } from "./relative.ts"

/** A counted stretch of time: "three more weeks", "two-year", "an hour and a half". */
interface Amount {
  readonly end: number
  readonly unit: DurationUnit
  readonly count: number | undefined
  readonly value: string
  /** Just "a" or "an" and the unit. */
  readonly article: boolean
}

const BETWEEN =
  /^(more|additional|further|consecutive|straight|full|whole|long|short|trading|business|working|calendar|odd|successive|extra|solid|good|light|school|fiscal|financial|other)$/
/** What lasts and is named by its age, unlike a person: "the two-year-old war". */
const LASTING =
  /^(war|conflict|truce|ceasefire|dispute|insurgency|rebellion|uprising|civil|armed|crisis|strike|embargo|blockade|siege|ban|occupation|standoff|stalemate|row|campaign|offensive|peace|government|regime|agreement|deal|treaty|alliance|feud|border|sanctions|boycott|sectarian|ethnic|political)$/
/** Words before "a year" that make it a rate: "$5 million a year", "twice a week". */
const BEFORE_RATE =
  /^(million|billion|thousand|hundred|percent|cents|dollars|euros|times|twice|once|tons|tonnes|barrels|flights|people|jobs|hours|days|%|tablets|meals|times)$/
const DURATION_CONTEXT =
  /^(for|in|within|after|over|about|nearly|almost|than|least|during|of|last|lasted|lasting|took|takes|take|spent|barely|only|just|every|by|under|over|some|served|serving|around|roughly)$/

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

const YEARS: ReadonlySet<DurationUnit> = new Set(["year", "decade", "century"])
const CLOCK: ReadonlySet<DurationUnit> = new Set(["second", "minute", "hour"])
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

function readAmount(lexemes: Lexemes, at: number): Amount | undefined {
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

/** "-old" after an amount, and what it belongs to. */
function endOfAge(lexemes: Lexemes, at: number): number | undefined {
  const old = isJoint(lexemes, at) ? at + 1 : at
  return formAt(lexemes, old) === "old" || formAt(lexemes, old) === "olds" ? old + 1 : undefined
}

const pointFrom = (amount: Amount, end: number, sign: -1 | 1, ofStory: boolean): TimeReading => ({
  end,
  leftward: "duration",
  deictic: !ofStory,
  aside: YEARS.has(amount.unit),
  resolve: (context) => {
    if (CLOCK.has(amount.unit)) return { type: "DURATION", value: amount.value, span: undefined }
    if (amount.count === undefined) return openDate(sign < 0 ? "PAST_REF" : "FUTURE_REF")
    if (amount.unit === "year" && amount.count === 1 && sign < 0) {
      const before = yearBefore(
        ofStory
          ? context
          : { ...context, story: context.story?.unit === "quarter" ? context.story : undefined },
      )
      if (before !== undefined && context.story?.unit === "quarter") return before
    }
    return (
      unitsFrom(ofStory ? storyOf(context) : todayOf(context), amount.unit, sign * amount.count) ??
      openDate(sign < 0 ? "PAST_REF" : "FUTURE_REF")
    )
  },
})

/** The words after an amount that turn it into a point: "ago", "earlier", "later", "from now". */
function pointAfter(lexemes: Lexemes, amount: Amount): TimeReading | undefined {
  const at = amount.end
  const form = formAt(lexemes, at)
  if (form === "ago") return pointFrom(amount, at + 1, -1, false)
  if (form === "earlier" || form === "previously") return pointFrom(amount, at + 1, -1, true)
  if (form === "later" || form === "afterwards" || form === "afterward")
    return pointFrom(amount, at + 1, 1, true)
  if (form === "hence") return pointFrom(amount, at + 1, 1, false)
  if (form === "from" && formAt(lexemes, at + 1) === "now") return pointFrom(amount, at + 2, 1, false)
  const ends = lexemes.kind[at + 1] !== WORD && lexemes.kind[at + 1] !== NUMBER
  if (form === "before" && ends) return pointFrom(amount, at + 1, -1, true)
  return form === "after" && ends ? pointFrom(amount, at + 1, 1, true) : undefined
}

const isRate = (lexemes: Lexemes, at: number): boolean => {
  const before = formAt(lexemes, at - 1)
  if (BEFORE_RATE.test(before)) return true
  if (lexemes.kind[at - 1] === NUMBER) return true
  if (DURATION_CONTEXT.test(before)) return false
  const counted = lexemes.kind[at - 2] === NUMBER || BEFORE_RATE.test(formAt(lexemes, at - 2))
  return counted && lexemes.kind[at - 1] === WORD
}

/** Durations and the points that durations lead to. */
export const amount: TimeRule = (lexemes, at) => {
  if (isJoint(lexemes, at - 1) && lexemes.kind[at - 2] === NUMBER) return undefined
  const read = readAmount(lexemes, at)
  if (read === undefined) return undefined
  const age = endOfAge(lexemes, read.end)
  if (age !== undefined) return ofLastingThing(lexemes, read, age)
  if (/^(aged?|age|ages)$/.test(formAt(lexemes, at - 1))) return undefined
  const leading = pointAfter(lexemes, read)
  if (leading !== undefined) return leading
  if (read.article && isRate(lexemes, at)) return setOf(read)
  if (formAt(lexemes, at) === "one" && formAt(lexemes, at + 1) === "day" && isSomeDay(lexemes, at))
    return someDay(read.end)
  const long =
    isJoint(lexemes, read.end) && /^(long|term)$/.test(formAt(lexemes, read.end + 1))
      ? read.end + 2
      : read.end
  return {
    end: long,
    leftward: isJoint(lexemes, read.end - 2) ? "none" : "duration",
    resolve: () => ({ type: "DURATION", value: read.value, span: undefined }),
  }
}

function ofLastingThing(lexemes: Lexemes, read: Amount, end: number): TimeReading | undefined {
  if (!LASTING.test(formAt(lexemes, end))) return undefined
  return {
    end,
    leftward: "duration",
    resolve: () => ({ type: "DURATION", value: read.value, span: undefined }),
  }
}

const setOf = (read: Amount): TimeReading => ({
  end: read.end,
  leftward: "none",
  resolve: () => ({ type: "SET", value: read.value, span: undefined }),
})

/** "Islam will one day be …": no count but some time to come. */
const isSomeDay = (lexemes: Lexemes, at: number): boolean =>
  /^(will|would|could|may|might|can|should|hopes?|to|that|,)$/.test(formAt(lexemes, at - 1)) &&
  !isJoint(lexemes, at + 1)

const someDay = (end: number): TimeReading => ({
  end,
  leftward: "none",
  resolve: (context) => (context.direction < 0 ? undefined : openDate("FUTURE_REF")),
})

const BEFORE_BARE_UNITS =
  /^(for|in|within|after|over|through|during|about|spent|takes?|took|lasted|last|of|and|or|just|several|is|are|was|were|by)$/
const AFTER_BARE_UNITS = /^(of|ago|later|earlier|long|before|after|and|to|in|without|away|now)$/

/** "within weeks", "months of talks", "decades-long", "years ago": many units, nobody counted. */
export const bareUnits: TimeRule = (lexemes, at) => {
  const unit = readUnit(lexemes, at)
  if (
    unit !== undefined &&
    !unit.plural &&
    formAt(lexemes, unit.end + 1) === "long" &&
    isJoint(lexemes, unit.end)
  )
    return {
      end: unit.end + 2,
      leftward: "duration",
      resolve: () => ({ type: "DURATION", value: durationValue(1, unit.unit), span: undefined }),
    }
  if (
    unit === undefined ||
    !unit.plural ||
    unit.short ||
    unit.unit === "quarter" ||
    unit.unit === "second" ||
    unit.unit === "weekend"
  )
    return undefined
  if (isJoint(lexemes, at - 1)) return undefined
  const vague: Amount = {
    end: unit.end,
    unit: unit.unit,
    count: undefined,
    value: durationValue(undefined, unit.unit),
    article: false,
  }
  const leading = pointAfter(lexemes, vague)
  if (leading !== undefined) return leading
  const long = isJoint(lexemes, unit.end) && /^(long|old)$/.test(formAt(lexemes, unit.end + 1))
  const before = formAt(lexemes, at - 1)
  const after = formAt(lexemes, unit.end)
  if (
    !long &&
    !BEFORE_BARE_UNITS.test(before) &&
    !(AFTER_BARE_UNITS.test(after) && lexemes.kind[at - 1] !== NUMBER && before !== "the")
  )
    return undefined
  return {
    end: long ? unit.end + 2 : unit.end,
    leftward: "duration",
    resolve: () => ({ type: "DURATION", value: vague.value, span: undefined }),
  }
}

/** "for some time", "in a while": stretches without a unit. */
export const vagueStretch: TimeRule = (lexemes, at) => {
  const [form, next] = [formAt(lexemes, at), formAt(lexemes, at + 1)]
  const stretch = (form === "some" && next === "time") || (form === "a" && next === "while")
  if (!stretch || !/^(for|quite|in|after)$/.test(formAt(lexemes, at - 1))) return undefined
  return {
    end: at + 2,
    leftward: "none",
    resolve: () => ({ type: "DURATION", value: "PXX", span: undefined }),
  }
}
