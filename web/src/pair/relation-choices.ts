/** How the series is computed; kept in the address beside the filters. */
export interface RelationChoices {
  readonly by: SeriesPeriod
  readonly weights: string
  /** What is left out to see whether the figure stands without it. */
  readonly stateMedia: boolean
  readonly largest: boolean
  readonly owner: string | undefined
}

/** Periods of whole months: the charts share one line of months. */
export const SERIES_PERIODS = ["month", "quarter", "year"] as const
export type SeriesPeriod = (typeof SERIES_PERIODS)[number]
/** Months in a period. */
export const PERIOD_MONTHS: Readonly<Record<SeriesPeriod, number>> = { month: 1, quarter: 3, year: 12 }

const DEFAULT_WEIGHTS = "plover"
const [STATE_MEDIA, LARGEST] = ["state-media", "largest"] as const
/** Names in the address's query. */
const KEYS = ["by", "weights", "without", "owner"] as const

/** Reads the query of an address; values that mean nothing are as if absent. */
export function readChoices(query: URLSearchParams): RelationChoices {
  const without = (query.get("without") ?? "").split(",")
  return {
    by: SERIES_PERIODS.find((period) => period === query.get("by")) ?? "month",
    weights: query.get("weights") || DEFAULT_WEIGHTS,
    stateMedia: without.includes(STATE_MEDIA),
    largest: without.includes(LARGEST),
    owner: query.get("owner") || undefined,
  }
}

/** The address's query with the choices in it; what is as usual is left out, what else stands there is kept. */
export function writeChoices(choices: RelationChoices, rest = new URLSearchParams()): string {
  const query = new URLSearchParams(rest)
  for (const key of KEYS) query.delete(key)
  const { by, weights, stateMedia, largest, owner } = choices
  if (by !== "month") query.set("by", by)
  if (weights !== DEFAULT_WEIGHTS) query.set("weights", weights)
  const without = [...(stateMedia ? [STATE_MEDIA] : []), ...(largest ? [LARGEST] : [])]
  if (without.length > 0) query.set("without", without.join(","))
  if (owner !== undefined) query.set("owner", owner)
  return query.size === 0 ? "" : `?${query}`
}
