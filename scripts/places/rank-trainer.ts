import { kilometres } from "../../src/mention/place/distance.ts"
import type { NameGroup } from "../../src/mention/place/groups.ts"
import {
  believe,
  HIDDEN,
  layerScore,
  type RankLayer,
  type RankModel,
} from "../../src/mention/place/rank-model.ts"
import { RANK_SIZE, rankFeatures } from "../../src/mention/place/ranker.ts"
import { sharesOf } from "../../src/text/softmax.ts"
import { seededRandom, shuffled } from "../training/random.ts"

/** One article's groups, each with the coordinates that the annotators gave it (null where none). */
export interface RankDocument {
  readonly groups: readonly NameGroup[]
  readonly gold: readonly ({ readonly latitude: number; readonly longitude: number } | null)[]
}
interface Example {
  readonly candidates: readonly Float64Array[]
  readonly right: readonly boolean[]
  readonly weight: number
}

const RIGHT_KM = 161
/** Candidates this much farther than the nearest are no longer right. */
const SLACK_KM = 25
const EPOCHS = 20
const RATE = 0.01
const DECAY = 1e-3

/** Trains both scorers: the second on the first one's beliefs, then again on its own. */
export function trainRanker(documents: readonly RankDocument[], seed: number): RankModel {
  const alone = fit(
    documents.flatMap((document) => examplesOf(document, rankFeatures(document.groups, undefined))),
    seed,
  )
  let beliefs = documents.map(({ groups }) => believe(rankFeatures(groups, undefined), alone))
  let together = alone
  for (let round = 0; round < 2; round++) {
    const features = documents.map(({ groups }, at) => rankFeatures(groups, beliefs[at]))
    together = fit(
      documents.flatMap((document, at) => examplesOf(document, features[at] ?? [])),
      seed + 1 + round,
    )
    beliefs = features.map((own) => believe(own, together))
  }
  return { alone, together }
}

function examplesOf(
  { groups, gold }: RankDocument,
  features: readonly (readonly Float64Array[])[],
): Example[] {
  return groups.flatMap((group, at): Example[] => {
    const point = gold[at]
    if (point === null || point === undefined || group.candidates.length < 2) return []
    const distances = group.candidates.map(({ place }) => kilometres(place, point))
    const nearest = Math.min(...distances)
    if (nearest > RIGHT_KM) return []
    const right = distances.map((distance) => distance <= Math.min(nearest + SLACK_KM, RIGHT_KM))
    return [{ candidates: features[at] ?? [], right, weight: 1 + Math.log(group.spans.length) }]
  })
}

/** Adam on the log probability of the right candidates. */
function fit(examples: readonly Example[], seed: number): RankLayer {
  const size = RANK_SIZE + RANK_SIZE * HIDDEN + HIDDEN * 2
  const random = seededRandom(seed)
  const weights = Float64Array.from({ length: size }, (_, at) =>
    at < RANK_SIZE ? 0 : (random() - 0.5) * (at < RANK_SIZE + RANK_SIZE * HIDDEN ? 0.3 : 0.2),
  )
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  const gradient = new Float64Array(size)
  let step = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const batch of batches(shuffled(examples, random), 16)) {
      gradient.fill(0)
      for (const example of batch) addGradient(gradient, weights, example)
      step++
      const rate = RATE * (1 - epoch / EPOCHS)
      for (let at = 0; at < size; at++) {
        const slope = (gradient[at] ?? 0) / batch.length - DECAY * (weights[at] ?? 0)
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope
        square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope
        const full = (mean[at] ?? 0) / (1 - 0.9 ** step)
        weights[at] =
          (weights[at] ?? 0) + (rate * full) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  return layerOf(weights)
}

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

function layerOf(weights: Float64Array): RankLayer {
  const hidden = RANK_SIZE + RANK_SIZE * HIDDEN
  return {
    linear: weights.subarray(0, RANK_SIZE),
    hidden: weights.subarray(RANK_SIZE, hidden),
    bias: weights.subarray(hidden, hidden + HIDDEN),
    output: weights.subarray(hidden + HIDDEN),
  }
}

function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  { candidates, right, weight }: Example,
): void {
  const layer = layerOf(weights)
  const shares = sharesOf(candidates.map((candidate) => layerScore(layer, candidate)))
  const mass = shares.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0)
  candidates.forEach((candidate, at) => {
    const share = shares[at] ?? 0
    const target = right[at] ? share / Math.max(mass, 1e-12) : 0
    addScoreGradient(gradient, layer, candidate, weight * (target - share))
  })
}

function addScoreGradient(
  gradient: Float64Array,
  layer: RankLayer,
  features: Float64Array,
  slope: number,
): void {
  const hidden = RANK_SIZE + RANK_SIZE * HIDDEN
  for (let at = 0; at < RANK_SIZE; at++) gradient[at] = (gradient[at] ?? 0) + slope * (features[at] ?? 0)
  for (let unit = 0; unit < HIDDEN; unit++) {
    let sum = layer.bias[unit] ?? 0
    for (let at = 0; at < RANK_SIZE; at++)
      sum += (layer.hidden[unit * RANK_SIZE + at] ?? 0) * (features[at] ?? 0)
    const active = Math.tanh(sum)
    const back = slope * (layer.output[unit] ?? 0) * (1 - active * active)
    gradient[hidden + HIDDEN + unit] = (gradient[hidden + HIDDEN + unit] ?? 0) + slope * active
    gradient[hidden + unit] = (gradient[hidden + unit] ?? 0) + back
    for (let at = 0; at < RANK_SIZE; at++)
      gradient[RANK_SIZE + unit * RANK_SIZE + at] =
        (gradient[RANK_SIZE + unit * RANK_SIZE + at] ?? 0) + back * (features[at] ?? 0)
  }
}

/** The model as JSON, weights rounded to five digits. */
export function packRanks({ alone, together }: RankModel): string {
  const rounded = (layer: RankLayer): Record<string, number[]> =>
    Object.fromEntries(
      Object.entries(layer).map(([name, weights]) => [
        name,
        Array.from(weights as ArrayLike<number>, (weight) => Number(weight.toPrecision(5))),
      ]),
    )
  return `${JSON.stringify({ alone: rounded(alone), together: rounded(together) })}\n`
}
