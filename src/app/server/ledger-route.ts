import { Type } from "typebox"
import { readLedger, readVisits } from "../pair-ledger.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { RequestError } from "./request-error.ts"
import { day, pairParams } from "./request-schemas.ts"
import { route } from "./route.ts"
import { ledgerPage, visitsPage } from "./schemas/ledger.ts"

const asOf = day("The day from which plans and promises are seen; the record's last unless it is given")

export const ledgerRoute = route({
  method: "GET",
  path: "/pairs/:pair/ledger",
  summary: "Everything that holds between two states: promises, encounters, counts, standing facts.",
  params: pairParams,
  query: Type.Object({ asOf }),
  answer: ledgerPage,
  handle: async ({ params, query }, { store, ...names }) => {
    const [a, b] = pairOfStates(params.pair, names)
    const ledger = await readLedger(store, [a.code, b.code], query.asOf)
    return { ...ledger, a, b }
  },
})

export const visitsRoute = route({
  method: "GET",
  path: "/visits",
  summary: "Visits, meetings and calls of a leader, a year or a pair, each once, and their counts.",
  query: Type.Object({
    leader: Type.Optional(Type.String({ description: "A name, whole or its last word: Xi." })),
    year: Type.Optional(Type.String({ pattern: "^\\d{4}$", description: "Four digits: 2023." })),
    pair: Type.Optional(pairParams.properties.pair),
    asOf,
  }),
  answer: visitsPage,
  handle: ({ query }, { store, ...names }) => {
    const { leader, year, pair } = query
    if (leader === undefined && year === undefined && pair === undefined)
      throw new RequestError(400, "Which visits?", "Give a leader, a year or a pair: leader=Xi&year=2023")
    if (pair !== undefined) pairOfStates(pair, names)
    return readVisits(store, query)
  },
})
