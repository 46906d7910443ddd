const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const PART_OF_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** True for an ISO day of the calendar, "2023-12-03"; false for 30 February, too. */
export function isCalendarDay(text: string): boolean {
  const time = ISO_DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** The first or the last ISO day of a year, a month or a day: "2021", "2021-03", "2021-03-05"; undefined for anything else. */
export function dayOfDate(text: string, end: "first" | "last"): string | undefined {
  const [, year, month, day] = PART_OF_DATE.exec(text) ?? []
  const known = `${year}-${month ?? (end === "last" ? "12" : "01")}-${day ?? "01"}`
  if (!isCalendarDay(known)) return undefined
  if (end === "first" || day !== undefined) return known
  const last = new Date(`${known}T00:00:00Z`)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  return last.toISOString().slice(0, 10)
}
