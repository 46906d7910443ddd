import type { DataFiles } from "../codebook/data-files.ts"
import { loadPredicates } from "../codebook/predicates.ts"
import type { EventType, Span } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { perAnalysisAnd } from "../text/per-analysis.ts"
import { loadVectors, type WordVectors } from "../text/vectors.ts"
import { type CueWords, loadCueWords } from "./cue-words.ts"
import { clusterWords } from "./relation/clusters.ts"
import { extractFeatures, type RelationResources } from "./relation/extract.ts"
import { RELATION_LABELS, type RelationLabel } from "./relation/labels.ts"
import { type RelationWeights, readWeights } from "./relation/model-file.ts"
import { locatePair } from "./relation/pair.ts"
import type { Reading } from "./relation/reading.ts"
import { scorePair } from "./relation/score.ts"
import { yieldType } from "./relation/yield-type.ts"
import { loadStatusCues, type StatusCues } from "./status.ts"

/** What the classification of pairs needs, loaded once. */
export interface RelationModel extends RelationResources {
  readonly weights: RelationWeights
  readonly statusCues: StatusCues
  readonly cueWords: CueWords
}

/** What holds between two participants; `type` null where the text has neither span or the model sees nothing. */
export interface Relation {
  readonly type: EventType | null
  readonly probability: number
  /** The other categories, likeliest first. */
  readonly alternatives: readonly (readonly [EventType, number])[]
  /** The token that the lexicon takes for the act, null where it sees none. */
  readonly trigger: number | null
  /** How the rules read the pair. */
  readonly reading: Reading | null
}

/** Below this probability of its best label, a pair is left without a category. */
const LEAST_PROBABILITY = 0.12
const NOTHING: Relation = { type: null, probability: 0, alternatives: [], trigger: null, reading: null }

/** Loads weights, predicates and cues from data/; word vectors too, unless they are given. */
export function loadRelationModel(data: DataFiles, vectors: WordVectors = loadVectors(data)): RelationModel {
  const weights = readWeights(data)
  return {
    weights,
    vectors,
    predicates: loadPredicates(data),
    clusters: clusterWords(vectors, weights.centres),
    statusCues: loadStatusCues(data),
    cueWords: loadCueWords(data),
  }
}

/** What was found between spans before: several words of a sentence ask about the same two. */
const knownIn = perAnalysisAnd(
  (_analysis, _model: RelationModel) => new Map<Span | null, Map<Span | null, Relation>>(),
)

/**
 * Says what holds between exactly these two spans (offsets into the analysed text; null where the text leaves one unsaid).
 * The labels follow CAMEO's roots (see labels.ts); YIELD comes out as CONCEDE or RETREAT, whichever the words fit better.
 */
export function classifyRelation(
  analysis: Analysis,
  actor: Span | null,
  recipient: Span | null,
  model: RelationModel,
): Relation {
  const known = knownIn(analysis, model)
  let withActor = known.get(actor)
  if (withActor === undefined) {
    withActor = new Map()
    known.set(actor, withActor)
  }
  let relation = withActor.get(recipient)
  if (relation === undefined) {
    relation = relationBetween(analysis, actor, recipient, model)
    withActor.set(recipient, relation)
  }
  return relation
}

function relationBetween(
  analysis: Analysis,
  actor: Span | null,
  recipient: Span | null,
  model: RelationModel,
): Relation {
  const pair = locatePair(analysis, actor, recipient)
  if (pair === undefined) return NOTHING
  const features = extractFeatures(pair, model)
  const { reading } = features
  const probabilities = scorePair(features.sparse, model.weights)
  const typeOf = (label: Exclude<RelationLabel, "NONE">): EventType =>
    label === "YIELD" ? yieldType(analysis, reading, pair) : label
  const ranked = RELATION_LABELS.map((label, at) => [label, probabilities[at] ?? 0] as const).sort(
    (a, b) => b[1] - a[1],
  )
  const [best, ...others] = ranked
  if (best === undefined || best[0] === "NONE" || best[1] < LEAST_PROBABILITY) return { ...NOTHING, reading }
  return {
    type: typeOf(best[0]),
    probability: best[1],
    alternatives: others.flatMap(([label, probability]) =>
      label === "NONE" ? [] : [[typeOf(label), probability] as const],
    ),
    trigger: reading.trigger < 0 ? null : reading.trigger,
    reading,
  }
}
