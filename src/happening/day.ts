const MILLISECONDS_A_DAY = 86_400_000

/** Days since 1970-01-01 of an ISO date or date-time's own calendar day; undefined where it is none. */
export function dayNumber(iso: string | undefined | null): number | undefined {
  if (!iso) return undefined
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : time / MILLISECONDS_A_DAY
}

/** "2023-12-03" of a day number. */
export const isoDay = (day: number): string => new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

/** "2023-12" of a day number. */
const monthOf = (day: number): string => isoDay(day).slice(0, 7)

/** Every month from one day number to another, inclusive. */
export function monthsBetween(from: number, to: number): string[] {
  const months: string[] = []
  const last = monthOf(to)
  let [year = 0, month = 0] = monthOf(from).split("-").map(Number)
  for (;;) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`
    months.push(name)
    if (name >= last) return months
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
}
