import type { DocumentView } from "../../src/mention/place/document-view.ts"
import { BUCKETS, MAX_FEATURES, tokenFeatures } from "../../src/mention/place/features.ts"
import {
  activeStretches,
  BEGIN,
  INSIDE,
  LABELS,
  OUTSIDE,
  type TaggerWeights,
} from "../../src/mention/place/tagger.ts"
import { seededRandom, shuffled } from "../training/random.ts"
import type { GoldPlace } from "./gold.ts"

/** A stretch of active tokens with its features and labels. */
export interface Sequence {
  readonly features: readonly Int32Array[]
  readonly labels: Uint8Array
}

export function sequencesOf(view: DocumentView, places: readonly GoldPlace[]): Sequence[] {
  const labels = labelTokens(view, places)
  const out = new Int32Array(MAX_FEATURES)
  return activeStretches(view).map(({ first, last, sentenceFirst, sentenceLast }) => {
    const features: Int32Array[] = []
    const own = new Uint8Array(last - first)
    for (let at = first; at < last; at++) {
      features.push(out.slice(0, tokenFeatures(view, at, sentenceFirst, sentenceLast, out)))
      const label = labels[at] ?? OUTSIDE
      const before = own[at - first - 1] ?? OUTSIDE
      own[at - first] = label === INSIDE && before === OUTSIDE ? BEGIN : label
    }
    return { features, labels: own }
  })
}

function labelTokens({ analysis }: DocumentView, places: readonly GoldPlace[]): Uint8Array {
  const labels = new Uint8Array(analysis.count)
  for (const place of places) {
    let inside = false
    for (let at = 0; at < analysis.count; at++) {
      if ((analysis.end[at] ?? 0) <= place.start) continue
      if ((analysis.start[at] ?? 0) >= place.end) break
      labels[at] = inside ? INSIDE : BEGIN
      inside = true
    }
  }
  return labels
}

export interface TrainingOptions {
  readonly epochs: number
  readonly rate: number
  readonly penalty: number
  readonly seed: number
  /** Features seen in fewer tokens than this get no weight. */
  readonly minCount: number
  /** Added to the score of beginning a name after training: more names found, more of them wrong. */
  readonly eagerness: number
}

/** Trains the random field by AdaGrad on the conditional likelihood, with an L2 penalty on the weights touched. */
export function trainTagger(sequences: readonly Sequence[], options: TrainingOptions): TaggerWeights {
  const counts = new Uint16Array(BUCKETS)
  for (const { features } of sequences)
    for (const token of features)
      for (const bucket of token)
        if ((counts[bucket] ?? 0) < 65535) counts[bucket] = (counts[bucket] ?? 0) + 1
  const emission = new Float64Array(BUCKETS * 2)
  const squares = new Float64Array(BUCKETS * 2)
  const transition = new Float64Array(9)
  const transitionSquares = new Float64Array(9)
  const random = seededRandom(options.seed)
  const known = sequences.map(({ features, labels }) => ({
    labels,
    features: features.map((token) => token.filter((bucket) => (counts[bucket] ?? 0) >= options.minCount)),
  }))
  const step = (weights: Float64Array, sums: Float64Array, at: number, gradient: number): void => {
    const full = gradient - options.penalty * (weights[at] ?? 0)
    sums[at] = (sums[at] ?? 0) + full * full
    weights[at] = (weights[at] ?? 0) + (options.rate * full) / Math.sqrt((sums[at] ?? 0) + 1e-8)
  }
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const sequence of shuffled(known, random)) {
      const gradient = gradientOf(sequence, emission, transition)
      sequence.features.forEach((token, at) => {
        for (const bucket of token)
          for (let label = 1; label < LABELS; label++)
            step(emission, squares, bucket * 2 + label - 1, gradient.local[at * LABELS + label] ?? 0)
      })
      for (let at = 0; at < 9; at++) step(transition, transitionSquares, at, gradient.transition[at] ?? 0)
    }
  for (let from = 0; from < LABELS; from++)
    transition[from * LABELS + BEGIN] = (transition[from * LABELS + BEGIN] ?? 0) + options.eagerness
  return { emission, transition, scale: 1 }
}

/** Observed minus expected counts, by forward and backward sums in the log domain. */
function gradientOf(
  { features, labels }: Sequence,
  emission: Float64Array,
  transition: Float64Array,
): { local: Float64Array; transition: Float64Array } {
  const length = features.length
  const score = new Float64Array(length * LABELS)
  features.forEach((token, at) => {
    for (const bucket of token)
      for (let label = 1; label < LABELS; label++)
        score[at * LABELS + label] =
          (score[at * LABELS + label] ?? 0) + (emission[bucket * 2 + label - 1] ?? 0)
  })
  const forward = new Float64Array((length + 1) * LABELS).fill(Number.NEGATIVE_INFINITY)
  forward[0] = 0
  for (let at = 0; at < length; at++)
    for (let to = 0; to < LABELS; to++) {
      const terms: number[] = []
      for (let from = 0; from < LABELS; from++)
        if (allowed(from, to, at))
          terms.push((forward[at * LABELS + from] ?? 0) + (transition[from * LABELS + to] ?? 0))
      forward[(at + 1) * LABELS + to] = logSum(terms) + (score[at * LABELS + to] ?? 0)
    }
  const backward = new Float64Array((length + 1) * LABELS)
  for (let at = length - 1; at >= 0; at--)
    for (let from = 0; from < LABELS; from++) {
      const terms: number[] = []
      for (let to = 0; to < LABELS; to++)
        if (allowed(from, to, at))
          terms.push(
            (transition[from * LABELS + to] ?? 0) +
              (score[at * LABELS + to] ?? 0) +
              (backward[(at + 1) * LABELS + to] ?? 0),
          )
      backward[at * LABELS + from] = logSum(terms)
    }
  const total = backward[0] ?? 0
  const local = new Float64Array(length * LABELS)
  const moved = new Float64Array(9)
  for (let at = 0; at < length; at++) {
    const gold = labels[at] ?? OUTSIDE
    const goldBefore = at === 0 ? OUTSIDE : (labels[at - 1] ?? OUTSIDE)
    local[at * LABELS + gold] = (local[at * LABELS + gold] ?? 0) + 1
    moved[goldBefore * LABELS + gold] = (moved[goldBefore * LABELS + gold] ?? 0) + 1
    for (let from = 0; from < LABELS; from++)
      for (let to = 0; to < LABELS; to++) {
        if (!allowed(from, to, at)) continue
        const share = Math.exp(
          (forward[at * LABELS + from] ?? 0) +
            (transition[from * LABELS + to] ?? 0) +
            (score[at * LABELS + to] ?? 0) +
            (backward[(at + 1) * LABELS + to] ?? 0) -
            total,
        )
        local[at * LABELS + to] = (local[at * LABELS + to] ?? 0) - share
        moved[from * LABELS + to] = (moved[from * LABELS + to] ?? 0) - share
      }
  }
  return { local, transition: moved }
}

const allowed = (from: number, to: number, at: number): boolean =>
  (at > 0 || from === OUTSIDE) && (to !== INSIDE || (from !== OUTSIDE && at > 0))

function logSum(terms: readonly number[]): number {
  let largest = Number.NEGATIVE_INFINITY
  for (const term of terms) largest = Math.max(largest, term)
  if (largest === Number.NEGATIVE_INFINITY) return largest
  let sum = 0
  for (const term of terms) sum += Math.exp(term - largest)
  return largest + Math.log(sum)
}
