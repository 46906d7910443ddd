import { normalised, weightedSums } from "../../text/softmax.ts"
import type { FeatureSink } from "./features.ts"
import type { RelationWeights } from "./model-file.ts"

/** Probabilities of the labels, by multinomial logistic regression over the features. */
export const scorePair = (
  { rows, values }: Pick<FeatureSink, "rows" | "values">,
  { cells, labels, scale }: RelationWeights,
): Float64Array => normalised(weightedSums({ indices: rows, values }, cells, labels, scale))
