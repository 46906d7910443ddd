import type { ClassReasons, Contribution, Weighed } from "../../record/index.ts"
import {
  type AddFeature,
  addFeature,
  type Features,
  featureName,
  noFeatures,
  predict,
} from "../../text/softmax.ts"
import { featureWords } from "./feature-words.ts"

/** A linear model over hashed features: all that weighing its reasons needs. */
export interface LinearModel {
  readonly classes: readonly string[]
  readonly buckets: number
  /** Row-major: bucket × class; times the scale of the class. */
  readonly weights: Int8Array
  readonly scales: Float32Array
}

/** Hands each feature by name, with its value, to `add`. */
export type Describe = (add: AddFeature) => void

/** Reasons that are told on each side of a class. */
const TOLD = 5
/** Less than this is no reason worth telling, in log-odds. */
const LEAST = 0.005

/** Which class was taken, the likeliest unless it is said; `skip` is none to be taken. */
export interface Taken {
  readonly taken?: string
  readonly skip?: string
}

/** What spoke for and against the class that was taken, and the likeliest other. */
export function weigh(model: LinearModel, describe: Describe, { taken, skip }: Taken = {}): Weighed {
  const named: { readonly name: string; readonly features: Features }[] = []
  const all = noFeatures()
  describe((first, value = 1, ...parts) => {
    const name = featureName(first, ...parts)
    const features = noFeatures()
    for (const target of [features, all]) addFeature(target, name, model.buckets, value)
    named.push({ name: featureWords(name), features })
  })
  const probabilities = predict(model, all)
  const rank = (at: number): number => (model.classes[at] === taken ? 2 : probabilities[at]!)
  const order = model.classes
    .map((_, at) => at)
    .filter((at) => model.classes[at] !== skip)
    .sort((a, b) => rank(b) - rank(a) || a - b)
  const reasons = (at: number): ClassReasons => {
    const sums = new Map<string, number>()
    for (const { name, features } of named)
      sums.set(name, (sums.get(name) ?? 0) + scoreOf(model, features, at))
    return { name: model.classes[at]!, probability: probabilities[at]!, ...told(sums) }
  }
  const [first = 0, second] = order
  return { chosen: reasons(first), runnerUp: second === undefined ? null : reasons(second) }
}

function scoreOf(
  { classes, weights, scales }: LinearModel,
  { indices, values }: Features,
  at: number,
): number {
  let score = 0
  indices.forEach((row, index) => {
    score += weights[row * classes.length + at]! * values[index]!
  })
  return score * scales[at]!
}

function told(sums: ReadonlyMap<string, number>): Pick<ClassReasons, "for" | "against"> {
  const all = [...sums].map(([feature, contribution]): Contribution => ({ feature, contribution }))
  const strongest = (sign: 1 | -1) =>
    all
      .filter(({ contribution }) => sign * contribution >= LEAST)
      .sort((a, b) => sign * (b.contribution - a.contribution) || (a.feature < b.feature ? -1 : 1))
      .slice(0, TOLD)
  return { for: strongest(1), against: strongest(-1) }
}
