import { DataError, type DataFiles } from "../../codebook/data-files.ts"
import type { DocumentView } from "./document-view.ts"
import { BUCKETS, isActive, MAX_FEATURES, tokenFeatures } from "./features.ts"

/** Labels of the sequence model: outside, begins a name, inside one. */
export const OUTSIDE = 0
export const BEGIN = 1
export const INSIDE = 2
export const LABELS = 3

/** A linear-chain conditional random field over hashed features. */
export interface TaggerWeights {
  /** Two weights a bucket, of BEGIN and INSIDE; OUTSIDE is the reference. */
  readonly emission: ArrayLike<number>
  /** From label times 3 plus to label. */
  readonly transition: ArrayLike<number>
  /** What the emission weights are multiplied by. */
  readonly scale: number
}

export interface NameSpan {
  readonly first: number
  readonly last: number
}

export const TAGGER_FILE = "models/places.bin"
const MAGIC = "CHPLAC01"

/** Reads data/models/places.bin: the magic, nine float32 transitions, the scale as float32, then int8 weights. */
export function loadTagger(data: DataFiles): TaggerWeights {
  const bytes = data.bytes(TAGGER_FILE)
  const head = MAGIC.length + 40
  if (
    new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC ||
    bytes.length !== head + BUCKETS * 2
  )
    throw new DataError(
      `data/${TAGGER_FILE}: not the place tagger of this version. Train it with scripts/train-places.ts.`,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const floats = Float32Array.from({ length: 10 }, (_, at) => view.getFloat32(MAGIC.length + at * 4, true))
  return {
    transition: floats.subarray(0, 9),
    scale: floats[9] ?? 1,
    emission: new Int8Array(bytes.buffer, bytes.byteOffset + head, BUCKETS * 2),
  }
}

/** Packs weights as `loadTagger` reads them: emissions rounded to 255 steps. */
export function packTagger(weights: TaggerWeights): Uint8Array {
  const head = MAGIC.length + 40
  const bytes = new Uint8Array(head + BUCKETS * 2)
  bytes.set(new TextEncoder().encode(MAGIC))
  const view = new DataView(bytes.buffer)
  let largest = 0
  for (let at = 0; at < BUCKETS * 2; at++) largest = Math.max(largest, Math.abs(weights.emission[at] ?? 0))
  const scale = largest === 0 ? 1 : largest / 127
  for (let at = 0; at < 9; at++) view.setFloat32(MAGIC.length + at * 4, weights.transition[at] ?? 0, true)
  view.setFloat32(MAGIC.length + 36, scale * weights.scale, true)
  for (let at = 0; at < BUCKETS * 2; at++)
    view.setInt8(head + at, Math.round((weights.emission[at] ?? 0) / scale))
  return bytes
}

/** A stretch of tokens that may hold names; the tokens around it cannot. */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly sentenceFirst: number
  readonly sentenceLast: number
}

export function activeStretches(view: DocumentView): Stretch[] {
  const stretches: Stretch[] = []
  for (const sentence of view.analysis.sentences) {
    let open = -1
    for (let at = sentence.first; at <= sentence.last; at++) {
      const active = at < sentence.last && isActive(view, at, sentence.first, sentence.last)
      if (active && open < 0) open = at
      if (active || open < 0) continue
      stretches.push({ first: open, last: at, sentenceFirst: sentence.first, sentenceLast: sentence.last })
      open = -1
    }
  }
  return stretches
}

/** The most likely names in an article (Viterbi), in text order. */
export function tagNames(view: DocumentView, weights: TaggerWeights): NameSpan[] {
  const names: NameSpan[] = []
  const features = new Int32Array(MAX_FEATURES)
  for (const stretch of activeStretches(view)) decode(view, stretch, weights, features, names)
  return names
}

function decode(
  view: DocumentView,
  { first, last, sentenceFirst, sentenceLast }: Stretch,
  { emission, transition, scale }: TaggerWeights,
  features: Int32Array,
  names: NameSpan[],
): void {
  const length = last - first
  const back = new Uint8Array(length * LABELS)
  let before = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let step = 0; step < length; step++) {
    const count = tokenFeatures(view, first + step, sentenceFirst, sentenceLast, features)
    let begin = 0
    let inside = 0
    for (let at = 0; at < count; at++) {
      const bucket = (features[at] ?? 0) * 2
      begin += emission[bucket] ?? 0
      inside += emission[bucket + 1] ?? 0
    }
    const local = [0, begin * scale, inside * scale]
    const now = [0, 0, 0]
    for (let to = 0; to < LABELS; to++) {
      let best = Number.NEGATIVE_INFINITY
      for (let from = 0; from < LABELS; from++) {
        if (to === INSIDE && (from === OUTSIDE || step === 0)) continue
        const score = (before[from] ?? 0) + (transition[from * LABELS + to] ?? 0)
        if (score <= best) continue
        best = score
        back[step * LABELS + to] = from
      }
      now[to] = best + (local[to] ?? 0)
    }
    before = now
  }
  names.push(...readBack(back, before, first, length))
}

function readBack(back: Uint8Array, final: readonly number[], first: number, length: number): NameSpan[] {
  let label = OUTSIDE
  for (let at = 1; at < LABELS; at++) if ((final[at] ?? 0) > (final[label] ?? 0)) label = at
  const names: NameSpan[] = []
  let last = -1
  for (let step = length - 1; step >= 0; step--) {
    if (label !== OUTSIDE && last < 0) last = first + step + 1
    if (label === BEGIN) {
      names.push({ first: first + step, last })
      last = -1
    }
    label = back[step * LABELS + label] ?? OUTSIDE
  }
  return names.reverse()
}
