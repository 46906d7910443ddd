import type { TimeMention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type Lexemes, lexemesOf, NUMBER, WORD } from "./quantity/lexemes.ts"
import { tokenAt } from "./quantity/syntax.ts"
import { amount, bareUnits, vagueStretch } from "./time/amounts.ts"
import type { CalendarSpan } from "./time/calendar-span.ts"
import { civilOf, isoDay, parseIsoDay } from "./time/civil.ts"
import { clockTime } from "./time/clock.ts"
import type { TimeContext } from "./time/context.ts"
import { currentDay, currentUnit, yearEnd } from "./time/current-unit.ts"
import { NUMERIC_DATE_RULES, writtenDate } from "./time/dates.ts"
import { barePart, dayBeyond, deicticDay, hoursOfDay, weekdayDate } from "./time/days.ts"
import { yearAgo } from "./time/distance.ts"
import { feast, newYear } from "./time/feasts.ts"
import { tellsOfOtherTimes } from "./time/historical.ts"
import { extendLeft } from "./time/leftward.ts"
import { type TimeWord, timeWord } from "./time/lexicon.ts"
import { narrativeYears } from "./time/narrative.ts"
import { narrowed } from "./time/narrow.ts"
import { lastHalf, ORDINAL_RULES, possessiveYear, shortQuarter } from "./time/periods.ts"
import { spanRanges } from "./time/ranges.ts"
import { longest, type Resolved, type TimeReading, type TimeRule } from "./time/reading.ts"
import { bareRelation, beginsPhrase, referencePhrase, referenceWord } from "./time/references.ts"
import { bareWeekend, neighbouringDay, RELATIVE_RULES } from "./time/relative.ts"
import { season } from "./time/seasons.ts"
import { every, frequency, perUnit } from "./time/sets.ts"
import { directionAt } from "./time/tense.ts"
import { century, decadeWord, fiscalYear, YEAR_RULES, yearNoun } from "./time/years.ts"

/** The rules tried at a word of each kind; the longest reading wins, the earlier rule on a tie. */
const WORD_RULES: Readonly<Record<TimeWord["kind"], readonly TimeRule[]>> = {
  month: [writtenDate],
  weekday: [weekdayDate],
  season: [season],
  unit: [
    hoursOfDay,
    dayBeyond,
    neighbouringDay,
    yearNoun,
    yearAgo,
    yearEnd,
    bareWeekend,
    currentUnit,
    currentDay,
    bareUnits,
  ],
  part: [barePart],
  clock: [clockTime],
  relation: [...RELATIVE_RULES, lastHalf, possessiveYear, bareRelation, referencePhrase],
  ordinal: [...ORDINAL_RULES, century, writtenDate],
  deictic: [deicticDay],
  reference: [referenceWord],
  frequency: [frequency],
  each: [every],
  decade: [decadeWord],
  feast: [feast],
}
/** Tried at digits. */
const NUMBER_RULES: readonly TimeRule[] = [
  ...NUMERIC_DATE_RULES,
  clockTime,
  ...YEAR_RULES,
  ...ORDINAL_RULES,
  amount,
]
/** Tried at words that mean nothing to the calendar but may begin an expression: numbers, "a", "several", "fiscal". */
const OPENING_RULES: readonly TimeRule[] = [
  amount,
  clockTime,
  fiscalYear,
  century,
  ...YEAR_RULES,
  vagueStretch,
  perUnit,
  shortQuarter,
  lastHalf,
  newYear,
  referencePhrase,
]
const OPENERS = new Set(
  "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred half several few many some couple dozens hundreds thousands fiscal per q new numerous latter".split(
    " ",
  ),
)

