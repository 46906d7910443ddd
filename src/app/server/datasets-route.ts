import type { Store } from "../../store/index.ts"
import { type DatasetsPage, datasetsPage, type Names } from "../../view/index.ts"
import { pairOfStates } from "./pair-of-states.ts"
import { oneOf, type Query } from "./query-values.ts"

/** GET /api/pairs/BLR-CHN/datasets: the pair in others' data beside ours, month by month. */
export async function pairDatasetsPage(
  store: Store,
  pair: string,
  query: Query,
  { names, longestSpan }: { readonly names: Names; readonly longestSpan: number },
): Promise<DatasetsPage> {
  const countries = pairOfStates(pair, names)
  const direction = oneOf(query, "direction", ["forward", "backward"] as const)
  const [tallies, imported] = await Promise.all([
    store.pairTallies({ pair, longestSpan }),
    store.pairDatasets(pair, direction),
  ])
  return datasetsPage(pair, countries, { tallies, imported })
}
