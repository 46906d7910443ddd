import type { Period } from "../record/index.ts"

/** Months in a period; days and weeks are counted in days. */
const MONTHS: Readonly<Partial<Record<Period, number>>> = { month: 1, quarter: 3, year: 12 }
const DAYS: Readonly<Partial<Record<Period, number>>> = { day: 1, week: 7 }
/** Mean length in days of the Gregorian calendar. */
const MEAN_DAYS: Readonly<Record<Period, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.31,
  year: 365.25,
}
/** Days from first to last that a happening may span and still stand in the period of its first day when it runs into the next. */
const LONGEST_CROSSING: Readonly<Record<Period, number>> = {
  day: 0,
  week: 6,
  month: 30,
  quarter: 30,
  year: 30,
}
const MILLISECONDS_A_DAY = 86_400_000
/** 1 January 1970 was a Thursday: its week began three days before. */
const MONDAY_OFFSET = 3
/** Empty periods in a row that a series still spells out; longer silences stand as their first period alone. */
const LONGEST_GAP: Readonly<Record<Period, number>> = {
  day: 1100,
  week: 520,
  month: 120,
  quarter: 40,
  year: 30,
}

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY)

/** Days from first to last, 0 for one day. */
export const spanOf = (start: string, end: string): number => dayNumber(end) - dayNumber(start)

export const meanDays = (by: Period): number => MEAN_DAYS[by]

/** The number of the period that an ISO day lies in; the next period has the next number. */
export function periodIndex(day: string, by: Period): number {
  const months = MONTHS[by]
  if (months !== undefined)
    return Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months)
  return by === "week" ? Math.floor((dayNumber(day) + MONDAY_OFFSET) / 7) : dayNumber(day)
}

/** First ISO day of a period. */
export function periodStart(index: number, by: Period): string {
  const months = MONTHS[by]
  if (months === undefined) {
    const day = index * (DAYS[by] ?? 1) - (by === "week" ? MONDAY_OFFSET : 0)
    return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
  }
  const month = index * months
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`
}

/**
 * The period that inclusive days stand in: the one that holds them, or that of the first day where they are few and run into
 * the next. Undefined where they are too many to say ("in 2023" stands in no month).
 */
export function placeIn(start: string, end: string, by: Period): number | undefined {
  const index = periodIndex(start, by)
  if (start === end) return index
  return periodIndex(end, by) === index || spanOf(start, end) <= LONGEST_CROSSING[by] ? index : undefined
}

/** The periods from first to last; of those between two of `known` (ascending) that lie far apart, only the first. */
export function periodsFrom(first: number, last: number, known: readonly number[], by: Period): number[] {
  if (first > last) return []
  const stops = [...known.filter((index) => index > first && index < last), last]
  const periods = [first]
  for (const stop of stops) {
    const from = periods.at(-1)!
    const end = stop - from > LONGEST_GAP[by] + 1 ? from + 1 : stop - 1
    for (let index = from + 1; index <= end; index++) periods.push(index)
    if (stop > from) periods.push(stop)
  }
  return periods
}

/** What a period is called: "2023-03-06" for a week's Monday, "2023-03", "2023-Q1", "2023". */
export function periodName(start: string, by: Period): string {
  if (by === "year") return start.slice(0, 4)
  if (by === "quarter") return `${start.slice(0, 4)}-Q${Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1}`
  return by === "month" ? start.slice(0, 7) : start
}