function rulesAt(lexemes: Lexemes, at: number): readonly TimeRule[] | undefined {
  const kind = lexemes.kind[at]
  if (kind === NUMBER) return NUMBER_RULES
  const form = lexemes.form[at] ?? ""
  if (kind !== WORD) return form === "'" || form === "’" || form === "‘" ? YEAR_RULES : undefined
  const word = timeWord(form)
  if (word !== undefined) return WORD_RULES[word.kind]
  return OPENERS.has(form) || beginsPhrase(form) ? OPENING_RULES : undefined
}

/** A reading with the lexemes it covers. */
interface Expression {
  readonly first: number
  readonly last: number
  readonly core: number
  readonly reading: TimeReading
}

function readExpressions(lexemes: Lexemes): Expression[] {
  const found: Expression[] = []
  let floor = 0
  for (let at = 0; at < lexemes.count; at++) {
    const rules = rulesAt(lexemes, at)
    if (rules === undefined) continue
    const reading = longest(rules.map((rule) => rule(lexemes, at)))
    if (reading === undefined) continue
    found.push({
      first: extendLeft(lexemes, at, reading.leftward, floor),
      last: reading.end,
      core: at,
      reading,
    })
    floor = reading.end
    at = reading.end - 1
  }
  return found
}

function toMention(lexemes: Lexemes, expression: Expression, resolved: Resolved): TimeMention {
  const start = lexemes.start[expression.first] ?? 0
  const end = lexemes.end[expression.last - 1] ?? start
  const before = lexemes.text.slice(start, lexemes.start[expression.core]).toLowerCase()
  const dated =
    resolved.span !== undefined && civilOf(resolved.span.first).year > 0 ? resolved.span : undefined
  const span = dated && narrowed(dated, before)
  return {
    start,
    end,
    text: lexemes.text.slice(start, end),
    type: resolved.type,
    value: resolved.value,
    interval:
      span === undefined
        ? null
        : { start: isoDay(span.first), end: isoDay(span.last), precision: span.precision },
  }
}

/** The story moves to a new date; the bare year of the date it stands at does not blur it. */
const nextStory = (story: CalendarSpan | undefined, mentioned: CalendarSpan): CalendarSpan =>
  story !== undefined &&
  mentioned.unit === "year" &&
  mentioned.first <= story.first &&
  story.last <= mentioned.last
    ? story
    : mentioned

/**
 * Finds the time expressions of an article and normalises them to TIMEX3 types and values, with the calendar interval of those that denote one.
 * `published` is an ISO date or date-time and anchors relative expressions; without it the dates of the text itself anchor them.
 * Rules over words and numbers after the TIMEX3 guidelines and HeidelTime (Strötgen & Gertz 2013): an article whose dates lie far
 * from its publication is read as a historical narrative, whose dates without a year get theirs from the dates around them.
 * The two ends of a range are two mentions that share the range's interval.
 */
export function findTimes(analysis: Analysis, published?: string): TimeMention[] {
  const lexemes = lexemesOf(analysis.text)
  const expressions = readExpressions(lexemes)
  const reference = parseIsoDay(published)
  const historical = tellsOfOtherTimes(
    expressions.map((expression) => expression.reading),
    reference,
  )
  const onStory = historical || reference === undefined
  const years = onStory ? narrativeYears(expressions.map((expression) => expression.reading)) : undefined
  const mentions: TimeMention[] = []
  let story: TimeContext["story"]
  let storyDay: TimeContext["storyDay"]
  for (const [index, expression] of expressions.entries()) {
    const offset = lexemes.start[expression.core] ?? 0
    const direction = directionAt(analysis, tokenAt(analysis, offset))
    const resolved = expression.reading.resolve({
      reference,
      story,
      storyDay,
      year: years?.get(index),
      historical,
      direction,
    })
    if (resolved === undefined) continue
    mentions.push(toMention(lexemes, expression, resolved))
    if (resolved.span === undefined || expression.reading.aside) continue
    story = nextStory(story, resolved.span)
    if (story.unit === "day") storyDay = story
  }
  return spanRanges(analysis.text, mentions)
}
