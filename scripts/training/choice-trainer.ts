import type { FeatureList } from "../../src/mention/attribution/features.ts"
import { seededRandom, shuffle } from "./random.ts"

/** Candidates of which one is right; features lie one candidate after the other. `none` stands for a candidate of score 0. */
export interface Choice {
  readonly indices: Int32Array
  readonly values: Float32Array
  /** Where each candidate's features begin, and one more: where the last one's end. */
  readonly offsets: Int32Array
  /** Index of the right candidate; -1 where none is right (the implicit candidate of score 0). */
  readonly right: number
  readonly none: boolean
  readonly weight: number
}

/** Collects the candidates of one choice. */
export class ChoiceBuilder {
  private readonly indices: number[] = []
  private readonly values: number[] = []
  private readonly offsets: number[] = [0]

  add({ indices, values, count }: FeatureList): void {
    for (let at = 0; at < count; at += 1) {
      this.indices.push(indices[at]!)
      this.values.push(values[at]!)
    }
    this.offsets.push(this.indices.length)
  }

  done(right: number, none: boolean, weight = 1): Choice {
    return {
      indices: Int32Array.from(this.indices),
      values: Float32Array.from(this.values),
      offsets: Int32Array.from(this.offsets),
      right,
      none,
      weight,
    }
  }
}

export interface ChoiceTraining {
  readonly buckets: number
  readonly epochs: number
  readonly rate: number
  /** L2 penalty on the weights that an example touches. */
  readonly decay: number
  /** Share of the features left out of an update. */
  readonly dropout: number
  readonly seed: number
}

/** Squared gradients that every weight starts with, so that the first steps of rare features stay small. */
const FIRST_SQUARE = 1e-2

/**
 * Conditional logit by AdaGrad. In each update every feature is left out with probability `dropout`, so that no one template
 * carries the decision alone; the weights returned are the mean over the ends of the later half of the epochs.
 */
export function trainChoices(choices: readonly Choice[], options: ChoiceTraining): Float32Array {
  const { buckets, epochs, rate, decay, dropout } = options
  const weights = new Float32Array(buckets)
  const squares = new Float32Array(buckets).fill(FIRST_SQUARE)
  const mean = new Float32Array(buckets)
  const random = seededRandom(options.seed)
  const order = choices.map((_, index) => index)
  const averaged = Math.ceil(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const at of shuffle(order, random)) {
      const { indices, values, offsets, right, none, weight } = choices[at]!
      const salt = dropout === 0 ? 0 : Math.floor(random() * 2 ** 32)
      const count = offsets.length - 1
      const scores = new Float64Array(count)
      let highest = none ? 0 : Number.NEGATIVE_INFINITY
      for (let one = 0; one < count; one += 1) {
        let sum = 0
        for (let f = offsets[one]!; f < offsets[one + 1]!; f += 1)
          if (!dropped(indices[f]!, salt, dropout)) sum += weights[indices[f]!]! * values[f]!
        scores[one] = sum
        if (sum > highest) highest = sum
      }
      let total = none ? Math.exp(-highest) : 0
      for (let one = 0; one < count; one += 1) total += Math.exp(scores[one]! - highest)
      for (let one = 0; one < count; one += 1) {
        const slope = weight * (Math.exp(scores[one]! - highest) / total - (one === right ? 1 : 0))
        if (Math.abs(slope) < SMALLEST_SLOPE) continue
        for (let f = offsets[one]!; f < offsets[one + 1]!; f += 1) {
          const index = indices[f]!
          if (dropped(index, salt, dropout)) continue
          const step = slope * values[f]! + decay * weights[index]!
          squares[index]! += step * step
          weights[index]! -= (rate * step) / Math.sqrt(squares[index]!)
        }
      }
    }
    if (epoch >= epochs - averaged)
      for (let at = 0; at < buckets; at += 1) mean[at]! += weights[at]! / averaged
  }
  return mean
}

/** Gradients below this are not worth an update. */
const SMALLEST_SLOPE = 1e-3

/** Whether a feature is left out of this update: the same for all candidates, so that they stay comparable. */
function dropped(index: number, salt: number, share: number): boolean {
  if (share === 0) return false
  const hash = Math.imul(index ^ salt, 0x9e3779b1)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32 < share
}
