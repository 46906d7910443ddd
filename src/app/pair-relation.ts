import type { Codebook } from "../codebook/codebook.ts"
import type { PairAct, PairSeries, Period, Without } from "../record/index.ts"
import {
  type PairSeriesOptions,
  pairSeries,
  STANDING_WEIGHTS,
  standingWeights,
  type Weighing,
} from "../relation/index.ts"
import type { Store } from "../store/index.ts"

/** Which series of a pair is wanted. */
export interface RelationRequest {
  /** "BLR-CHN" */
  readonly pair: string
  readonly by: Period
  /** Inclusive ISO days. */
  readonly from?: string
  readonly to?: string
  readonly weights: string
  readonly without: Without
  readonly direction?: "forward" | "backward"
}

/** A pair's acts, how they are to be counted, and what they come to. */
export interface PairRelation {
  readonly acts: readonly PairAct[]
  readonly options: PairSeriesOptions
  readonly series: PairSeries
}

/** The weights that can be asked for: the standing ones, then the user's. */
export const weightsOffered = (own: readonly Weighing[]): string[] => [
  ...STANDING_WEIGHTS,
  ...own.map(({ id }) => id),
]

/** Reads a pair's acts and the corpus's counts from the store and makes the series; undefined where the weights are unknown. */
export async function readRelation(
  store: Pick<Store, "pairActs" | "occurredCounts">,
  { weights, ...request }: RelationRequest,
  codebook: Codebook,
  own: readonly Weighing[] = [],
): Promise<PairRelation | undefined> {
  const standing = standingWeights(codebook)
  const weighing = [...Object.values(standing), ...own].find(({ id }) => id === weights)
  if (weighing === undefined) return undefined
  const [acts, corpus] = await Promise.all([store.pairActs(request.pair), store.occurredCounts()])
  const options: PairSeriesOptions = { ...request, weighing, standing, corpus }
  return { acts, options, series: pairSeries(acts, options) }
}
