/** Two-digit years from here on lie in the 1900s. */
const CENTURY = 30
const DAY_MS = 86_400_000

/** YYMMDD or YYYYMMDD → ISO day; undefined where there is no such day. Day or month 00 count as the first. */
export function dictionaryDate(digits: string): string | undefined {
  const full =
    digits.length === 6 ? `${Number(digits.slice(0, 2)) >= CENTURY ? "19" : "20"}${digits}` : digits
  const part = (from: number): string =>
    full.slice(from, from + 2) === "00" ? "01" : full.slice(from, from + 2)
  const day = `${full.slice(0, 4)}-${part(4)}-${part(6)}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day
}

/** The day before an ISO day. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

/** The day after an ISO day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
