import { recurrence } from "./recurrence.ts"
import {
  advance,
  constant,
  F32X4_ADD,
  F32X4_CONVERT,
  F32X4_MAX,
  F32X4_MUL,
  F32X4_NEAREST,
  F32X4_SPLAT,
  floatConstant,
  get,
  I16X8_NARROW,
  I32_ADD,
  I32_MUL,
  I32X4_ADD,
  I32X4_DOT,
  I32X4_SPLAT,
  I32X4_TRUNCATE,
  loadSplat,
  loadVector,
  loop,
  moduleBytes,
  set,
  storeVector,
  type WasmFunction,
} from "./wasm-code.ts"

/** Rows are computed four by four and columns eight by eight: sizes are rounded up to these. */
export const ROW_BLOCK = 4
export const COLUMN_BLOCK = 8
/** Inner steps (one float or one pair of integers) are unrolled by this. */
export const STEP_BLOCK = 4
/** Numbers are multiplied by this before they become 16-bit integers: they reach from -32 to 32. */
export const INTEGER_SCALE = 1024
const BYTES = 4
const VECTOR = 16

// Locals of a product: parameters, then counters and pointers, then vectors. Four rows have a pointer and two sums each.
const [X, W, B, S, Y, ROWS, INNER, OUTER] = [0, 1, 2, 3, 4, 5, 6, 7]
const [X_STRIDE, Y_STRIDE, ROW, STEP, WEIGHT] = [8, 9, 10, 11, 12]
const X_AT = 13
const Y_AT = 17
const SUMS = 21
const [LOW, HIGH, SPLAT] = [29, 30, 31]

const rows = [0, 1, 2, 3]
const halves = [0, 1]

type Kind = "floats" | "integers"

/** sum[row] += x[row][step] * w[step][0..8), for STEP_BLOCK steps and ROW_BLOCK rows. */
function products(kind: Kind): number[] {
  const multiplyAdd = kind === "floats" ? [...F32X4_MUL, ...F32X4_ADD] : [...I32X4_DOT, ...I32X4_ADD]
  const code: number[] = []
  for (let step = 0; step < STEP_BLOCK; step += 1) {
    const at = step * 2 * VECTOR
    code.push(...loadVector(WEIGHT, at), ...set(LOW), ...loadVector(WEIGHT, at + VECTOR), ...set(HIGH))
    for (const row of rows) {
      code.push(...loadSplat(X_AT + row, step * BYTES), ...set(SPLAT))
      for (const half of halves) {
        const sum = SUMS + 2 * row + half
        code.push(...get(sum), ...get(SPLAT), ...get(LOW + half), ...multiplyAdd, ...set(sum))
      }
    }
  }
  return code
}

/** Points X_AT and Y_AT of rows 1 to 3 behind those of row 0. */
const pointRows = (): number[] =>
  rows
    .slice(1)
    .flatMap((row) => [
      ...[...get(X_AT + row - 1), ...get(X_STRIDE), ...I32_ADD, ...set(X_AT + row)],
      ...[...get(Y_AT + row - 1), ...get(Y_STRIDE), ...I32_ADD, ...set(Y_AT + row)],
    ])

/** The finished half row: integers are scaled back to floats; the bias is added. */
function finished(kind: Kind, sum: number, half: number): number[] {
  const scaled = kind === "floats" ? [] : [...F32X4_CONVERT, ...loadVector(S, half * VECTOR), ...F32X4_MUL]
  return [...get(sum), ...scaled, ...loadVector(B, half * VECTOR), ...F32X4_ADD]
}

