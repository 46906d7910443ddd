import { DataError, type DataFiles } from "../../codebook/data-files.ts"
import { BUCKETS, type LinearModel } from "../../mention/attribution/features.ts"
import { loadDocumentNouns } from "../../mention/attribution/models.ts"
import { loadVectors, type WordVectors } from "../../text/vectors.ts"

/** What telling who vouches for an event needs. */
export interface VouchingModel {
  /** Whether somebody vouches for an event (vouching-features.ts). */
  readonly weights: LinearModel
  readonly vectors: WordVectors
  /** Nouns for what carries somebody's words. */
  readonly documents: ReadonlySet<string>
}

export const MODEL_FILE = "models/vouching.bin"
const MAGIC = "chancery-vouching 1"

interface Header {
  readonly magic: string
  readonly buckets: number
  readonly scale: number
}

/** Reads data/models/vouching.bin: one line of JSON, then int8 weights. Throws DataError for another file. */
export function loadVouchingModel(data: DataFiles, vectors: WordVectors = loadVectors(data)): VouchingModel {
  return { weights: parseVouching(data.bytes(MODEL_FILE)), vectors, documents: loadDocumentNouns(data) }
}

export function parseVouching(bytes: Uint8Array): LinearModel {
  const newline = bytes.indexOf(10)
  const { magic, buckets, scale } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(0, Math.max(0, newline))),
  ) as Header
  if (magic !== MAGIC || buckets !== BUCKETS)
    throw new DataError(
      `data/${MODEL_FILE}: expected "${MAGIC}" with ${BUCKETS} weights, found "${magic}" with ${buckets}. Run scripts/train-vouching.ts again.`,
    )
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset + newline + 1, BUCKETS), scale }
}

const LARGEST = 127

/** The bytes of the model file, from float weights. */
export function packVouching(weights: Float32Array): Uint8Array {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LARGEST
  const header = new TextEncoder().encode(`${JSON.stringify({ magic: MAGIC, buckets: BUCKETS, scale })}\n`)
  const bytes = new Uint8Array(header.length + BUCKETS)
  bytes.set(header)
  weights.forEach((weight, at) => {
    bytes[header.length + at] = scale === 0 ? 0 : Math.round(weight / scale) & 0xff
  })
  return bytes
}
