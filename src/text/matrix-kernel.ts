import { COLUMN_BLOCK, INTEGER_SCALE, matrixModule, ROW_BLOCK, STEP_BLOCK } from "./matrix-code.ts"

/** The part of the WebAssembly interface used here; it is a global of Node and of browsers. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}
interface WasmMemory {
  readonly buffer: ArrayBuffer
  readonly grow: (pages: number) => number
}
type Product = (
  x: number,
  weights: number,
  bias: number,
  scales: number,
  y: number,
  rows: number,
  inner: number,
  outer: number,
) => void
interface Exports {
  readonly floats: Product
  readonly integers: Product
  readonly narrow: (from: number, to: number, count: number) => void
  readonly sum: (a: number, b: number, to: number, count: number) => void
  readonly rectify: (from: number, to: number, count: number) => void
  readonly recur: (
    gates: number,
    gateStride: number,
    output: number,
    outputStride: number,
    state: number,
    count: number,
    size: number,
    residual: number,
  ) => void
}

/** One direction of a recurrent layer over one sentence; addresses and strides in floats. */
export interface Pass {
  /** The first token's candidates of this direction. */
  readonly gatesAt: number
  /** From token to token; negative from right to left. */
  readonly gateStride: number
  readonly outputAt: number
  readonly outputStride: number
  readonly count: number
  /** Cells of one direction, a multiple of four. */
  readonly hidden: number
  /** True where the result is added to what stands in the output. */
  readonly residual: boolean
}

export { COLUMN_BLOCK, ROW_BLOCK }

const PAGE = 65536
const BYTES = 4
/** Weights become integers from -127 to 127, so that no sum overflows 32 bits. */
const LARGEST_WEIGHT = 127
const PAIR = 2

export const roundUp = (size: number, block: number): number => Math.ceil(size / block) * block

/** A weight matrix and its bias in the kernel's memory, `inner` numbers in and `outer` out, both rounded up. */
export interface Layer {
  readonly weights: number
  readonly bias: number
  /** Scales of the outputs where the weights are integers; undefined where they are floats. */
  readonly scales: number | undefined
  readonly inner: number
  readonly outer: number
}

/** Matrix products by 128-bit SIMD, in a memory of its own. Addresses are counted in floats. */
export class MatrixKernel {
  private readonly memory = new WebAssembly.Memory({ initial: 1 })
  private readonly code: Exports
  private used = 0
  private narrowAt = 0
  private narrowRoom = 0
  /** The whole memory; a new array after each `allocate`. */
  floats = new Float32Array(this.memory.buffer)

  constructor() {
    const module = new WebAssembly.Module(matrixModule())
    this.code = new WebAssembly.Instance(module, { host: { memory: this.memory } }).exports as Exports
  }

  /** The address of `size` new floats, all zero. */
  allocate(size: number): number {
    const at = this.used
    this.used += roundUp(size, COLUMN_BLOCK)
    const missing = this.used * BYTES - this.memory.buffer.byteLength
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / PAGE))
      this.floats = new Float32Array(this.memory.buffer)
    }
    return at
  }

  /** Packs a matrix of `outer` rows by `inner` columns as integers, one scale a row, so that y = matrix · x + bias. */
  layer(matrix: Float32Array, bias: Float32Array, outer: number, inner: number): Layer {
    const width = roundUp(outer, COLUMN_BLOCK)
    const depth = roundUp(inner, PAIR * STEP_BLOCK)
    const weights = this.allocate((width * depth) / PAIR)
    const biasAt = this.allocate(width)
    const scales = this.allocate(width)
    const integers = new Int16Array(this.floats.buffer, weights * BYTES, width * depth)
    for (let row = 0; row < outer; row += 1) {
      const from = row * inner
      let largest = 1e-8
      for (let at = from; at < from + inner; at += 1) largest = Math.max(largest, Math.abs(matrix[at]!))
      const scale = largest / LARGEST_WEIGHT
      const lane = row % COLUMN_BLOCK
      const panel = (row - lane) * depth + PAIR * lane
      for (let column = 0; column < inner; column += 1) {
        const odd = column % PAIR
        integers[panel + (column - odd) * COLUMN_BLOCK + odd] = Math.round(matrix[from + column]! / scale)
      }
      this.floats[scales + row] = scale / INTEGER_SCALE
    }
    this.floats.set(bias, biasAt)
    return { weights, bias: biasAt, scales, inner: depth, outer: width }
  }

  /** y[row] = layer(x[row]) for `count` rows, rounded up to ROW_BLOCK; both must have room for the rounded rows. */
  apply(layer: Layer, x: number, y: number, count: number): void {
    if (count === 0) return
    const { weights, bias, scales, inner, outer } = layer
    const rows = roundUp(count, ROW_BLOCK)
    const places = [weights * BYTES, bias * BYTES] as const
    if (scales === undefined) {
      this.code.floats(x * BYTES, ...places, 0, y * BYTES, rows, inner, outer)
      return
    }
    this.reserveNarrow(rows * inner)
    const narrow = this.narrowAt * BYTES
    this.code.narrow(x * BYTES, narrow, rows * inner)
    this.code.integers(narrow, ...places, scales * BYTES, y * BYTES, rows, inner / PAIR, outer)
  }

  /**
   * y = x · w for floats that stand in the kernel's memory: `rows` × `inner` times `inner` × `outer`, the latter packed in
   * panels of COLUMN_BLOCK columns (panel, then inner, then column). `zeros` is the address of `outer` zeros. Sizes are
   * multiples of ROW_BLOCK, STEP_BLOCK and COLUMN_BLOCK.
   */
  product(
    x: number,
    packed: number,
    zeros: number,
    y: number,
    rows: number,
    inner: number,
    outer: number,
  ): void {
    this.code.floats(x * BYTES, packed * BYTES, zeros * BYTES, 0, y * BYTES, rows, inner, outer)
  }

  /** to = a + b, cell by cell; `count` is a multiple of four. */
  sum(a: number, b: number, to: number, count: number): void {
    this.code.sum(a * BYTES, b * BYTES, to * BYTES, count)
  }

  /** to = max(from, 0), cell by cell; `count` is a multiple of four. */
  rectify(from: number, to: number, count: number): void {
    this.code.rectify(from * BYTES, to * BYTES, count)
  }

  /** Runs a recurrence (see recurrence.ts); `stateAt` has room for `hidden` floats. */
  recur(pass: Pass, stateAt: number): void {
    const { gatesAt, gateStride, outputAt, outputStride, count, hidden, residual } = pass
    if (count === 0) return
    this.floats.fill(0, stateAt, stateAt + hidden)
    this.code.recur(
      gatesAt * BYTES,
      gateStride * BYTES,
      outputAt * BYTES,
      outputStride * BYTES,
      stateAt * BYTES,
      count,
      hidden * BYTES,
      Number(residual),
    )
  }

  private reserveNarrow(numbers: number): void {
    if (numbers <= this.narrowRoom) return
    this.narrowRoom = 2 * numbers
    this.narrowAt = this.allocate(numbers)
  }
}
