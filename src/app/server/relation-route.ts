import { PERIODS } from "../../record/index.ts"
import { ownersBehind, type Weighing } from "../../relation/index.ts"
import type { Store } from "../../store/index.ts"
import type { Names, RelationPage } from "../../view/index.ts"
import { type RelationRequest, readRelation, weightsOffered } from "../pair-relation.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { isoDay, oneOf, type Query, someOf } from "./query-values.ts"
import { RequestError } from "./request-error.ts"

/** What can be left out of a series beside one owner. */
const LEFT_OUT = ["state-media", "largest"] as const

/** GET /api/pairs/BLR-CHN/relation: the index of a pair with everything that it rests on. */
export async function relationPage(
  store: Store,
  pair: string,
  query: Query,
  names: Names & { readonly weights?: readonly Weighing[] },
): Promise<RelationPage> {
  const countries = pairOfStates(pair, names)
  const own = names.weights ?? []
  const offered = weightsOffered(own)
  const request = relationRequest(pair, query, offered)
  const relation = await readRelation(store, request, names.codebook, own)
  if (relation === undefined) throw new RequestError(400, `weights "${request.weights}" are unknown.`)
  const [a, b] = countries
  return { pair, a, b, series: relation.series, owners: ownersBehind(relation.acts), weightsOffered: offered }
}

function relationRequest(pair: string, query: Query, offered: readonly string[]): RelationRequest {
  const left = someOf(query, "without", LEFT_OUT)
  const from = isoDay(query, "from")
  const to = isoDay(query, "to")
  const direction = oneOf(query, "direction", ["forward", "backward"] as const)
  return {
    pair,
    by: oneOf(query, "by", PERIODS) ?? "month",
    weights: oneOf(query, "weights", offered) ?? "plover",
    without: {
      ...(left.includes("state-media") ? { stateMedia: true } : {}),
      ...(left.includes("largest") ? { largest: true } : {}),
      ...(query.owner ? { owner: query.owner } : {}),
    },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(direction === undefined ? {} : { direction }),
  }
}
