import { MONTHS, SEASONAL_ZONES, WEEKDAYS, ZONES } from "./calendar-words.ts"

/** A line longer than this is prose, whatever dates stand in it. */
const LONGEST_DATE_LINE = 90
/** Words that may stand beside a publication date: "Published on Sunday, 3 December 2023 at 12:24". */
const FILLERS = new Set(
  "published updated posted modified last date dateline release released issued first created on at the of local time - /".split(
    " ",
  ),
)
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const CLOCK = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?(am|pm)?(z)?$/
const HOUR = /^(\d{1,2})(am|pm)$/
/** "5 p.m." */
const HALF_OF_DAY = /(\d)\s?([ap])\.?m\b\.?/g
const OFFSET = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/
const DOTTED = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)?$/

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** What the words of a line have told so far. */
interface Found {
  year?: number
  month?: number
  day?: number
  clock?: Clock
  half?: "am" | "pm"
  /** Minutes east of UTC. */
  zone?: number
  /** A zone of the United States that changes with the season: standard minutes east of UTC. */
  seasonal?: number
}

const pad = (value: number, width = 2): string => String(value).padStart(width, "0")

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** The day of the month of the n-th Sunday. */
function nthSunday(year: number, month: number, n: number): number {
  const firstWeekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return 1 + ((7 - firstWeekday) % 7) + 7 * (n - 1)
}

/** Summer time in the United States since 2007: from the second Sunday of March to the first of November. */
function isAmericanSummer(year: number, month: number, day: number): boolean {
  if (month === 3) return day >= nthSunday(year, 3, 2)
  if (month === 11) return day < nthSunday(year, 11, 1)
  return month > 3 && month < 11
}

const offset = (minutes: number): string =>
  `${minutes < 0 ? "-" : "+"}${pad(Math.trunc(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`

function readNumber(word: string, found: Found): boolean {
  const dotted = DOTTED.exec(word)
  if (dotted !== null)
    return readNumericDate(word, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]), found)
  if (/^\d{4}$/.test(word) && found.year === undefined) {
    found.year = Number(word)
    return true
  }
  const day = ORDINAL.exec(word)
  if (day === null || found.day !== undefined) return false
  found.day = Number(day[1])
  return true
}

/** "3.12.2023" is day first; with slashes only what cannot be a month is a day: 3/12/2023 is left unread. */
function readNumericDate(word: string, a: number, b: number, year: number, found: Found): boolean {
  if (found.day !== undefined || found.year !== undefined) return false
  const dayFirst = word.includes(".") || a > 12 || a === b
  if (!dayFirst && b <= 12) return false
  found.year = year
  found.month = dayFirst ? b : a
  found.day = dayFirst ? a : b
  return true
}

function readClock(word: string, found: Found): boolean {
  const match = CLOCK.exec(word) ?? HOUR.exec(word)
  if (match === null || found.clock !== undefined) return false
  const hourOnly = match.length === 3
  found.clock = {
    hour: Number(match[1]),
    minute: hourOnly ? 0 : Number(match[2]),
    second: hourOnly ? 0 : Number(match[3] ?? 0),
  }
  const half = hourOnly ? match[2] : match[4]
  if (half !== undefined) found.half = half as "am" | "pm"
  if (!hourOnly && match[5] !== undefined) found.zone = 0
  return true
}

function readZone(word: string, found: Found): boolean {
  const shift = OFFSET.exec(word)
  if (shift !== null && found.clock !== undefined) {
    const minutes = Number(shift[2]) * 60 + Number(shift[3] ?? 0)
    found.zone = shift[1] === "-" ? -minutes : minutes
    return true
  }
  const zone = ZONES.get(word)
  if (zone !== undefined) {
    found.zone = zone
    return true
  }
  const seasonal = SEASONAL_ZONES.get(word)
  if (seasonal !== undefined) found.seasonal = seasonal
  return seasonal !== undefined
}

/** Takes one word of a date line; false where no date line would hold it. */
function readWord(word: string, found: Found): boolean {
  if (word === "" || FILLERS.has(word) || WEEKDAYS.has(word)) return true
  if (ISO_DAY.test(word)) {
    if (found.day !== undefined || found.year !== undefined) return false
    ;[found.year, found.month, found.day] = word.split("-").map(Number) as [number, number, number]
    return true
  }
  const month = MONTHS.get(word)
  if (month !== undefined) {
    if (found.month !== undefined) return false
    found.month = month
    return true
  }
  if (word === "noon") {
    found.clock = { hour: 12, minute: 0, second: 0 }
    return true
  }
  return readClock(word, found) || readZone(word, found) || readNumber(word, found)
}

/** "Dec." → "dec", "(GMT+3)" → "gmt+3". */
const toWord = (raw: string): string => raw.replace(/^[("'[]/, "").replace(/[)"'\].:;]$/, "")

function toIso(found: Found): string | undefined {
  const { year, month, day, clock, half } = found
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day))
    return undefined
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  if (clock === undefined) return date
  const hour = half === undefined ? clock.hour : (clock.hour % 12) + (half === "pm" ? 12 : 0)
  if (hour > 23 || clock.minute > 59 || clock.second > 59) return date
  const summer = found.seasonal !== undefined && isAmericanSummer(year, month, day) ? 60 : 0
  const zone = found.zone ?? (found.seasonal === undefined ? undefined : found.seasonal + summer)
  return `${date}T${pad(hour)}:${pad(clock.minute)}:${pad(clock.second)}${zone === undefined ? "" : offset(zone)}`
}

/** "2023-12-03 12:24+0300" → "2023-12-03T12:24+03:00". */
function fromIso(match: RegExpExecArray): string | undefined {
  const [, year, month, day, hour, minute, second, zone] = match
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  const date = `${year}-${month}-${day}`
  if (hour === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  return `${date}T${hour}:${minute}${second === undefined ? "" : `:${second}`}${toZone(zone)}`
}

function fromWords(line: string): string | undefined {
  const found: Found = {}
  const joined = line.toLowerCase().replace(HALF_OF_DAY, "$1$2m")
  for (const part of joined.split(/[\s,|·•–—]+/)) {
    const word = toWord(part)
    // "Published December 3, 2023 | Updated December 4, 2023": the first date counts.
    if (word === "updated" && found.day !== undefined && found.month !== undefined) break
    if (!readWord(word, found)) return undefined
  }
  return toIso(found)
}

/**
 * Reads a line that is only a date, such as "12:24 PM EST, December 3, 2023" or "Published on 3 Dec. 2023", to ISO 8601 with
 * the zone's offset where one is given. Undefined where the line holds anything else, or no full day.
 */
export function parseDateLine(line: string): string | undefined {
  if (line.length > LONGEST_DATE_LINE) return undefined
  const text = line.trim()
  const iso = ISO.exec(text)
  return iso === null ? fromWords(text) : fromIso(iso)
}

/**
 * Brings a stated publication date to ISO 8601: ISO itself (also with a blank for the T, or compact 20231203), the dates of
 * e-mail and feeds, and date lines. Undefined where it is none of these.
 */
export function normalizeDate(stated: string): string | undefined {
  const compact = COMPACT.exec(stated.trim())
  return compact === null ? parseDateLine(stated) : fromIso(compact)
}

/** "+0300" → "+03:00", "z" → "Z". */
function toZone(zone: string | undefined): string {
  if (zone === undefined) return ""
  if (zone.toUpperCase() === "Z") return "Z"
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}
