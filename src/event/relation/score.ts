import type { FeatureSink } from "./features.ts"
import type { RelationWeights } from "./model-file.ts"

/** Probabilities of the labels, by multinomial logistic regression over the features. */
export function scorePair(
  { rows, values }: Pick<FeatureSink, "rows" | "values">,
  weights: RelationWeights,
): Float64Array {
  const { labels } = weights
  const scores = new Float64Array(labels)
  const { cells, scale } = weights
  for (let index = 0; index < rows.length; index += 1) {
    const from = rows[index]! * labels
    const value = values[index]!
    for (let label = 0; label < labels; label += 1) scores[label]! += value * cells[from + label]!
  }
  for (let label = 0; label < labels; label += 1) scores[label]! *= scale[label]!
  return softmax(scores)
}

function softmax(scores: Float64Array): Float64Array {
  const best = Math.max(...scores)
  let sum = 0
  const out = scores.map((score) => Math.exp(score - best))
  for (const value of out) sum += value
  return out.map((value) => value / sum)
}
