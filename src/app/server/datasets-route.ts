import { Type } from "typebox"
import { datasetsPage } from "../../view/index.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { LONGEST_SPAN } from "./pair-routes.ts"
import { direction, pairParams } from "./request-schemas.ts"
import { route } from "./route.ts"
import { datasetsPage as answer } from "./schemas/relation.ts"

export const datasetsRoute = route({
  method: "GET",
  path: "/pairs/:pair/datasets",
  summary: "The pair in others' data beside ours, month by month.",
  params: pairParams,
  query: Type.Object({ direction }),
  answer,
  handle: async ({ params: { pair }, query }, { store, ...names }) => {
    const countries = pairOfStates(pair, names)
    const [tallies, imported] = await Promise.all([
      store.pairTallies({ pair, longestSpan: LONGEST_SPAN }),
      store.pairDatasets(pair, query.direction),
    ])
    return datasetsPage(pair, countries, { tallies, imported })
  },
})
