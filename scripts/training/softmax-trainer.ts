import { type Features, normalised } from "../../src/text/softmax.ts"
import { seededRandom, shuffle } from "./random.ts"

export interface Example extends Features {
  /** Index of the class. */
  readonly label: number
  readonly weight: number
}

export interface TrainingOptions {
  readonly classes: number
  readonly buckets: number
  readonly epochs: number
  readonly rate: number
  /** Strength of the L2 penalty, applied to the weights that an example touches. */
  readonly decay: number
  readonly seed: number
}

/** Multinomial logistic regression by AdaGrad; returns weights, bucket × class. */
export function trainSoftmax(examples: readonly Example[], options: TrainingOptions): Float32Array {
  const { classes, buckets, epochs, rate, decay } = options
  const weights = new Float32Array(buckets * classes)
  const squares = new Float32Array(buckets * classes).fill(1e-6)
  const random = seededRandom(options.seed)
  const order = examples.map((_, index) => index)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffle(order, random)) {
      const example = examples[at]!
      const gradient = scores(weights, example, classes)
      gradient[example.label]! -= 1
      for (let feature = 0; feature < example.indices.length; feature++) {
        const row = example.indices[feature]! * classes
        const value = example.values[feature]!
        for (let label = 0; label < classes; label++) {
          const slope = example.weight * gradient[label]! * value + decay * weights[row + label]!
          squares[row + label]! += slope * slope
          weights[row + label]! -= (rate * slope) / Math.sqrt(squares[row + label]!)
        }
      }
    }
  }
  return weights
}

/** Class probabilities under float weights. */
export function scores(weights: Float32Array, { indices, values }: Features, classes: number): Float64Array {
  const sums = new Float64Array(classes)
  for (let at = 0; at < indices.length; at++) {
    const row = indices[at]! * classes
    for (let label = 0; label < classes; label++) sums[label]! += weights[row + label]! * values[at]!
  }
  return normalised(sums)
}
