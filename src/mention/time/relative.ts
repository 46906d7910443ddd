import { formAt, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import { type CalendarUnit, weekendSpan } from "./calendar-span.ts"
import { storyOf } from "./context.ts"
import { todayOf } from "./days.ts"
import { durationValue, readCount, readUnit } from "./durations.ts"
import type { DurationUnit } from "./lexicon.ts"
import { dateOf, openDate, type TimeReading, type TimeRule } from "./reading.ts"
import { baseOf, dayOfStory, type RelationWord, readRelation, STEPS, stepSpan } from "./relation-word.ts"
import { relativeMonth, relativePart, relativeSeason, relativeWeekday } from "./relative-names.ts"

const CALENDAR_UNITS: ReadonlySet<string> = new Set([
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
])
const DURATION_PREPOSITIONS = new Set("over within in during for throughout of through and than".split(" "))

/** "next week" and "the previous year": a unit away from today or from the story. */
function unitReading(relation: RelationWord, unit: CalendarUnit, end: number): TimeReading | undefined {
  if (relation.relation === "recent")
    return unit === "quarter" ? steppedUnit(unit, -1, false, end) : undefined
  const { step, ofStory } = STEPS[relation.relation]
  return steppedUnit(unit, step, ofStory || (relation.relation === "next" && relation.definite), end)
}

const steppedUnit = (unit: CalendarUnit, step: number, ofStory: boolean, end: number): TimeReading => ({
  end,
  leftward: "point",
  deictic: !ofStory,
  resolve: (context) => {
    const base =
      unit === "day" && ofStory ? (dayOfStory(context) ?? storyOf(context)) : baseOf(context, ofStory)
    const span = stepSpan(base, unit, step)
    if (span !== undefined) return dateOf(span)
    return base === undefined
      ? openDate(unit === "day" ? "XXXX-XX-XX" : "XXXX")
      : openDate(`${base.value}-XX`)
  },
})

const duration = (end: number, value: string): TimeReading => ({
  end,
  leftward: "duration",
  resolve: () => ({ type: "DURATION", value, span: undefined }),
})

/** "the past three months", "recent weeks", "the next 12 to 18 months": durations that touch today. */
const countedUnits: TimeRule = (lexemes, at) => {
  const relation = readRelation(lexemes, at)
  if (relation === undefined || relation.relation === "same") return undefined
  const count = readCount(lexemes, relation.end)
  const unit = readUnit(lexemes, skipUnitAdjective(lexemes, count?.end ?? relation.end))
  if (unit === undefined || (!unit.plural && count === undefined)) return undefined
  if (relation.relation === "this" && count === undefined) return reference(unit.end, "PRESENT_REF")
  if (relation.relation === "that" || (relation.relation === "this" && count === undefined)) return undefined
  const end = unit.end
  return duration(end, durationValue(count?.value, unit.unit))
}

function skipUnitAdjective(lexemes: Lexemes, at: number): number {
  return /^(calendar|fiscal|financial|trading|business|working|school|full|consecutive|straight|or|short|long|few)$/.test(
    formAt(lexemes, at),
  )
    ? at + 1
    : at
}

export const reference = (end: number, value: string): TimeReading => ({
  end,
  leftward: "none",
  deictic: value === "PRESENT_REF",
  resolve: () => ({ type: "DATE", value, span: undefined }),
})

/** "last year", "the following day", "this quarter", "the past year". */
const singleUnit: TimeRule = (lexemes, at) => {
  const relation = readRelation(lexemes, at)
  if (relation === undefined) return undefined
  const unit = readUnit(lexemes, skipUnitAdjective(lexemes, relation.end))
  if (unit === undefined || unit.plural || unit.short) return undefined
  if (unit.unit === "weekend") return weekendReading(relation, unit.end)
  if (!CALENDAR_UNITS.has(unit.unit)) return spannedUnit(relation, unit.unit, unit.end)
  const spansUnit =
    (relation.relation === "past" && relation.definite) ||
    (relation.relation === "last" && relation.definite && formAt(lexemes, unit.end) !== "of") ||
    (relation.relation === "next" &&
      relation.definite &&
      unit.unit !== "day" &&
      DURATION_PREPOSITIONS.has(formAt(lexemes, at - 2))) ||
    (relation.relation === "past" && !relation.definite)
  if (spansUnit) return spannedUnit(relation, unit.unit, unit.end)
  if (relation.relation === "last" && relation.definite) return undefined
  return unitReading(relation, unit.unit as CalendarUnit, unit.end)
}

function spannedUnit(relation: RelationWord, unit: DurationUnit, end: number): TimeReading | undefined {
  if (
    relation.relation === "that" ||
    relation.relation === "same" ||
    relation.relation === "recent" ||
    relation.relation === "this"
  )
    return undefined
  return duration(end, unit === "decade" ? "P10Y" : durationValue(1, unit))
}

const weekendReading = (relation: RelationWord, end: number): TimeReading => ({
  end,
  leftward: "point",
  deictic: true,
  resolve: (context) => {
    if (relation.relation === "recent") return undefined
    const { step, ofStory } = STEPS[relation.relation]
    const base = baseOf(context, ofStory)
    if (base === undefined) return openDate("XXXX-WXX-WE")
    return dateOf(weekendSpan(base.first + 7 * step))
  },
})

/** "over the weekend": the last one in a clause about the past, else the one that ends this week. */
export const bareWeekend: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "weekend" || !["the", "this"].includes(formAt(lexemes, at - 1)))
    return undefined
  return {
    end: at + 1,
    leftward: "point",
    deictic: true,
    resolve: (context) => {
      const today = todayOf(context)
      if (today === undefined) return openDate("XXXX-WXX-WE")
      const weekend = weekendSpan(today.first)
      return dateOf(
        context.direction <= 0 && weekend.first > today.first ? weekendSpan(today.first - 7) : weekend,
      )
    },
  }
}

/** "the next day", "the same day", "the following evening": what may follow a time of day. */
export const relativeDay: TimeRule = (lexemes, at) => {
  const reading = relativePart(lexemes, at) ?? relativeWeekday(lexemes, at)
  if (reading !== undefined) return reading
  const relation = readRelation(lexemes, at)
  return relation !== undefined && formAt(lexemes, relation.end) === "day"
    ? singleUnit(lexemes, at)
    : undefined
}

/** "the day before", "the day after" at the end of a clause: a day from the story's. */
export const neighbouringDay: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "day" || formAt(lexemes, at - 1) !== "the") return undefined
  const step = { before: -1, after: 1 }[formAt(lexemes, at + 1)]
  if (step === undefined || lexemes.kind[at + 2] === WORD || lexemes.kind[at + 2] === NUMBER) return undefined
  return steppedUnit("day", step, true, at + 2)
}

/** Rules that begin with a word of relation, the more specific first. */
export const RELATIVE_RULES: readonly TimeRule[] = [
  relativeWeekday,
  relativeMonth,
  relativeSeason,
  relativePart,
  countedUnits,
  singleUnit,
]
