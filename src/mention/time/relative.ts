import { formAt, isJoint, type Lexemes, NUMBER, WORD } from "../quantity/lexemes.ts"
import {
  type CalendarSpan,
  type CalendarUnit,
  daySpan,
  monthSpan,
  type Season,
  seasonSpan,
  shiftDay,
  spanAround,
  weekendSpan,
} from "./calendar-span.ts"
import { civilOf } from "./civil.ts"
import {
  nearestMonth,
  nearestQuarter,
  nearestSeason,
  nearestWeekday,
  storyOf,
  type TimeContext,
} from "./context.ts"
import { readMonth } from "./dates.ts"
import { partOfDay, readWeekday, todayOf, weekdayFrom, withPart } from "./days.ts"
import { durationValue, readCount, readUnit } from "./durations.ts"
import type { DurationUnit, Relation } from "./lexicon.ts"
import { dateOf, openDate, type Resolved, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { readOrdinal } from "./years.ts"

/** How many units each relation steps, and whether from today or from the story. */
const STEPS: Readonly<
  Record<Exclude<Relation, "recent">, { readonly step: -1 | 0 | 1; readonly ofStory: boolean }>
> = {
  last: { step: -1, ofStory: false },
  past: { step: -1, ofStory: false },
  this: { step: 0, ofStory: false },
  next: { step: 1, ofStory: false },
  coming: { step: 1, ofStory: false },
  previous: { step: -1, ofStory: true },
  following: { step: 1, ofStory: true },
  same: { step: 0, ofStory: true },
  that: { step: 0, ofStory: true },
}
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

interface RelationWord {
  readonly relation: Relation
  /** The lexeme after the relation. */
  readonly end: number
  /** "the last year" spans a year; "last year" names one. */
  readonly definite: boolean
}

/** "last", "this past", "this coming", "the very next", "that same". */
function readRelation(lexemes: Lexemes, at: number): RelationWord | undefined {
  const word = wordAt(lexemes, at)
  if (word?.kind !== "relation") return undefined
  const definite = formAt(lexemes, at - 1) === "the" || formAt(lexemes, at - 1) === "very"
  const second = wordAt(lexemes, at + 1)
  if (second?.kind === "relation" && word.relation === "that" && second.relation === "same")
    return { relation: "same", end: at + 2, definite: false }
  if (second?.kind === "relation" && word.relation === "this") {
    if (second.relation === "past" || second.relation === "last")
      return { relation: "last", end: at + 2, definite: false }
    if (second.relation === "coming" || second.relation === "next")
      return { relation: "next", end: at + 2, definite: false }
  }
  return { relation: word.relation, end: at + 1, definite }
}

const baseOf = (context: TimeContext, ofStory: boolean): CalendarSpan | undefined =>
  ofStory ? storyOf(context) : todayOf(context)

/** The day that "the next day" follows: the story's, the day mentioned last, or today. */
function dayOfStory(context: TimeContext): CalendarSpan | undefined {
  const story = storyOf(context)
  return story?.unit === "day" ? story : context.storyDay
}

function stepSpan(
  base: CalendarSpan | undefined,
  unit: CalendarUnit,
  step: number,
): CalendarSpan | undefined {
  if (base === undefined) return undefined
  if (unit === "day" && base.unit !== "day") return undefined
  return spanAround(shiftDay(base.first, unit, step), unit)
}

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

/** "last Friday", "next Tuesday night", "this Sunday". */
const relativeWeekday: TimeRule = (lexemes, at) => {
  const relation = readRelation(lexemes, at)
  const day = relation === undefined ? undefined : readWeekday(lexemes, relation.end)
  if (relation === undefined || day === undefined || relation.relation === "recent") return undefined
  const { step, ofStory } = STEPS[relation.relation]
  const reading: TimeReading = {
    end: day.end,
    leftward: "point",
    deictic: true,
    resolve: (context) => {
      const span =
        step === 0 && !ofStory
          ? nearestWeekday({ ...context, direction: context.direction < 0 ? -1 : 1 }, day.weekday)
          : weekdayFrom(baseOf(context, ofStory), day.weekday, step < 0 ? -1 : 1)
      return dateOf(span) ?? openDate(`XXXX-WXX-${day.weekday}`)
    },
  }
  const part = wordAt(lexemes, day.end)
  return part?.kind === "part" && !part.plural ? withPart(reading, day.end + 1, part.part) : reading
}

function stepMonth(context: TimeContext, relation: RelationWord, month: number): CalendarSpan | undefined {
  if (relation.relation === "recent") return undefined
  const { step, ofStory } = STEPS[relation.relation]
  const base = baseOf(context, ofStory)
  if (base === undefined) return undefined
  if (step === 0)
    return ofStory
      ? nearestMonth({ ...context, historical: true }, month)
      : monthSpan(civilOf(base.first).year, month)
  const at = civilOf(base.first)
  const passed = step < 0 ? month < at.month : month > at.month
  return monthSpan(at.year + (passed ? 0 : step), month)
}

/** "last May", "this September", "next March". */
const relativeMonth: TimeRule = (lexemes, at) => {
  const relation = readRelation(lexemes, at)
  const month = relation === undefined ? undefined : readMonth(lexemes, relation.end)
  if (relation === undefined || month === undefined || lexemes.kind[month.end] === NUMBER) return undefined
  return {
    end: month.end,
    leftward: "point",
    resolve: (context) =>
      dateOf(stepMonth(context, relation, month.month)) ??
      openDate(`XXXX-${String(month.month).padStart(2, "0")}`),
  }
}

function stepSeason(context: TimeContext, relation: RelationWord, season: Season): CalendarSpan | undefined {
  if (relation.relation === "recent") return undefined
  const { step, ofStory } = STEPS[relation.relation]
  const base = baseOf(context, ofStory)
  if (base === undefined) return undefined
  if (step === 0 && ofStory) return nearestSeason({ ...context, historical: true }, season)
  const { year } = civilOf(base.first)
  if (step === 0) return seasonSpan(year, season)
  const thisYear = seasonSpan(year, season)
  if (step < 0) return thisYear.last < base.first ? thisYear : seasonSpan(year - 1, season)
  return thisYear.first > base.last ? thisYear : seasonSpan(year + 1, season)
}

/** "last fall", "this summer", "the following spring". */
const relativeSeason: TimeRule = (lexemes, at) => {
  const relation = readRelation(lexemes, at)
  const word = relation === undefined ? undefined : wordAt(lexemes, relation.end)
  if (relation === undefined || word?.kind !== "season") return undefined
  if (lexemes.capital[relation.end] === 1 || /^(of|olympics|games)$/.test(formAt(lexemes, relation.end + 1)))
    return undefined
  return {
    end: relation.end + 1,
    leftward: "point",
    resolve: (context) =>
      dateOf(stepSeason(context, relation, word.season)) ?? openDate(`XXXX-${word.season}`),
  }
}

/** "last night", "this morning", "that evening", "the previous night". */
const relativePart: TimeRule = (lexemes, at) => {
  const relation = readRelation(lexemes, at)
  const word = relation === undefined ? undefined : wordAt(lexemes, relation.end)
  if (relation === undefined || word?.kind !== "part" || word.plural || relation.relation === "recent")
    return undefined
  const { step, ofStory } = STEPS[relation.relation]
  const fromStory = ofStory || (relation.relation === "next" && relation.definite)
  return {
    end: relation.end + 1,
    leftward: "point",
    deictic: !fromStory,
    resolve: (context) =>
      partOfDay(stepSpan(fromStory ? dayOfStory(context) : todayOf(context), "day", step), word.part),
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

/** "a year-ago", "the year-earlier quarter", "the year-ago period": the same unit a year before. */
export const yearAgo: TimeRule = (lexemes, at) => {
  if (formAt(lexemes, at) !== "year" || !isJoint(lexemes, at + 1)) return undefined
  if (formAt(lexemes, at + 2) !== "ago" && formAt(lexemes, at + 2) !== "earlier") return undefined
  const quarter = readQuarterNoun(lexemes, at + 3)
  if (quarter !== undefined)
    return {
      end: quarter.end,
      leftward: "point",
      aside: true,
      resolve: (context) => yearBefore({ ...context, story: nearestQuarter(context, quarter.quarter) }),
    }
  const noun = /^(quarter|period|month|week)$/.test(formAt(lexemes, at + 3)) ? at + 4 : at + 3
  return { end: noun, leftward: "point", aside: true, resolve: yearBefore }
}

function readQuarterNoun(lexemes: Lexemes, at: number): { quarter: number; end: number } | undefined {
  const ordinal = readOrdinal(lexemes, at)
  return ordinal !== undefined && ordinal.ordinal <= 4 && formAt(lexemes, ordinal.end) === "quarter"
    ? { quarter: ordinal.ordinal, end: ordinal.end + 1 }
    : undefined
}

/** A year before the quarter that a report is about, else before today. */
export function yearBefore(context: TimeContext): Resolved | undefined {
  const story = context.story
  if (story !== undefined && story.unit === "quarter")
    return dateOf(spanAround(shiftDay(story.first, "year", -1), "quarter"))
  const today = todayOf(context)
  return today && dateOf(spanAround(shiftDay(today.first, "year", -1), "year"))
}

/** Units ahead of or behind a span: days from a day, months from a month; coarser stories stay open. */
export function unitsFrom(
  base: CalendarSpan | undefined,
  unit: DurationUnit,
  count: number,
): Resolved | undefined {
  if (base === undefined) return undefined
  if (unit === "second" || unit === "minute" || unit === "hour")
    return base.unit === "day"
      ? dateOf(daySpan(base.first + Math.trunc((count * HOURS[unit]) / 24)))
      : undefined
  const calendar: CalendarUnit = unit === "weekend" ? "week" : unit
  if (FINENESS.indexOf(base.unit) > FINENESS.indexOf(calendar))
    return openDate(base.unit === "month" ? `${base.value}-XX` : `${base.value}-XX-XX`)
  const whole = Math.trunc(count)
  const shifted = shiftDay(base.first, calendar, whole)
  const half = count === whole ? shifted : shiftDay(shifted, "month", Math.round((count - whole) * 12))
  return dateOf(spanAround(half, calendar === "decade" || calendar === "century" ? "year" : calendar))
}

const HOURS = { second: 0, minute: 0, hour: 1 } as const
const FINENESS: readonly CalendarUnit[] = [
  "day",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
]

/** Rules that begin with a word of relation, the more specific first. */
export const RELATIVE_RULES: readonly TimeRule[] = [
  relativeWeekday,
  relativeMonth,
  relativeSeason,
  relativePart,
  countedUnits,
  singleUnit,
]
