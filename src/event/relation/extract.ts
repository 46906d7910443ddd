import type { Predicates } from "../../codebook/predicates.ts"
import type { WordVectors } from "../../text/vectors.ts"
import type { WordClusters } from "./clusters.ts"
import { FeatureSink } from "./features.ts"
import { matchesIn } from "./matches.ts"
import type { Pair } from "./pair.ts"
import { syntaxPath } from "./path.ts"
import { addPathFeatures } from "./path-features.ts"
import { type Reading, readPair } from "./reading.ts"
import { addReadingFeatures } from "./reading-features.ts"
import { addSequenceFeatures } from "./sequence-features.ts"
import { addSpanFeatures } from "./span-features.ts"

export interface RelationResources {
  readonly predicates: Predicates
  readonly vectors: WordVectors
  readonly clusters: WordClusters
}

export interface PairFeatures {
  readonly sparse: FeatureSink
  readonly reading: Reading
}

/** All that the model sees of a pair: words between and around, the way through the tree, the lexicon's reading. */
export function extractFeatures(pair: Pair, resources: RelationResources, trace = false): PairFeatures {
  const sparse = new FeatureSink(trace)
  const path = syntaxPath(pair)
  const matches = matchesIn(pair.analysis, resources.predicates)
  const reading = readPair(pair, path, matches)
  sparse.add("bias")
  addSequenceFeatures(sparse, pair, resources)
  addPathFeatures(sparse, pair, path, resources)
  addReadingFeatures(sparse, pair, reading, matches)
  addSpanFeatures(sparse, pair, resources)
  return { sparse, reading }
}
