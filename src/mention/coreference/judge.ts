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

/**
 * How much likelier, as log-odds, "nobody named before" must be than the best candidate: texts of all kinds, which the ranker
 * learned from, speak more of what is no actor than the news does.
 */
const PRONOUN_MARGIN = 1.5
/** An "it" that is an object is hardly ever the empty one of "it is raining". */
const OBJECT_MARGIN = 3

function marginOf({ anaphor, finding }: AntecedentScene): number {
  if (anaphor.draft !== undefined) return 0
  const relation = finding.analysis.deprel[anaphor.core] ?? ""
  return relation.startsWith("obj") || relation.startsWith("obl") ? OBJECT_MARGIN : PRONOUN_MARGIN
}

/** The judge of the trained rankers. */
export function judgeBy(model: SoftmaxModel): Judge {
  const list = new FeatureList()
  const antecedent = scorer(model, 0, list)
  const country = scorer(model, 1, list)
  return {
    antecedent: (scene) =>
      best({
        count: scene.candidates.length,
        each: (done) => eachAntecedent(scene, list, done),
        score: antecedent,
        margin: marginOf(scene),
      }),
    country: (scene) =>
      best({
        count: scene.candidates.length,
        each: (done) => eachCountry(scene, list, done),
        score: country,
        margin: 0,
      }),
  }
}

/** Scores the list's features by one column of the model. */
function scorer({ weights, classes, buckets, scales }: SoftmaxModel, column: number, list: FeatureList) {
  const width = classes.length
  const mask = buckets - 1
  const scale = scales[column]!
  return (): number => {
    let sum = 0
    for (let at = 0; at < list.count; at += 1)
      sum += weights[(list.indices[at]! & mask) * width + column]! * list.values[at]!
    return sum * scale
  }
}

interface Choosing {
  readonly count: number
  readonly each: (done: (at: number) => void) => void
  readonly score: () => number
  readonly margin: number
}

/** The candidate with the highest score; the one behind the last is "none", and must win by the margin. */
function best({ count, each, score, margin }: Choosing): number {
  let highest = Number.NEGATIVE_INFINITY
  let chosen = -1
  each((at) => {
    const own = at === count ? score() - margin : score()
    if (own <= highest) return
    highest = own
    chosen = at
  })
  return chosen === count ? -1 : chosen
}
