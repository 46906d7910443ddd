import type { DatePrecision } from "../../../src/record/index.ts"

/** When something happened as the API gives it: inclusive ISO days and how precisely they are meant. */
export interface Period {
  readonly start: string | null
  readonly end: string | null
  readonly precision: DatePrecision | string | null
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const
/** Northern seasons, by the month in which they begin. */
const SEASONS: Readonly<Record<number, string>> = { 3: "spring", 6: "summer", 9: "autumn", 12: "winter" }
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A period in words, no more precise than it is: "3–5 Dec 2023", "March 2023", "spring 2022", "2010s", "undated". */
export function periodWords({ start, end, precision }: Period): string {
  const from = readDay(start)
  if (from === undefined) return "undated"
  const to = readDay(end) ?? from
  switch (precision) {
    case "century":
      return `${ordinal(Math.floor((from.year - 1) / 100) + 1)} century`
    case "decade":
      return `${Math.floor(from.year / 10) * 10}s`
    case "year":
      return from.year === to.year ? `${from.year}` : `${from.year}–${to.year}`
    case "season":
      return `${SEASONS[from.month] ?? monthName(from)} ${from.year}`
    case "quarter":
      return `Q${Math.floor((from.month - 1) / 3) + 1} ${from.year}`
    case "month":
      return monthRange(from, to)
    case "week":
      return `week of ${dayText(from)}`
    default:
      return dayRange(from, to)
  }
}

/** An ISO day or date-time as "3 Dec 2023"; anything else as it is. */
export function dayWords(iso: string | null): string {
  const day = readDay(iso)
  return day === undefined ? (iso ?? "undated") : dayText(day)
}

/** "2023-12" (or a day in it) as "December 2023". */
export function monthWords(iso: string): string {
  const day = readDay(`${iso.slice(0, 7)}-01`)
  return day === undefined ? iso : `${monthName(day)} ${day.year}`
}

/** "2023-12" as "Dec 2023". */
export function shortMonthWords(iso: string): string {
  const day = readDay(`${iso.slice(0, 7)}-01`)
  return day === undefined ? iso : `${shortMonth(day)} ${day.year}`
}

function monthRange(from: Day, to: Day): string {
  if (from.year !== to.year) return `${monthName(from)} ${from.year} – ${monthName(to)} ${to.year}`
  return from.month === to.month
    ? `${monthName(from)} ${from.year}`
    : `${monthName(from)}–${monthName(to)} ${from.year}`
}

function dayRange(from: Day, to: Day): string {
  if (from.year !== to.year) return `${dayText(from)} – ${dayText(to)}`
  if (from.month !== to.month) return `${from.day} ${shortMonth(from)} – ${dayText(to)}`
  return from.day === to.day ? dayText(from) : `${from.day}–${dayText(to)}`
}

function readDay(iso: string | null): Day | undefined {
  const match = iso === null ? null : ISO_DAY.exec(iso)
  if (match === null) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return day.month >= 1 && day.month <= 12 ? day : undefined
}

const monthName = ({ month }: Day): string => MONTHS[month - 1] ?? ""
/** "Sept" is four letters long as in British usage; the others three. */
const shortMonth = (day: Day): string => (day.month === 9 ? "Sept" : monthName(day).slice(0, 3))
const dayText = (day: Day): string => `${day.day} ${shortMonth(day)} ${day.year}`

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")
  return `${n}${ending}`
}
