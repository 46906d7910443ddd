import type { SoftmaxModel } from "../../text/softmax.ts"
import { type CountryScene, eachCountry } from "../actor/country-features.ts"
import { FeatureList } from "../attribution/features.ts"
import { eachAntecedent } from "./antecedent-features.ts"
import type { AntecedentScene } from "./candidates.ts"

/** Decides among candidates; gives the index of one, -1 for none of them. */
export interface Judge {
  readonly antecedent: (scene: AntecedentScene) => number
  readonly country: (scene: CountryScene) => number
}

/** The columns of the model: two rankers over hashed features. */
export const REFERENT_CLASSES = ["antecedent", "country"] as const

/** Decides nothing: for training other models, and where no model is loaded. */
export const UNDECIDED: Judge = { antecedent: () => -1, country: () => -1 }

/** The judge of the trained rankers. */
export function judgeBy(model: SoftmaxModel): Judge {
  const list = new FeatureList()
  const antecedent = scorer(model, 0, list)
  const country = scorer(model, 1, list)
  return {
    antecedent: (scene) =>
      best(scene.candidates.length, (done) => eachAntecedent(scene, list, done), antecedent),
    country: (scene) => best(scene.candidates.length, (done) => eachCountry(scene, list, done), country),
  }
}

/** Scores the list's features by one column of the model; its scale is left out, since only the order counts. */
function scorer(
  { weights, classes, buckets }: SoftmaxModel,
  column: number,
  list: FeatureList,
): () => number {
  const width = classes.length
  const mask = buckets - 1
  return () => {
    let sum = 0
    for (let at = 0; at < list.count; at += 1)
      sum += weights[(list.indices[at]! & mask) * width + column]! * list.values[at]!
    return sum
  }
}

/** The candidate with the highest score; the one behind the last is "none". */
function best(count: number, each: (done: (at: number) => void) => void, score: () => number): number {
  let highest = Number.NEGATIVE_INFINITY
  let chosen = -1
  each((at) => {
    const own = score()
    if (own <= highest) return
    highest = own
    chosen = at
  })
  return chosen === count ? -1 : chosen
}
