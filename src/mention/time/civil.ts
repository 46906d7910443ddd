/** A day as a count from 1970-01-01 in the proleptic Gregorian calendar, so that no time zone can shift it. */
export type Day = number

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAYS_IN_ERA = 146_097
const EPOCH_SHIFT = 719_468
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)/

/** Day number of a calendar date (Hinnant's days_from_civil). */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_SHIFT
}

/** Calendar date of a day number (Hinnant's civil_from_days). */
export function civilOf(day: Day): Civil {
  const z = day + EPOCH_SHIFT
  const era = Math.floor(z / DAYS_IN_ERA)
  const doe = z - era * DAYS_IN_ERA
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

/** ISO weekday: Monday 1 to Sunday 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

/** ISO 8601 week: the week of a day belongs to the year of its Thursday. */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4
  const { year } = civilOf(thursday)
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 }
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 31)

/** True where the calendar has such a day: 30 February does not exist. */
export const isCivil = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

const digits = (value: number, width: number): string => String(value).padStart(width, "0")

/** TIMEX3 writes years before Christ with a prefix: 480 BC, the astronomical year -479, is BC0480. */
export const isoYear = (year: number): string => (year > 0 ? digits(year, 4) : `BC${digits(1 - year, 4)}`)
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${digits(month, 2)}`

/** ISO 8601 day, 2023-12-03. */
export function isoDay(day: Day): string {
  const civil = civilOf(day)
  return `${isoMonth(civil.year, civil.month)}-${digits(civil.day, 2)}`
}

/** Day number of an ISO date or date-time, undefined where the text is neither or names no real day. */
export function parseIsoDay(text: string | undefined): Day | undefined {
  const match = text === undefined ? null : ISO_DAY.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isCivil(year, month, day) ? dayOf(year, month, day) : undefined
}
