import { DataError, type DataFiles } from "../../codebook/data-files.ts"
import { loadVectors, type WordVectors } from "../../text/vectors.ts"
import { BUCKETS, type LinearModel } from "./features.ts"
import type { SpanModel } from "./find-span.ts"
import type { SpanRole } from "./scene.ts"

/** Everything that finding attributions needs beside the analysis. */
export interface AttributionModels {
  readonly vectors: WordVectors
  /** Whether a token heads a cue. */
  readonly cue: LinearModel
  readonly spans: Readonly<Record<SpanRole, SpanModel>>
  /** Whether a quotation goes on from the attribution before it. */
  readonly continuation: LinearModel
  /** Whether a source vouches for what is said, or only wants, plans or judges it. */
  readonly voucher: LinearModel
  /** Nouns for what carries somebody's words, as lemmas: data/patterns/attribution-documents.txt. */
  readonly documents: ReadonlySet<string>
}

export const MODEL_FILE = "models/attribution.bin"
const DOCUMENTS_FILE = "patterns/attribution-documents.txt"
export const MODEL_NAMES = [
  "cue",
  "cue-begin",
  "cue-end",
  "source-begin",
  "source-end",
  "content-begin",
  "content-end",
  "part-begin",
  "part-end",
  "continuation",
  "voucher",
] as const
export type ModelName = (typeof MODEL_NAMES)[number]

const MAGIC = "chancery-attribution 1"

interface Header {
  readonly magic: string
  readonly buckets: number
  readonly scales: readonly number[]
}

/**
 * Reads data/models/attribution.bin: one line of JSON (magic, buckets, one scale a model), then the int8 weights of each model
 * in the order of MODEL_NAMES. `vectors` may be handed in where they are loaded already. Throws DataError for another file.
 */
export function loadAttributionModels(data: DataFiles, vectors?: WordVectors): AttributionModels {
  const documents = loadDocumentNouns(data)
  return parseAttributionModels(data.bytes(MODEL_FILE), vectors ?? loadVectors(data), documents)
}

/** Reads the nouns for statements, reports and the like, one lemma a line. */
export function loadDocumentNouns(data: DataFiles): ReadonlySet<string> {
  const lines = data
    .text(DOCUMENTS_FILE)
    .split("\n")
    .map((line) => line.trim())
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")))
}

/** Reads the models from their bytes. */
export function parseAttributionModels(
  bytes: Uint8Array,
  vectors: WordVectors,
  documents: ReadonlySet<string>,
): AttributionModels {
  const newline = bytes.indexOf(10)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, newline)))) as Header
  if (header.magic !== MAGIC || header.buckets !== BUCKETS || header.scales.length !== MODEL_NAMES.length)
    throw new DataError(
      `data/${MODEL_FILE}: expected "${MAGIC}" with ${MODEL_NAMES.length} models of ${BUCKETS} weights, found "${header.magic}" with ${header.scales.length} of ${header.buckets}. Run scripts/train-attribution.ts again.`,
    )
  const weightsOf = (name: ModelName): LinearModel => {
    const index = MODEL_NAMES.indexOf(name)
    const begin = bytes.byteOffset + newline + 1 + index * BUCKETS
    return { weights: new Int8Array(bytes.buffer, begin, BUCKETS), scale: header.scales[index]! }
  }
  const spanOf = (role: SpanRole): SpanModel => ({
    begin: weightsOf(`${role}-begin`),
    end: weightsOf(`${role}-end`),
  })
  return {
    vectors,
    cue: weightsOf("cue"),
    spans: { cue: spanOf("cue"), source: spanOf("source"), content: spanOf("content"), part: spanOf("part") },
    continuation: weightsOf("continuation"),
    voucher: weightsOf("voucher"),
    documents,
  }
}

const LARGEST = 127

/** The bytes of the model file, from float weights. */
export function packAttributionModels(models: Readonly<Record<ModelName, Float32Array>>): Uint8Array {
  const scales = MODEL_NAMES.map(
    (name) => models[name].reduce((most, w) => Math.max(most, Math.abs(w)), 0) / LARGEST,
  )
  const header = new TextEncoder().encode(`${JSON.stringify({ magic: MAGIC, buckets: BUCKETS, scales })}\n`)
  const bytes = new Uint8Array(header.length + MODEL_NAMES.length * BUCKETS)
  bytes.set(header)
  MODEL_NAMES.forEach((name, index) => {
    const scale = scales[index]!
    models[name].forEach((weight, at) => {
      bytes[header.length + index * BUCKETS + at] = scale === 0 ? 0 : Math.round(weight / scale) & 0xff
    })
  })
  return bytes
}
