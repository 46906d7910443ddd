import type { FastifyInstance } from "fastify"
import { EVENT_TYPES, type EventType, STATUSES, type Status } from "../../record/index.ts"
import { LONGEST_MONTH_SPAN, overallLevel, seriesOf } from "../../relation/index.ts"
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
  pairCountries,
  pairRow,
  type Summary,
} from "../../view/index.ts"
import { RequestError } from "./request-error.ts"

const DEFAULT_LIMIT = 50
const HIGHEST_LIMIT = 500
/** Happenings of a pair that one answer gives at most, where a limit is asked for. */
const MOST_HAPPENINGS = 5000
const SPAN = { longestSpan: LONGEST_MONTH_SPAN }
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

type Query = Readonly<Record<string, string | undefined>>

/** Adds the routes of view/api.ts. */
export function addApiRoutes(
  server: FastifyInstance,
  { store, ...names }: Names & { readonly store: Store },
): void {
  server.get("/api/summary", () => summary(store))
  server.get("/api/pairs", () => pairs(store, names))
  server.get<{ Params: { pair: string }; Querystring: Query }>("/api/pairs/:pair", ({ params, query }) =>
    pairPage(store, params.pair, query, names),
  )
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
    const figures = { tallies: own, series: seriesOf(own), level: overallLevel(own) }
    return pairRow(total, figures, names) ?? []
  })
}

async function pairPage(store: Store, pair: string, query: Query, names: Names): Promise<PairPage> {
  const countries = pairCountries(pair, names)
  if (countries === undefined)
    throw new RequestError(
      400,
      `"${pair}" is no pair of states.`,
      "Two alpha-3 codes in alphabetical order: BLR-CHN.",
    )
  const filter = pairFilter(query)
  const [tallies, happenings, total] = await Promise.all([
    store.pairTallies({ ...SPAN, pair }),
    store.pairHappenings(
      pair,
      filter,
      query.limit || query.offset ? pageOf(query, MOST_HAPPENINGS) : undefined,
    ),
    store.countPairHappenings(pair, filter),
  ])
  const [a, b] = countries
  const rows = happenings.map((happening) => happeningRow(happening, names))
  return { pair, a, b, series: seriesOf(tallies), total, happenings: rows }
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

function oneOf<T extends string>(query: Query, name: string, allowed: readonly T[]): T | undefined {
  const value = query[name]
  if (!value) return undefined
  if (!(allowed as readonly string[]).includes(value))
    throw new RequestError(400, `${name} "${value}" is unknown.`, `One of ${allowed.join(", ")}.`)
  return value as T
}

function isoDay(query: Query, name: string): string | undefined {
  const value = query[name]
  if (!value) return undefined
  if (!isCalendarDay(value))
    throw new RequestError(400, `${name} "${value}" is no day.`, "Days are ISO: 2023-12-03.")
  return value
}

/** False for 30 February, too. */
function isCalendarDay(value: string): boolean {
  const time = ISO_DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

function wholeNumber(query: Query, name: string, otherwise: number): number {
  const value = query[name]
  if (!value) return otherwise
  if (!/^\d{1,9}$/.test(value))
    throw new RequestError(400, `${name} "${value}" is no whole number.`, `For example ${name}=${otherwise}.`)
  return Number(value)
}
