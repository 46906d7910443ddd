import { DataError, type DataFiles } from "../../codebook/data-files.ts"

/** The trained weights, dequantised: rows of one number a label. */
export interface RelationWeights {
  readonly labels: number
  readonly rows: number
  /** rows × labels, one byte each; times `scale[label]`. */
  readonly cells: Int8Array
  readonly scale: Float32Array
  /** Centres of the word groups, unit vectors row after row. */
  readonly centres: Float32Array
}

export const RELATION_FILE = "models/relation.bin"
const MAGIC = "CHRELA01"
const HEADER_BYTES = 20

/** Reads data/models/relation.bin. Throws DataError where the file is not of this version. */
export function readWeights(data: DataFiles): RelationWeights {
  const bytes = data.bytes(RELATION_FILE)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC)
    throw new DataError(
      `data/${RELATION_FILE}: begins with "${magic}", not "${MAGIC}". Run scripts/train-relation.ts again.`,
    )
  const [labels = 0, rows = 0, centreSize = 0] = [8, 12, 16].map((at) => view.getUint32(at, true))
  let at = HEADER_BYTES
  const floats = (count: number): Float32Array => {
    const values = Float32Array.from({ length: count }, (_, index) => view.getFloat32(at + index * 4, true))
    at += count * 4
    return values
  }
  const scale = floats(labels)
  const centres = floats(centreSize)
  const cells = new Int8Array(bytes.buffer, bytes.byteOffset + at, rows * labels)
  return { labels, rows, scale, centres, cells }
}

/** The weights as the bytes that `readWeights` reads. */
export function packWeights(labels: number, weights: Float32Array, centres: Float32Array): Uint8Array {
  const rows = weights.length / labels
  const scale = new Float32Array(labels)
  for (let cell = 0; cell < weights.length; cell += 1) {
    const label = cell % labels
    scale[label] = Math.max(scale[label] ?? 0, Math.abs(weights[cell] ?? 0) / 127)
  }
  const floats = [...scale, ...centres]
  const out = new Uint8Array(HEADER_BYTES + floats.length * 4 + weights.length)
  const view = new DataView(out.buffer)
  for (let at = 0; at < MAGIC.length; at += 1) out[at] = MAGIC.charCodeAt(at)
  for (const [index, value] of [labels, rows, centres.length].entries())
    view.setUint32(8 + index * 4, value, true)
  for (const [index, value] of floats.entries()) view.setFloat32(HEADER_BYTES + index * 4, value, true)
  const from = HEADER_BYTES + floats.length * 4
  for (let cell = 0; cell < weights.length; cell += 1) {
    const unit = scale[cell % labels] ?? 0
    view.setInt8(from + cell, unit === 0 ? 0 : Math.round((weights[cell] ?? 0) / unit))
  }
  return out
}
