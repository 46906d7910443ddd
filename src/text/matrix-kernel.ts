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
type Multiply = (
  x: number,
  w: number,
  b: number,
  y: number,
  rows: number,
  inner: number,
  outer: number,
) => void

/** Rows are computed four by four and columns eight by eight: sizes are rounded up to these. */
export const ROW_BLOCK = 4
export const COLUMN_BLOCK = 8
/** The inner size is unrolled by this. */
const INNER_BLOCK = 4
const PAGE = 65536
const BYTES = 4

export const roundUp = (size: number, block: number): number => Math.ceil(size / block) * block

const I32 = 0x7f
const V128 = 0x7b
const EMPTY = 0x40
const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const constant = (value: number): number[] => [0x41, ...signedLeb(value)]
const ADD = 0x6a
const MUL = 0x6c
const loop = (body: readonly number[], again: number): number[] => [
  0x03,
  EMPTY,
  ...body,
  ...get(again),
  0x0d,
  0,
  0x0b,
]
const loadVector = (at: number, offset: number): number[] => [...get(at), 0xfd, 0x00, 2, ...leb(offset)]
const loadSplat = (at: number, offset: number): number[] => [...get(at), 0xfd, 0x09, 2, ...leb(offset)]
const storeVector = (at: number, value: number, offset: number): number[] => [
  ...get(at),
  ...get(value),
  0xfd,
  0x0b,
  2,
  ...leb(offset),
]
const F32X4_ADD = [0xfd, 0xe4, 0x01]
const F32X4_MUL = [0xfd, 0xe6, 0x01]
const advance = (local: number, by: number): number[] => [...get(local), ...constant(by), ADD, ...set(local)]

function leb(value: number): number[] {
  const out: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    out.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return out
}

function signedLeb(value: number): number[] {
  const out: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...out, low]
    out.push(low | 0x80)
  }
}

const section = (id: number, body: readonly number[]): number[] => [id, ...leb(body.length), ...body]
const name = (text: string): number[] => [text.length, ...Array.from(text, (char) => char.charCodeAt(0))]

// Locals of the function: seven parameters, then counters and pointers, then vectors.
const [X, W, B, Y, ROWS, INNER, OUTER] = [0, 1, 2, 3, 4, 5, 6]
const [X_STRIDE, Y_STRIDE, PANELS, ROW, STEP, WEIGHT] = [7, 8, 9, 10, 11, 12]
const X_AT = 13
const Y_AT = 17
const SUMS = 21
const [LOW, HIGH, SPLAT] = [29, 30, 31]
const INTEGER_LOCALS = 14
const VECTOR_LOCALS = 11

/** sum[row] += x[row][k] * w[k][0..8), for INNER_BLOCK steps of k and ROW_BLOCK rows. */
function products(): number[] {
  const code: number[] = []
  for (let k = 0; k < INNER_BLOCK; k += 1) {
    const at = k * COLUMN_BLOCK * BYTES
    code.push(...loadVector(WEIGHT, at), ...set(LOW), ...loadVector(WEIGHT, at + 16), ...set(HIGH))
    for (let row = 0; row < ROW_BLOCK; row += 1) {
      code.push(...loadSplat(X_AT + row, k * BYTES), ...set(SPLAT))
      for (const [half, weights] of [LOW, HIGH].entries()) {
        const sum = SUMS + 2 * row + half
        code.push(...get(sum), ...get(SPLAT), ...get(weights), ...F32X4_MUL, ...F32X4_ADD, ...set(sum))
      }
    }
  }
  return code
}

const rows = Array.from({ length: ROW_BLOCK }, (_, row) => row)

/** Points X_AT[row] and Y_AT[row] at four rows in succession. */
const pointRows = (): number[] => [
  ...rows.slice(1).flatMap((row) => [...get(X_AT + row - 1), ...get(X_STRIDE), ADD, ...set(X_AT + row)]),
  ...rows.slice(1).flatMap((row) => [...get(Y_AT + row - 1), ...get(Y_STRIDE), ADD, ...set(Y_AT + row)]),
]

