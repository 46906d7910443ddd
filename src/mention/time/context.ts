import {
  type CalendarSpan,
  daySpan,
  monthSpan,
  quarterSpan,
  type Season,
  seasonSpan,
  yearSpan,
} from "./calendar-span.ts"
import { civilOf, type Day, weekdayOf } from "./civil.ts"

/** Where the tense of its clause places an expression: before or after the moment of speech, or undecided. */
export type Direction = -1 | 0 | 1

/** What an expression is read against. */
export interface TimeContext {
  /** Day of publication. */
  readonly reference: Day | undefined
  /** The date mentioned last: "two days later" and, in a historical narrative, "in March" count from it. */
  readonly story: CalendarSpan | undefined
  /** The day mentioned last, which "the same day" means even after a month or a year was mentioned. */
  readonly storyDay: CalendarSpan | undefined
  /** The year that the narrative as a whole gives this date, where the text writes none. */
  readonly year: number | undefined
  /** The article tells of a time far from its publication. */
  readonly historical: boolean
  readonly direction: Direction
}

/** How much farther a candidate counts that lies against the clause's tense. */
const AGAINST_TENSE = 4
/** News without a telling tense looks back a little more than ahead; a historical narrative moves on. */
const AHEAD_IN_NEWS = 1.3
const BACK_IN_STORY = 1.5

/** The span that underspecified dates are completed from: the publication day, or the story's last date. */
export function anchorOf(context: TimeContext): CalendarSpan | undefined {
  if (context.historical || context.reference === undefined)
    return context.story ?? (context.reference === undefined ? undefined : daySpan(context.reference))
  return daySpan(context.reference)
}

/** The date mentioned last, else the publication day. */
export const storyOf = (context: TimeContext): CalendarSpan | undefined =>
  context.story ?? (context.reference === undefined ? undefined : daySpan(context.reference))

function weightedDistance(candidate: CalendarSpan, anchor: CalendarSpan, context: TimeContext): number {
  const onStory = context.historical || context.reference === undefined
  if (candidate.first > anchor.last) {
    const distance = candidate.first - anchor.last
    if (onStory) return distance
    return distance * (context.direction < 0 ? AGAINST_TENSE : context.direction > 0 ? 1 : AHEAD_IN_NEWS)
  }
  if (candidate.last < anchor.first) {
    const distance = anchor.first - candidate.last
    if (onStory) return distance * BACK_IN_STORY
    return distance * (context.direction > 0 ? AGAINST_TENSE : 1)
  }
  return 0
}

/** Of a date's recurrences in the years around the anchor, the one that distance and tense favour. */
export function nearestYear(
  context: TimeContext,
  inYear: (year: number) => CalendarSpan | undefined,
): CalendarSpan | undefined {
  if (context.year !== undefined) return inYear(context.year)
  const anchor = anchorOf(context)
  if (anchor === undefined) return undefined
  const first = civilOf(anchor.first).year
  let best: CalendarSpan | undefined
  let least = Number.POSITIVE_INFINITY
  for (const year of [first, first - 1, first + 1]) {
    const candidate = inYear(year)
    if (candidate === undefined) continue
    const distance = weightedDistance(candidate, anchor, context)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

export const nearestMonth = (context: TimeContext, month: number): CalendarSpan | undefined =>
  nearestYear(context, (year) => monthSpan(year, month))

export const nearestSeason = (context: TimeContext, season: Season): CalendarSpan | undefined =>
  nearestYear(context, (year) => seasonSpan(year, season))

export const nearestQuarter = (context: TimeContext, quarter: number): CalendarSpan | undefined =>
  nearestYear(context, (year) => quarterSpan(year, quarter))

/** "Friday": the last one, today included, or the next one where the clause looks ahead. */
export function nearestWeekday(context: TimeContext, weekday: number): CalendarSpan | undefined {
  const anchor = anchorOf(context)
  if (anchor === undefined || anchor.unit !== "day") return undefined
  const ahead = (weekday - weekdayOf(anchor.first) + 7) % 7
  const forward = context.direction > 0 || context.historical
  if (forward) return daySpan(anchor.first + ahead)
  return daySpan(anchor.first + (ahead === 0 ? 0 : ahead - 7))
}

/** The year that a fiscal or bare year number names: two digits are read in the anchor's century. */
export function fullYear(context: TimeContext, digits: number): CalendarSpan | undefined {
  if (digits >= 100) return yearSpan(digits)
  const anchor = anchorOf(context)
  if (anchor === undefined) return undefined
  const around = civilOf(anchor.first).year
  const century = Math.floor(around / 100) * 100
  const candidate = century + digits
  return yearSpan(candidate > around + 20 ? candidate - 100 : candidate)
}
