import type { FastifyInstance } from "fastify"
import { EVENT_TYPES, type EventType, STATUSES, type Status } from "../../record/index.ts"
import { overallLevel, seriesOf, type Tally, type Weighing } from "../../relation/index.ts"
import type { Page, PairFilter, PairTally, Store } from "../../store/index.ts"
import {
  codebookPage,
  type DocumentPage,
  type DocumentRow,
  documentPage,
  documentRow,
  type HappeningPage,
  happeningPage,
  happeningRow,
  type Names,
  type PairPage,
  type PairRow,
  pairRow,
  type Summary,
} from "../../view/index.ts"
import { pairDatasetsPage } from "./datasets-route.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { isoDay, oneOf, type Query, wholeNumber } from "./query-values.ts"
import { relationPage } from "./relation-route.ts"
import { RequestError } from "./request-error.ts"
import { searchPage } from "./search-route.ts"

const DEFAULT_LIMIT = 50
const HIGHEST_LIMIT = 500
/** Happenings of a pair that one answer gives at most, where a limit is asked for. */
const MOST_HAPPENINGS = 5000
/** A happening that lasts longer stands in no month. */
const SPAN = { longestSpan: 30 }

/** Adds the routes of view/api.ts. */
export function addApiRoutes(
  server: FastifyInstance,
  { store, ...names }: Names & { readonly store: Store; readonly weights?: readonly Weighing[] },
): void {
  server.get("/api/summary", () => summary(store))
  server.get("/api/pairs", () => pairs(store, names))
  server.get<{ Params: { pair: string }; Querystring: Query }>("/api/pairs/:pair", ({ params, query }) =>
    pairPage(store, params.pair, query, names),
  )
  server.get<{ Params: { pair: string }; Querystring: Query }>(
    "/api/pairs/:pair/relation",
    ({ params, query }) => relationPage(store, params.pair, query, names),
  )
  server.get<{ Params: { pair: string }; Querystring: Query }>(
    "/api/pairs/:pair/datasets",
    ({ params, query }) => pairDatasetsPage(store, params.pair, query, { names, ...SPAN }),
  )
  server.get<{ Querystring: Query }>("/api/search", ({ query }) => searchPage(store, query, names))
  server.get<{ Params: { id: string } }>("/api/happenings/:id", ({ params }) =>
    oneHappening(store, params.id, names),
  )
  server.get<{ Querystring: Query }>("/api/documents", ({ query }) => documents(store, query, names))
  server.get<{ Params: { id: string } }>("/api/documents/:id", ({ params }) =>
    oneDocument(store, params.id, names),
  )
  server.get("/api/codebook", () => Promise.resolve(codebookPage(names.codebook)))
}

async function summary(store: Store): Promise<Summary> {
  const { publishers, ...figures } = await store.summary()
  return { ...figures, outlets: publishers }
}

async function pairs(store: Store, names: Names): Promise<PairRow[]> {
  const [totals, tallies] = await Promise.all([store.pairTotals(), store.pairTallies(SPAN)])
  const byPair = new Map<string, PairTally[]>()
  for (const tally of tallies) {
    const found = byPair.get(tally.pair)
    if (found === undefined) byPair.set(tally.pair, [tally])
    else found.push(tally)
  }
  return totals.flatMap((total) => {
    const own = byPair.get(total.pair) ?? []
    const counted = own.map(asTally)
    const level = overallLevel(total.pair, counted)
    const figures = { tallies: own, series: seriesOf(total.pair, counted), level }
    return pairRow(total, figures, names) ?? []
  })
}

/** A tally's month as the day on which it begins. */
const asTally = ({ month, owners, ...tally }: PairTally): Tally => {
  const start = month === null ? null : `${month}-01`
  return { ...tally, voices: owners, start, end: start }
}

async function pairPage(store: Store, pair: string, query: Query, names: Names): Promise<PairPage> {
  const countries = pairOfStates(pair, names)
  const filter = pairFilter(query)
  const [happenings, total] = await Promise.all([
    store.pairHappenings(
      pair,
      filter,
      query.limit || query.offset ? pageOf(query, MOST_HAPPENINGS) : undefined,
    ),
    store.countPairHappenings(pair, filter),
  ])
  const [a, b] = countries
  const rows = happenings.map((happening) => happeningRow(happening, names))
  return { pair, a, b, total, happenings: rows }
}

async function oneHappening(store: Store, id: string, names: Names): Promise<HappeningPage> {
  const found = await store.happening(id)
  if (found === null)
    throw new RequestError(
      404,
      `There is no happening "${id}".`,
      "It may have been linked anew: look it up in its pair's list.",
    )
  return happeningPage(found, await store.reports(found.happening.events), names)
}

async function documents(store: Store, query: Query, names: Names): Promise<DocumentRow[]> {
  const entries = await store.documents(pageOf(query, HIGHEST_LIMIT))
  return entries.map((entry) => documentRow(entry, names))
}

async function oneDocument(store: Store, id: string, names: Names): Promise<DocumentPage> {
  const found = await store.document(id)
  if (found === null) throw new RequestError(404, `There is no document "${id}".`)
  return documentPage(found, names)
}

const pageOf = (query: Query, most: number): Page => ({
  limit: Math.min(wholeNumber(query, "limit", DEFAULT_LIMIT), most),
  offset: wholeNumber(query, "offset", 0),
})

function pairFilter(query: Query): PairFilter {
  const status = oneOf<Status>(query, "status", STATUSES)
  const type = oneOf<EventType>(query, "type", EVENT_TYPES)
  const from = isoDay(query, "from")
  const to = isoDay(query, "to")
  return {
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
