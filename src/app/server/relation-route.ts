import { type Static, Type } from "typebox"
import { PERIODS } from "../../record/index.ts"
import { ownersBehind } from "../../relation/index.ts"
import { type RelationRequest, readRelation, weightsOffered } from "../pair-relation.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { someOf } from "./query-values.ts"
import { RequestError } from "./request-error.ts"
import { day, direction, pairParams, word } from "./request-schemas.ts"
import { route } from "./route.ts"
import { relationPage } from "./schemas/relation.ts"

/** What can be left out of a series beside one owner. */
const LEFT_OUT = ["state-media", "largest"] as const

const relationQuery = Type.Object({
  by: word(PERIODS, "Length of a period; month unless it is given"),
  weights: Type.Optional(
    Type.String({
      description: "plover unless it is given; the answer names those on offer: goldstein, unit.",
    }),
  ),
  without: Type.Optional(
    Type.String({ description: "What to leave out, with commas between: state-media,largest." }),
  ),
  owner: Type.Optional(Type.String({ description: "Key of an owner to leave out, as the answer gives it." })),
  direction,
  from: day("First day"),
  to: day("Last day"),
})

export const relationRoute = route({
  method: "GET",
  path: "/pairs/:pair/relation",
  summary: "The relation index of a pair with everything that it rests on.",
  params: pairParams,
  query: relationQuery,
  answer: relationPage,
  handle: async ({ params: { pair }, query }, { store, weights: own = [], ...names }) => {
    const [a, b] = pairOfStates(pair, names)
    const offered = weightsOffered(own)
    const request = relationRequest(pair, query)
    const relation = await readRelation(store, request, names.codebook, own)
    if (relation === undefined)
      throw new RequestError(400, `weights "${request.weights}" is unknown.`, `One of ${offered.join(", ")}.`)
    const { series, acts } = relation
    return { pair, a, b, series, owners: ownersBehind(acts), weightsOffered: offered }
  },
})

function relationRequest(
  pair: string,
  { by = "month", weights = "plover", without, owner, ...rest }: Static<typeof relationQuery>,
): RelationRequest {
  const left = someOf(without, "without", LEFT_OUT)
  return {
    pair,
    by,
    weights,
    without: {
      ...(left.includes("state-media") ? { stateMedia: true } : {}),
      ...(left.includes("largest") ? { largest: true } : {}),
      ...(owner === undefined ? {} : { owner }),
    },
    ...rest,
  }
}
