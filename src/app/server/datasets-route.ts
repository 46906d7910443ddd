import type { Store } from "../../store/index.ts"
import { type DatasetsPage, datasetsPage, type Names, pairCountries } from "../../view/index.ts"
import { oneOf, type Query } from "./query-values.ts"
import { RequestError } from "./request-error.ts"

/** GET /api/pairs/BLR-CHN/datasets: the pair in others' data beside ours, month by month. */
export async function pairDatasetsPage(
  store: Store,
  pair: string,
  query: Query,
  { names, longestSpan }: { readonly names: Names; readonly longestSpan: number },
): Promise<DatasetsPage> {
  const countries = pairCountries(pair, names)
  if (countries === undefined)
    throw new RequestError(
      400,
      `"${pair}" is no pair of states.`,
      "Two alpha-3 codes in alphabetical order: BLR-CHN.",
    )
  const direction = oneOf(query, "direction", ["forward", "backward"] as const)
  const [tallies, imported] = await Promise.all([
    store.pairTallies({ pair, longestSpan }),
    store.pairDatasets(pair, direction),
  ])
  return datasetsPage(pair, countries, { tallies, imported })
}
