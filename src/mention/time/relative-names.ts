import { formAt, NUMBER } from "../quantity/lexemes.ts"
import { type CalendarSpan, monthSpan, type Season, seasonSpan } from "./calendar-span.ts"
import { civilOf } from "./civil.ts"
import { nearestMonth, nearestSeason, nearestWeekday, type TimeContext } from "./context.ts"
import { partOfDay, readWeekday, todayOf, weekdayFrom, withPart } from "./days.ts"
import { dateOf, openDate, type TimeReading, type TimeRule, wordAt } from "./reading.ts"
import { baseOf, dayOfStory, type RelationWord, readRelation, STEPS, stepSpan } from "./relation-word.ts"
import { readMonth } from "./written-date.ts"

/** "last Friday", "next Tuesday night", "this Sunday". */
export const relativeWeekday: TimeRule = (lexemes, at) => {
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
export const relativeMonth: TimeRule = (lexemes, at) => {
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
export const relativeSeason: TimeRule = (lexemes, at) => {
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
export const relativePart: TimeRule = (lexemes, at) => {
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
