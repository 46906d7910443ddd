import { Type } from "typebox"
import { EVENT_TYPES, STATUSES } from "../../record/index.ts"
import { overallLevel, seriesOf, type Tally } from "../../relation/index.ts"
import type { Page, PairTally } from "../../store/index.ts"
import { happeningRow, pairRow } from "../../view/index.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { day, limit, offset, pairParams, word } from "./request-schemas.ts"
import { route } from "./route.ts"
import { pairPage } from "./schemas/happenings.ts"
import { list } from "./schemas/parts.ts"
import { pairRow as pairRowSchema } from "./schemas/record.ts"

/** A happening that lasts more days stands in no month. */
export const LONGEST_SPAN = 30
const DEFAULT_LIMIT = 50
/** Happenings of a pair that one answer gives at most, where a limit is asked for. */
const MOST_HAPPENINGS = 5000

export const pairsRoute = route({
  method: "GET",
  path: "/pairs",
  summary: "One row an undirected pair of states, most happenings first.",
  answer: list(pairRowSchema),
  handle: async (_asked, { store, ...names }) => {
    const [totals, tallies] = await Promise.all([
      store.pairTotals(),
      store.pairTallies({ longestSpan: LONGEST_SPAN }),
    ])
    const byPair = talliesByPair(tallies)
    return totals.flatMap((total) => {
      const own = byPair.get(total.pair) ?? []
      const counted = own.map(asTally)
      const level = overallLevel(total.pair, counted)
      const figures = { tallies: own, series: seriesOf(total.pair, counted), level }
      return pairRow(total, figures, names) ?? []
    })
  },
})

function talliesByPair(tallies: readonly PairTally[]): ReadonlyMap<string, readonly PairTally[]> {
  const byPair = new Map<string, PairTally[]>()
  for (const tally of tallies) {
    const found = byPair.get(tally.pair)
    if (found === undefined) byPair.set(tally.pair, [tally])
    else found.push(tally)
  }
  return byPair
}

/** A tally's month as the day on which it begins. */
const asTally = ({ month, owners, ...tally }: PairTally): Tally => {
  const start = month === null ? null : `${month}-01`
  return { ...tally, voices: owners, start, end: start }
}

export const pairRoute = route({
  method: "GET",
  path: "/pairs/:pair",
  summary: "A pair's happenings, latest first: all that pass the filter unless a limit is given.",
  params: pairParams,
  query: Type.Object({
    status: word(STATUSES, "Whether it happened"),
    type: word(EVENT_TYPES, "What happened"),
    from: day("First day"),
    to: day("Last day"),
    limit: limit(MOST_HAPPENINGS, DEFAULT_LIMIT),
    offset,
  }),
  answer: pairPage,
  handle: async ({ params: { pair }, query }, { store, ...names }) => {
    const [a, b] = pairOfStates(pair, names)
    const { limit, offset, ...filter } = query
    const [happenings, total] = await Promise.all([
      store.pairHappenings(pair, filter, pageOf(limit, offset)),
      store.countPairHappenings(pair, filter),
    ])
    const rows = happenings.map((happening) => happeningRow(happening, names))
    return { pair, a, b, total, happenings: rows }
  },
})

/** All of a list where no part of it is asked for. */
const pageOf = (limit?: number, offset?: number): Page | undefined =>
  limit === undefined && offset === undefined
    ? undefined
    : { limit: limit ?? DEFAULT_LIMIT, offset: offset ?? 0 }
