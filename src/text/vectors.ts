import { DataError, type DataFiles } from "../codebook/data-files.ts"

/** Static word vectors of unit length, row after row in `values`. */
export interface WordVectors {
  readonly count: number
  readonly dimension: number
  /** `count` rows of `dimension` numbers, dequantised. */
  readonly values: Float32Array
  /** The row of a word, -1 where neither it nor a base form of it is known. Case does not matter. */
  readonly index: (word: string) => number
  /** True where the very word, in lower case, has a row. */
  readonly has: (word: string) => boolean
}

const FILE = "models/vectors.bin"
const MAGIC = "CHVECT01"
const HEADER_BYTES = 20

/** Endings tried, in order, where a word is unknown: [ending, what stands in its place]. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ["’s", ""],
  ["'s", ""],
  ["ies", "y"],
  ["es", ""],
  ["s", ""],
  ["ied", "y"],
  ["ed", ""],
  ["ed", "e"],
  ["ing", ""],
  ["ing", "e"],
  ["ly", ""],
]
const SHORTEST_BASE = 3

/** Reads the packed vectors (scripts/train-vectors.py). Throws DataError where the file is not of this version. */
export function loadVectors(data: DataFiles): WordVectors {
  const bytes = data.bytes(FILE)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC)
    throw new DataError(
      `data/${FILE}: begins with "${magic}", not "${MAGIC}". Run scripts/train-vectors.py again.`,
    )
  const count = view.getUint32(8, true)
  const dimension = view.getUint32(12, true)
  const textBytes = view.getUint32(16, true)
  const text = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + textBytes))
  const rows = new Map<string, number>()
  for (const word of text.split("\n")) if (word !== "") rows.set(word, rows.size)
  const values = dequantise(view, HEADER_BYTES + textBytes, count, dimension)
  return { count, dimension, values, index: (word) => findRow(rows, word), has: (word) => rows.has(word) }
}

function dequantise(view: DataView, at: number, count: number, dimension: number): Float32Array {
  const values = new Float32Array(count * dimension)
  const scaleBytes = count * Float32Array.BYTES_PER_ELEMENT
  const cells = new Int8Array(view.buffer, view.byteOffset + at + scaleBytes, values.length)
  for (let row = 0; row < count; row += 1) {
    const scale = view.getFloat32(at + row * Float32Array.BYTES_PER_ELEMENT, true)
    const end = (row + 1) * dimension
    for (let cell = row * dimension; cell < end; cell += 1) values[cell] = cells[cell]! * scale
  }
  return values
}

function findRow(rows: ReadonlyMap<string, number>, word: string): number {
  const lower = word.toLowerCase()
  const known = rows.get(lower)
  if (known !== undefined) return known
  for (const [ending, instead] of ENDINGS) {
    if (!lower.endsWith(ending) || lower.length - ending.length < SHORTEST_BASE) continue
    const base = rows.get(lower.slice(0, lower.length - ending.length) + instead)
    if (base !== undefined) return base
  }
  return -1
}

/** The cosine of two rows; the vectors have unit length, so it is their dot product. */
export function similarity(vectors: WordVectors, left: number, right: number): number {
  const { values, dimension } = vectors
  let sum = 0
  for (let at = 0; at < dimension; at += 1)
    sum += values[left * dimension + at]! * values[right * dimension + at]!
  return sum
}
