import { type Static, Type } from "typebox"
import { EVENT_TYPES, STATUSES } from "../../record/index.ts"
import { overallLevel, seriesOf, type Tally } from "../../relation/index.ts"
import type { Page, PairTally } from "../../store/index.ts"
import { type HappeningRow, happeningRow, pairRow } from "../../view/index.ts"
import { cursor, placeCursor, readPlace } from "./cursor.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { day, limit, offset, pairParams, word } from "./request-schemas.ts"
import { type Asked, route, type Served } from "./route.ts"
import { happeningRow as happeningRowSchema, pairPage } from "./schemas/happenings.ts"
import { list } from "./schemas/parts.ts"
import { pairRow as pairRowSchema } from "./schemas/record.ts"

/** A happening that lasts more days stands in no month. */
export const LONGEST_SPAN = 30
const DEFAULT_LIMIT = 50
/** Happenings of a pair that one answer gives at most, where a limit is asked for. */
const MOST_HAPPENINGS = 5000
/** Happenings that are read at a time where all are sent line by line. */
const LINES_A_TIME = 1000

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

const pairQuery = Type.Object({
  status: word(STATUSES, "Whether it happened"),
  type: word(EVENT_TYPES, "What happened"),
  from: day("First day"),
  to: day("Last day"),
  limit: limit(MOST_HAPPENINGS, DEFAULT_LIMIT),
  offset,
  cursor,
})

export const pairRoute = route({
  method: "GET",
  path: "/pairs/:pair",
  summary: "A pair's happenings, latest first: all that pass the filter unless a limit is given.",
  params: pairParams,
  query: pairQuery,
  answer: pairPage,
  handle: async ({ params: { pair }, query }, { store, ...names }) => {
    const [a, b] = pairOfStates(pair, names)
    const { limit: _limit, offset: _offset, cursor: _cursor, ...filter } = query
    const [happenings, total] = await Promise.all([
      store.pairHappenings(pair, filter, pageOf(query)),
      store.countPairHappenings(pair, filter),
    ])
    const rows = happenings.map((happening) => happeningRow(happening, names))
    return { pair, a, b, total, happenings: rows }
  },
  next: ({ happenings }, { query }) => {
    const page = pageOf(query)
    const last = happenings.at(-1)
    if (page === undefined || last === undefined || happenings.length < page.limit) return undefined
    return placeCursor({ at: last.start, id: last.id })
  },
  lines: { item: happeningRowSchema, rows: allOfPair },
})

/** Every happening that passes the filter, read a thousand at a time. */
async function* allOfPair(
  { params: { pair }, query }: Asked<{ pair: string }, Static<typeof pairQuery>, unknown>,
  { store, ...names }: Served,
): AsyncGenerator<HappeningRow> {
  pairOfStates(pair, names)
  const { limit = Number.POSITIVE_INFINITY, offset = 0, cursor, ...filter } = query
  let after = readPlace(cursor)
  for (let given = 0; given < limit; ) {
    const page = { limit: Math.min(LINES_A_TIME, limit - given), offset: given === 0 ? offset : 0 }
    const found = await store.pairHappenings(pair, filter, after === undefined ? page : { ...page, after })
    const rows = found.map((happening) => happeningRow(happening, names))
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < page.limit) return
    after = { at: last.start, id: last.id }
    given += rows.length
  }
}

/** All of a list where no part of it is asked for. */
function pageOf({ limit, offset, cursor }: Stretch): Page | undefined {
  if (limit === undefined && offset === undefined && cursor === undefined) return undefined
  const after = readPlace(cursor)
  const page = { limit: limit ?? DEFAULT_LIMIT, offset: offset ?? 0 }
  return after === undefined ? page : { ...page, after }
}

type Stretch = Pick<Static<typeof pairQuery>, "limit" | "offset" | "cursor">
