const MILLISECONDS_A_DAY = 86_400_000
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A stretch of news to look at, named, with the day on which it begins. */
export interface Span {
  readonly name: string
  readonly from: string
}

/** Days that a stretch holds, its last included. */
const SPANS: readonly (readonly [string, number])[] = [
  ["a day", 1],
  ["a week", 7],
  ["a month", 31],
  ["three months", 92],
  ["a year", 365],
]

/** The stretches that end on the last day of the news, short ones first; the last is all of it. */
export function spansUntil(until: string, earliest: string): Span[] {
  const named = SPANS.map(([name, days]) => ({ name, from: dayBefore(until, days - 1) }))
  return [...named.filter(({ from }) => from > earliest), { name: "all news", from: earliest }]
}

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

/** The day in the address from which news are looked at; what is no day is as if absent. */
export function readFrom(query: URLSearchParams): string | undefined {
  const from = query.get("from") ?? ""
  return ISO_DAY.test(from) && !Number.isNaN(Date.parse(from)) ? from : undefined
}

export const todayAddress = (from: string | undefined): string =>
  from === undefined ? "/today" : `/today?from=${from}`
