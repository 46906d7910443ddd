import { DataError, type DataFiles } from "../codebook/data-files.ts"

const FILE = "models/syntax.bin"
const MAGIC = "CHSYNT01"
const HEADER_BYTES = 12

interface TensorEntry {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly at: number
  readonly plain?: boolean
}

/** The sizes, labels and vocabularies of the network, as scripts/train-syntax.py writes them. */
export interface SyntaxHeader {
  readonly width: number
  readonly context: number
  readonly kernel: number
  readonly hidden: number
  readonly layers: number
  readonly arc: number
  readonly relation: number
  /** "UPOS XPOS" pairs. */
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly vocabulary: Readonly<Record<string, readonly string[]>>
}

export interface Tensor {
  readonly rows: number
  readonly columns: number
  readonly values: Float32Array
}

/** The tagger's and parser's weights, dequantised. */
export interface SyntaxModel extends SyntaxHeader {
  readonly tensor: (name: string) => Tensor
}

/** Reads the packed network. Throws DataError where the file is not of this version. */
export function loadSyntaxModel(data: DataFiles): SyntaxModel {
  const bytes = data.bytes(FILE)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC)
    throw new DataError(
      `data/${FILE}: begins with "${magic}", not "${MAGIC}". Run scripts/train-syntax.py again.`,
    )
  const size = view.getUint32(MAGIC.length, true)
  const head = JSON.parse(
    new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + size)),
  ) as SyntaxHeader & { readonly tensors: readonly TensorEntry[] }
  const entries = new Map(head.tensors.map((entry) => [entry.name, entry]))
  const tensor = (name: string): Tensor => {
    const entry = entries.get(name)
    if (entry === undefined)
      throw new DataError(`data/${FILE}: has no tensor "${name}". Run scripts/train-syntax.py again.`)
    return { rows: entry.rows, columns: entry.columns, values: readTensor(view, HEADER_BYTES + size, entry) }
  }
  return { ...head, tensor }
}

function readTensor(view: DataView, base: number, { rows, columns, at, plain }: TensorEntry): Float32Array {
  const values = new Float32Array(rows * columns)
  const start = base + at
  if (plain === true) {
    for (let cell = 0; cell < values.length; cell += 1) values[cell] = view.getFloat32(start + 4 * cell, true)
    return values
  }
  const cells = new Int8Array(view.buffer, view.byteOffset + start + 4 * rows, values.length)
  for (let row = 0; row < rows; row += 1) {
    const scale = view.getFloat32(start + 4 * row, true)
    const end = (row + 1) * columns
    for (let cell = row * columns; cell < end; cell += 1) values[cell] = cells[cell]! * scale
  }
  return values
}
