/** Months are "YYYY-MM"; their index counts from year 0, so that they can be laid on a line. */
export const monthIndex = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

export const monthOf = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`

/** First and last ISO day of a month. */
export function monthDays(month: string): { readonly from: string; readonly to: string } {
  const index = monthIndex(month)
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, "0")}` }
}

/** An ISO day as a fractional month index: the 16th of a 30-day month lies half-way through it. */
export function dayPosition(day: string): number {
  const month = day.slice(0, 7)
  const length = Number(monthDays(month).to.slice(8))
  return monthIndex(month) + (Number(day.slice(8, 10)) - 1) / length
}

/** Month indices at which whole years begin within the range. */
export function yearStarts(first: number, end: number): number[] {
  const years: number[] = []
  for (let year = Math.ceil(first / 12) * 12; year <= end; year += 12) years.push(year)
  return years
}