/** y = x · w + b for four rows and eight columns; leaves the X_AT pointers at the rows' ends. */
const block = (kind: Kind): number[] => [
  ...[...get(W), ...set(WEIGHT), ...get(INNER), ...set(STEP)],
  ...rows.flatMap((row) =>
    halves.flatMap((half) => [...constant(0), ...I32X4_SPLAT, ...set(SUMS + 2 * row + half)]),
  ),
  ...loop(
    [
      ...products(kind),
      ...rows.flatMap((row) => advance(X_AT + row, STEP_BLOCK * BYTES)),
      ...advance(WEIGHT, STEP_BLOCK * 2 * VECTOR),
      ...advance(STEP, -STEP_BLOCK),
    ],
    STEP,
  ),
  ...rows.flatMap((row) =>
    halves.flatMap((half) =>
      storeVector(Y_AT + row, finished(kind, SUMS + 2 * row + half, half), half * VECTOR),
    ),
  ),
]

function product(name: string, kind: Kind): WasmFunction {
  const last = ROW_BLOCK - 1
  const rowLoop = [
    ...pointRows(),
    ...block(kind),
    ...[...get(X_AT + last), ...set(X_AT)],
    ...[...get(Y_AT + last), ...get(Y_STRIDE), ...I32_ADD, ...set(Y_AT)],
    ...advance(ROW, -ROW_BLOCK),
  ]
  const panelLoop = [
    ...[...get(X), ...set(X_AT), ...get(Y), ...set(Y_AT), ...get(ROWS), ...set(ROW)],
    ...loop(rowLoop, ROW),
    ...[...get(WEIGHT), ...set(W)],
    ...[B, S, Y].flatMap((local) => advance(local, COLUMN_BLOCK * BYTES)),
    ...advance(OUTER, -COLUMN_BLOCK),
  ]
  const code = [
    ...[...get(INNER), ...constant(BYTES), ...I32_MUL, ...set(X_STRIDE)],
    ...[...get(OUTER), ...constant(BYTES), ...I32_MUL, ...set(Y_STRIDE)],
    ...loop(panelLoop, OUTER),
  ]
  return { name, parameters: 8, integers: 13, vectors: 11, code }
}

/** Floats times INTEGER_SCALE, rounded to 16-bit integers; the count is a multiple of eight. */
function narrow(): WasmFunction {
  const [from, to, count] = [0, 1, 2]
  const four = (offset: number): number[] => [
    ...loadVector(from, offset),
    ...[...floatConstant(INTEGER_SCALE), ...F32X4_SPLAT, ...F32X4_MUL],
    ...[...F32X4_NEAREST, ...I32X4_TRUNCATE],
  ]
  const body = [
    ...storeVector(to, [...four(0), ...four(VECTOR), ...I16X8_NARROW], 0),
    ...[...advance(from, 2 * VECTOR), ...advance(to, VECTOR), ...advance(count, -8)],
  ]
  return { name: "narrow", parameters: 3, integers: 0, vectors: 0, code: loop(body, count) }
}

/** to = a + b, cell by cell; the count is a multiple of four. */
function sum(): WasmFunction {
  const [a, b, to, count] = [0, 1, 2, 3]
  const body = [
    ...storeVector(to, [...loadVector(a, 0), ...loadVector(b, 0), ...F32X4_ADD], 0),
    ...[a, b, to].flatMap((local) => advance(local, VECTOR)),
    ...advance(count, -4),
  ]
  return { name: "sum", parameters: 4, integers: 0, vectors: 0, code: loop(body, count) }
}

/** to = max(from, 0), cell by cell; the count is a multiple of four. */
function rectify(): WasmFunction {
  const [from, to, count] = [0, 1, 2]
  const body = [
    ...storeVector(to, [...loadVector(from, 0), ...constant(0), ...I32X4_SPLAT, ...F32X4_MAX], 0),
    ...[from, to].flatMap((local) => advance(local, VECTOR)),
    ...advance(count, -4),
  ]
  return { name: "rectify", parameters: 3, integers: 0, vectors: 0, code: loop(body, count) }
}

/** The kernel's module: products of floats and of 16-bit integers, the rounding of the one to the other, recurrences, sums. */
export const matrixModule = (): Uint8Array =>
  moduleBytes([
    product("floats", "floats"),
    product("integers", "integers"),
    narrow(),
    recurrence,
    sum(),
    rectify(),
  ])
