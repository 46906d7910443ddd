import { DataError, type DataFiles } from "../../codebook/data-files.ts"
import { sharesOf } from "../../text/softmax.ts"
import type { NameGroup } from "./groups.ts"
import { type Beliefs, RANK_SIZE, rankFeatures } from "./ranker.ts"

/** A scorer with one hidden layer beside a linear part: linear · x + output · tanh(hidden x + bias). */
export interface RankLayer {
  readonly linear: ArrayLike<number>
  readonly hidden: ArrayLike<number>
  readonly bias: ArrayLike<number>
  readonly output: ArrayLike<number>
}
/** The first scorer sees a name alone, the second also what is believed of the others. */
export interface RankModel {
  readonly alone: RankLayer
  readonly together: RankLayer
}

export const HIDDEN = 12
export const RANK_FILE = "models/place-ranks.json"
/** How often beliefs are revised in the light of the others. */
const ROUNDS = 2

/** Reads data/models/place-ranks.json. */
export function loadRankModel(data: DataFiles): RankModel {
  const model = JSON.parse(data.text(RANK_FILE)) as RankModel
  for (const layer of [model.alone, model.together])
    if (layer?.linear.length !== RANK_SIZE || layer.hidden.length !== RANK_SIZE * HIDDEN)
      throw new DataError(
        `data/${RANK_FILE}: not ${RANK_SIZE} features. Train it again with scripts/train-places.ts.`,
      )
  return model
}

/** Which features of the candidate at hand are not zero: most are. */
const present = new Int32Array(RANK_SIZE)

export function layerScore({ linear, hidden, bias, output }: RankLayer, features: Float64Array): number {
  let count = 0
  for (let at = 0; at < RANK_SIZE; at++) if (features[at] !== 0) present[count++] = at
  let score = 0
  for (let index = 0; index < count; index++) {
    const at = present[index]!
    score += linear[at]! * features[at]!
  }
  for (let unit = 0; unit < HIDDEN; unit++) {
    let sum = bias[unit]!
    for (let index = 0; index < count; index++) {
      const at = present[index]!
      sum += hidden[unit * RANK_SIZE + at]! * features[at]!
    }
    score += output[unit]! * Math.tanh(sum)
  }
  return score
}

/** Probabilities of each group's candidates, after all rounds. */
export function rankGroups(groups: readonly NameGroup[], model: RankModel): Beliefs {
  let beliefs = believe(rankFeatures(groups, undefined), model.alone)
  for (let round = 0; round < ROUNDS; round++)
    beliefs = believe(rankFeatures(groups, beliefs), model.together)
  return beliefs
}

export const believe = (features: readonly (readonly Float64Array[])[], layer: RankLayer): number[][] =>
  features.map((candidates) => sharesOf(candidates.map((candidate) => layerScore(layer, candidate))))
