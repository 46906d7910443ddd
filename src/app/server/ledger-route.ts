import type { FastifyInstance } from "fastify"
import type { Store } from "../../store/index.ts"
import type { LedgerPage, Names, VisitsPage } from "../../view/index.ts"
import { readLedger, readVisits, type VisitQuery } from "../pair-ledger.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { isoDay, type Query } from "./query-values.ts"
import { RequestError } from "./request-error.ts"

/** Adds the routes of what holds between two states, and of who met whom. */
export function addLedgerRoutes(
  server: FastifyInstance,
  { store, ...names }: Names & { readonly store: Store },
): void {
  server.get<{ Params: { pair: string }; Querystring: Query }>(
    "/api/pairs/:pair/ledger",
    ({ params, query }) => ledgerPage(store, params.pair, query, names),
  )
  server.get<{ Querystring: Query }>("/api/visits", ({ query }) => visitsPage(store, query, names))
}

async function ledgerPage(store: Store, pair: string, query: Query, names: Names): Promise<LedgerPage> {
  const [a, b] = pairOfStates(pair, names)
  const ledger = await readLedger(store, [a.code, b.code], isoDay(query, "asOf"))
  return { ...ledger, a, b }
}

function visitsPage(store: Store, query: Query, names: Names): Promise<VisitsPage> {
  const { leader, year, pair } = query
  if (!leader && !year && !pair)
    throw new RequestError(400, "Which visits?", "Give a leader, a year or a pair: leader=Xi&year=2023")
  if (year && !/^\d{4}$/.test(year)) throw new RequestError(400, `year "${year}" is no year.`, "Four digits.")
  if (pair) pairOfStates(pair, names)
  const asOf = isoDay(query, "asOf")
  const asked: VisitQuery = {
    ...(leader ? { leader } : {}),
    ...(year ? { year } : {}),
    ...(pair ? { pair } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  }
  return readVisits(store, asked)
}
