import type { DatePrecision } from "../../record/index.ts"
import {
  civilOf,
  type Day,
  dayOf,
  isoDay,
  isoMonth,
  isoWeekOf,
  isoYear,
  monthLength,
  weekdayOf,
} from "./civil.ts"

/** The calendar units that a time expression can name or count. */
export type CalendarUnit =
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "half"
  | "season"
  | "year"
  | "decade"
  | "century"

/** TIMEX3 season codes, in the order of a year that begins in March. */
const SEASONS = ["SP", "SU", "FA", "WI"] as const
export type Season = (typeof SEASONS)[number]

/** A stretch of the calendar: its TIMEX3 value and its first and last day. */
export interface CalendarSpan {
  readonly value: string
  readonly unit: CalendarUnit
  readonly precision: DatePrecision
  readonly first: Day
  readonly last: Day
}

const span = (
  value: string,
  unit: CalendarUnit,
  first: Day,
  last: Day,
  precision: DatePrecision = unit === "half" ? "quarter" : unit,
): CalendarSpan => ({ value, unit, precision, first, last })

export const daySpan = (day: Day): CalendarSpan => span(isoDay(day), "day", day, day)

/** TIMEX3 counts ISO weeks; the days are those of a week from Sunday to Saturday, as news in English means it. */
export function weekSpan(day: Day): CalendarSpan {
  const { year, week } = isoWeekOf(day)
  const sunday = day - (weekdayOf(day) % 7)
  return span(`${isoYear(year)}-W${String(week).padStart(2, "0")}`, "week", sunday, sunday + 6)
}

/** The Saturday and Sunday that end the ISO week of a day. */
export function weekendSpan(day: Day): CalendarSpan {
  const monday = day - weekdayOf(day) + 1
  return span(`${weekSpan(day).value}-WE`, "week", monday + 5, monday + 6, "day")
}

export function monthSpan(year: number, month: number): CalendarSpan {
  const last = dayOf(year, month, monthLength(year, month))
  return span(isoMonth(year, month), "month", dayOf(year, month, 1), last)
}

export const yearSpan = (year: number): CalendarSpan =>
  span(isoYear(year), "year", dayOf(year, 1, 1), dayOf(year, 12, 31))

export function quarterSpan(year: number, quarter: number): CalendarSpan {
  const last = quarter * 3
  return span(
    `${isoYear(year)}-Q${quarter}`,
    "quarter",
    dayOf(year, last - 2, 1),
    dayOf(year, last, monthLength(year, last)),
  )
}

export const halfSpan = (year: number, half: number): CalendarSpan =>
  span(
    `${isoYear(year)}-H${half}`,
    "half",
    dayOf(year, half * 6 - 5, 1),
    dayOf(year, half * 6, half === 1 ? 30 : 31),
  )

/** Meteorological seasons of the northern half; the winter of a year is the one that ends in it. */
export function seasonSpan(year: number, season: Season): CalendarSpan {
  const start = season === "WI" ? 0 : 3 + 3 * SEASONS.indexOf(season)
  const first = season === "WI" ? dayOf(year - 1, 12, 1) : dayOf(year, start, 1)
  const last = dayOf(year, start + 2, monthLength(year, start + 2))
  return span(`${isoYear(year)}-${season}`, "season", first, last)
}

/** A decade by its first year: 1980 is TIMEX3's 198, the 480s before Christ, -489 to -480, are BC048. */
export const decadeSpan = (year: number): CalendarSpan =>
  span(isoYear(year).slice(0, year > 0 ? 3 : 5), "decade", dayOf(year, 1, 1), dayOf(year + 9, 12, 31))

/** A century by its ordinal: the 20th runs from 1901 to 2000 and is TIMEX3's 19. */
export const centurySpan = (century: number): CalendarSpan =>
  span(
    String(century - 1).padStart(2, "0"),
    "century",
    dayOf((century - 1) * 100 + 1, 1, 1),
    dayOf(century * 100, 12, 31),
  )

/** The season that a day of the year falls into, with the year that names it. */
function seasonOf(day: Day): { year: number; season: Season } {
  const { year, month } = civilOf(day)
  const season = SEASONS[Math.floor(((month + 9) % 12) / 3)] ?? "WI"
  return { year: month === 12 ? year + 1 : year, season }
}

/** The span of a unit that contains a day: the month of 2023-12-03 is 2023-12. */
export function spanAround(day: Day, unit: CalendarUnit): CalendarSpan {
  const { year, month } = civilOf(day)
  switch (unit) {
    case "day":
      return daySpan(day)
    case "week":
      return weekSpan(day)
    case "month":
      return monthSpan(year, month)
    case "quarter":
      return quarterSpan(year, Math.ceil(month / 3))
    case "half":
      return halfSpan(year, month <= 6 ? 1 : 2)
    case "season": {
      const at = seasonOf(day)
      return seasonSpan(at.year, at.season)
    }
    case "year":
      return yearSpan(year)
    case "decade":
      return decadeSpan(Math.floor(year / 10) * 10)
    case "century":
      return centurySpan(Math.ceil(year / 100))
  }
}

const MONTHS_IN: Partial<Record<CalendarUnit, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

/** The day `count` units away, clipped to the month's length: one month after 31 January is 28 February. */
export function shiftDay(day: Day, unit: CalendarUnit, count: number): Day {
  if (unit === "day") return day + count
  if (unit === "week") return day + 7 * count
  const civil = civilOf(day)
  const months = civil.year * 12 + civil.month - 1 + count * (MONTHS_IN[unit] ?? 1)
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return dayOf(year, month, Math.min(civil.day, monthLength(year, month)))
}
