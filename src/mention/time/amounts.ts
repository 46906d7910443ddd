import { formAt, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { storyOf } from "./context.ts"
import { type Amount, readAmount } from "./counted-time.ts"
import { todayOf } from "./days.ts"
import { unitsFrom, yearBefore } from "./distance.ts"
import { durationValue, readUnit } from "./durations.ts"
import type { DurationUnit } from "./lexicon.ts"
import { openDate, type TimeReading, type TimeRule } from "./reading.ts"

/** What lasts and is named by its age, unlike a person: "the two-year-old war". */
const LASTING =
  /^(war|conflict|truce|ceasefire|dispute|insurgency|rebellion|uprising|civil|armed|crisis|strike|embargo|blockade|siege|ban|occupation|standoff|stalemate|row|campaign|offensive|peace|government|regime|agreement|deal|treaty|alliance|feud|border|sanctions|boycott|sectarian|ethnic|political)$/
/** Words before "a year" that make it a rate: "$5 million a year", "twice a week". */
const BEFORE_RATE =
  /^(million|billion|thousand|hundred|percent|cents|dollars|euros|times|twice|once|tons|tonnes|barrels|flights|people|jobs|hours|days|%|tablets|meals|times)$/
const DURATION_CONTEXT =
  /^(for|in|within|after|over|about|nearly|almost|than|least|during|of|last|lasted|lasting|took|takes|take|spent|barely|only|just|every|by|under|over|some|served|serving|around|roughly)$/

const YEARS: ReadonlySet<DurationUnit> = new Set(["year", "decade", "century"])
const CLOCK: ReadonlySet<DurationUnit> = new Set(["second", "minute", "hour"])

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
  const round = roundTheClock(lexemes, read)
  if (round !== undefined) return round
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

/** "24 hours a day", "seven days a week": always. */
function roundTheClock(lexemes: Lexemes, read: Amount): TimeReading | undefined {
  const whole = { hour: [24, "day"], day: [7, "week"] } as const
  const [count, unit] = whole[read.unit as keyof typeof whole] ?? []
  const per = formAt(lexemes, read.end) === "a" && formAt(lexemes, read.end + 1) === unit
  return per && read.count === count
    ? {
        end: read.end + 2,
        leftward: "none",
        resolve: () => ({ type: "SET", value: unit === "day" ? "P1D" : "P1W", span: undefined }),
      }
    : undefined
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
