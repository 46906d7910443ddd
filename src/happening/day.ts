const MILLISECONDS_A_DAY = 86_400_000

/** Days since 1970-01-01 of an ISO date or date-time's own calendar day; undefined where it is none. */
export function dayNumber(iso: string | undefined | null): number | undefined {
  if (!iso) return undefined
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : time / MILLISECONDS_A_DAY
}

/** "2023-12-03" of a day number. */
export const isoDay = (day: number): string => new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
