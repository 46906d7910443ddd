import type { Codebook } from "../codebook/codebook.ts"
import type { StateCodesAt } from "../codebook/state-codes.ts"
import type { Period } from "../record/index.ts"
import { pairSeries, standingWeights, type Weighing } from "../relation/index.ts"
import type { ActFilter, Store } from "../store/index.ts"
import { type PanelRow, panelRows } from "../view/index.ts"

export interface PanelRequest {
  readonly by: Period
  readonly from?: string
  readonly to?: string
  readonly directed: boolean
  /** "plover", "goldstein", "unit", or weights of the user's. */
  readonly weights: string | Weighing
  /** "BLR-CHN"; all pairs where it is absent. */
  readonly pair?: string
  readonly filter?: ActFilter
}

/**
 * The panel of the dyads in the store, dyad by dyad and period by period; each runs from its first period to its last, or as
 * asked. Volumes are shares of the whole record, whatever the filter.
 */
export async function* dyadPanel(
  store: Pick<Store, "pairTotals" | "pairActs" | "occurredCounts" | "summary">,
  { by, from, to, directed, weights, pair: only, filter = {} }: PanelRequest,
  { codebook, codesAt }: { readonly codebook: Codebook; readonly codesAt: StateCodesAt },
): AsyncGenerator<PanelRow> {
  const standing = standingWeights(codebook)
  const weighing =
    typeof weights === "string" ? Object.values(standing).find(({ id }) => id === weights) : weights
  if (weighing === undefined) throw new RangeError(`weights ${JSON.stringify(weights)} are unknown`)
  const [totals, corpus, { coder }] = await Promise.all([
    store.pairTotals(),
    store.occurredCounts(),
    store.summary(),
  ])
  const bounds = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  const pairs = totals.map(({ pair }) => pair).filter((pair) => only === undefined || pair === only)
  for (const pair of pairs.sort()) {
    const [first, second] = pair.split("-") as [string, string]
    const acts = await store.pairActs(pair, filter)
    if (acts.length === 0) continue
    const common = { pair, by, weighing, standing, corpus, ...bounds }
    const names = { codesAt, dataVersion: coder }
    if (!directed)
      yield* panelRows({ actor: first, recipient: second, directed }, pairSeries(acts, common), names)
    else
      for (const direction of ["forward", "backward"] as const) {
        const [actor, recipient] = direction === "forward" ? [first, second] : [second, first]
        const own = acts.filter((act) => act.direction === "both" || act.direction === direction)
        if (own.length > 0)
          yield* panelRows({ actor, recipient, directed }, pairSeries(own, { ...common, direction }), names)
      }
  }
}
