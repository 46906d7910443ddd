import { DataError } from "../../codebook/data-files.ts"

/** A matrix of `rows` by `columns`; a vector has one row. */
export interface Tensor {
  readonly rows: number
  readonly columns: number
  readonly values: Float32Array
}

/** A matrix whose cells stay in one byte: cell = byte × scale of its row. */
export interface ByteTensor {
  readonly columns: number
  readonly scales: Float32Array
  readonly cells: Int8Array
}

/** Named tensors and what their header says besides. */
export interface Tensors<Header> {
  readonly header: Header
  /** Throws DataError where the file has no tensor of that name. */
  readonly of: (name: string) => Tensor
  /** The same for one that is stored in bytes, without unpacking it. */
  readonly bytesOf: (name: string) => ByteTensor
}

interface Entry {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Whole rows of one byte a cell with one scale each, or four-byte floats. */
  readonly kind: "bytes" | "floats"
  /** From the first byte after the header. */
  readonly offset: number
}

const MAGIC = "CHTENS01"
const FLOAT = 4

/**
 * Reads a file of tensors: eight letters, the header's length, a JSON header with `tensors`, then the cells (little endian;
 * of a tensor in bytes, first the scales of its rows). Throws DataError where the file is not of this version.
 */
export function readTensors<Header>(bytes: Uint8Array, path: string): Tensors<Header> {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
  if (magic !== MAGIC) throw new DataError(`data/${path}: begins with "${magic}", not "${MAGIC}".`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(MAGIC.length, true)
  const start = MAGIC.length + FLOAT
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + size))) as Header & {
    readonly tensors: readonly Entry[]
  }
  const entries = new Map(header.tensors.map((entry) => [entry.name, entry]))
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name)
    if (entry === undefined) throw new DataError(`data/${path}: has no tensor "${name}".`)
    return entry
  }
  return {
    header,
    of: (name) => {
      const { rows, columns, ...entry } = entryOf(name)
      return { rows, columns, values: cellsOf(view, start + size, { ...entry, rows, columns }) }
    },
    bytesOf: (name) => {
      const { rows, columns, offset } = entryOf(name)
      const at = start + size + offset
      const scales = Float32Array.from({ length: rows }, (_, row) => view.getFloat32(at + row * FLOAT, true))
      const cells = new Int8Array(bytes.buffer, bytes.byteOffset + at + rows * FLOAT, rows * columns)
      return { columns, scales, cells }
    },
  }
}

function cellsOf(view: DataView, base: number, { rows, columns, kind, offset }: Entry): Float32Array {
  const values = new Float32Array(rows * columns)
  const at = base + offset
  if (kind === "floats") {
    for (let cell = 0; cell < values.length; cell += 1)
      values[cell] = view.getFloat32(at + cell * FLOAT, true)
    return values
  }
  const cells = at + rows * FLOAT
  for (let row = 0; row < rows; row += 1) {
    const scale = view.getFloat32(at + row * FLOAT, true)
    for (let cell = row * columns; cell < (row + 1) * columns; cell += 1)
      values[cell] = view.getInt8(cells + cell) * scale
  }
  return values
}