/** y = x · w + b for one block of four rows and eight columns; leaves the X_AT pointers at the rows' ends. */
const block = (): number[] => [
  ...rows.flatMap((row) => [
    ...loadVector(B, 0),
    ...set(SUMS + 2 * row),
    ...loadVector(B, 16),
    ...set(SUMS + 2 * row + 1),
  ]),
  ...get(W),
  ...set(WEIGHT),
  ...get(INNER),
  ...set(STEP),
  ...loop(
    [
      ...products(),
      ...rows.flatMap((row) => advance(X_AT + row, INNER_BLOCK * BYTES)),
      ...advance(WEIGHT, INNER_BLOCK * COLUMN_BLOCK * BYTES),
      ...advance(STEP, -INNER_BLOCK),
    ],
    STEP,
  ),
  ...rows.flatMap((row) => [
    ...storeVector(Y_AT + row, SUMS + 2 * row, 0),
    ...storeVector(Y_AT + row, SUMS + 2 * row + 1, 16),
  ]),
]

function functionBody(): number[] {
  const rowLoop = [
    ...pointRows(),
    ...block(),
    ...get(X_AT + ROW_BLOCK - 1),
    ...set(X_AT),
    ...get(Y_AT + ROW_BLOCK - 1),
    ...get(Y_STRIDE),
    ADD,
    ...set(Y_AT),
    ...advance(ROW, -ROW_BLOCK),
  ]
  const panelLoop = [
    ...get(X),
    ...set(X_AT),
    ...get(Y),
    ...set(Y_AT),
    ...get(ROWS),
    ...set(ROW),
    ...loop(rowLoop, ROW),
    ...get(WEIGHT),
    ...set(W),
    ...advance(B, COLUMN_BLOCK * BYTES),
    ...advance(Y, COLUMN_BLOCK * BYTES),
    ...advance(PANELS, -COLUMN_BLOCK),
  ]
  const code = [
    ...[...get(INNER), ...constant(BYTES), MUL, ...set(X_STRIDE)],
    ...[...get(OUTER), ...constant(BYTES), MUL, ...set(Y_STRIDE)],
    ...[...get(OUTER), ...set(PANELS)],
    ...loop(panelLoop, PANELS),
    0x0b,
  ]
  return [2, INTEGER_LOCALS, I32, VECTOR_LOCALS, V128, ...code]
}

function moduleBytes(): Uint8Array {
  const body = functionBody()
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 7, ...new Array<number>(7).fill(I32), 0]),
    ...section(2, [1, ...name("host"), ...name("memory"), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("multiply"), 0x00, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ])
}

/** A weight matrix and its bias in the kernel's memory; sizes are the rounded ones. */
export interface Layer {
  readonly weights: number
  readonly bias: number
  readonly inner: number
  readonly outer: number
}

/** Products of float32 matrices by 128-bit SIMD, in a memory of its own. Addresses are counted in floats. */
export class MatrixKernel {
  private readonly memory = new WebAssembly.Memory({ initial: 1 })
  private readonly run: Multiply
  private used = 0
  /** The whole memory; a new array after each `allocate`. */
  floats = new Float32Array(this.memory.buffer)

  constructor() {
    const module = new WebAssembly.Module(moduleBytes())
    const instance = new WebAssembly.Instance(module, { host: { memory: this.memory } })
    this.run = (instance.exports as { readonly multiply: Multiply }).multiply
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

  /** Packs a matrix of `outer` rows by `inner` columns, so that y = matrix · x + bias. */
  layer(matrix: Float32Array, bias: Float32Array, outer: number, inner: number): Layer {
    const width = roundUp(outer, COLUMN_BLOCK)
    const depth = roundUp(inner, INNER_BLOCK)
    const weights = this.allocate(width * depth)
    const biasAt = this.allocate(width)
    for (let row = 0; row < outer; row += 1) {
      const panel = weights + (row - (row % COLUMN_BLOCK)) * depth + (row % COLUMN_BLOCK)
      for (let column = 0; column < inner; column += 1)
        this.floats[panel + column * COLUMN_BLOCK] = matrix[row * inner + column]!
    }
    this.floats.set(bias, biasAt)
    return { weights, bias: biasAt, inner: depth, outer: width }
  }

  /** y[row] = layer(x[row]) for `count` rows, rounded up to ROW_BLOCK; both must have room for the rounded rows. */
  apply(layer: Layer, x: number, y: number, count: number): void {
    if (count === 0) return
    const { weights, bias, inner, outer } = layer
    const rows = roundUp(count, ROW_BLOCK)
    this.run(x * BYTES, weights * BYTES, bias * BYTES, y * BYTES, rows, inner, outer)
  }
}
