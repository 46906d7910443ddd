import { Type } from "typebox"
import { happeningWeight, isCooperative } from "../../relation/index.ts"
import { networkPage } from "../../view/index.ts"
import { capitalOf } from "../capitals.ts"
import { day, limit } from "./request-schemas.ts"
import { route } from "./route.ts"
import { networkPage as networkSchema } from "./schemas/workbench.ts"

const DEFAULT_LIMIT = 500
const HIGHEST_LIMIT = 20_000

export const networkRoute = route({
  method: "GET",
  path: "/network",
  summary: "Cooperation and conflict between all states of what occurred in a period, heaviest ties first.",
  query: Type.Object({
    from: day("First day on which a happening may begin"),
    to: day("Last day on which a happening may begin"),
    limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT),
  }),
  answer: networkSchema,
  handle: async ({ query: { limit, ...period } }, { store, countryName }) => {
    const tallies = (await store.tieTallies(period)).map(({ pair, quad, score, owners, happenings }) => ({
      pair,
      cooperative: isCooperative(quad),
      weight: happeningWeight(score, owners),
      happenings,
    }))
    return networkPage(tallies, { ...period, most: limit ?? DEFAULT_LIMIT }, { countryName, capitalOf })
  },
})
