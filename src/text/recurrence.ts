import {
  advance,
  F32X4_ADD,
  F32X4_CONVERT,
  F32X4_DIV,
  F32X4_MAX,
  F32X4_MIN,
  F32X4_MUL,
  F32X4_SPLAT,
  F32X4_SUB,
  floatConstant,
  get,
  I32_ADD,
  I32X4_SPLAT,
  loadVector,
  loop,
  set,
  storeVector,
  type WasmFunction,
} from "./wasm-code.ts"

const VECTOR = 16
// Parameters (addresses and strides in bytes), counters and pointers, vectors.
const [GATES, GATE_STRIDE, OUTPUT, OUTPUT_STRIDE, STATE, COUNT, SIZE, RESIDUAL] = [0, 1, 2, 3, 4, 5, 6, 7]
const [CELL, CANDIDATE, FORGET, OUT_GATE, OUT, STATE_AT] = [8, 9, 10, 11, 12, 13]
const [X, SQUARE, VALUE, GATE, KEEP, CONSTANTS] = [14, 15, 16, 17, 18, 19]

/** The tangent's rational approximation of order (7, 6), and where it is cut off. */
const COEFFICIENTS = [0.5, 4.97, -4.97, 135135, 17325, 378, 62370, 3150, 28]
const [HALF, UPPER, LOWER, A, B, C, D, E, F] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  .map((index) => CONSTANTS + index)
  .map(get)

const mul = (left: readonly number[], right: readonly number[]): number[] => [...left, ...right, ...F32X4_MUL]
const add = (left: readonly number[], right: readonly number[]): number[] => [...left, ...right, ...F32X4_ADD]

/** tanh(x) = x (A + s (B + s (C + s))) / (A + s (D + s (E + F s))) with s = x²; the error is below 2e-4. */
function tanh(value: readonly number[]): number[] {
  const [x, s] = [get(X), get(SQUARE)]
  const above = mul(x, add(A!, mul(s, add(B!, mul(s, add(C!, s))))))
  const below = add(A!, mul(s, add(D!, mul(s, add(E!, mul(s, F!))))))
  return [
    ...[...value, ...UPPER!, ...F32X4_MIN, ...LOWER!, ...F32X4_MAX, ...set(X)],
    ...[...mul(x, x), ...set(SQUARE)],
    ...[...above, ...below, ...F32X4_DIV],
  ]
}

/** 1 / (1 + exp(-x)) = 1/2 + tanh(x / 2) / 2 */
const logistic = (value: readonly number[]): number[] => add(HALF!, mul(HALF!, tanh(mul(value, HALF!))))

const cells = (): number[] => [
  ...[...logistic(loadVector(FORGET, 0)), ...set(GATE)],
  ...[...loadVector(CANDIDATE, 0), ...set(VALUE)],
  ...[...loadVector(STATE_AT, 0), ...get(VALUE), ...F32X4_SUB, ...get(GATE), ...F32X4_MUL],
  ...[...get(VALUE), ...F32X4_ADD, ...set(VALUE)],
  ...storeVector(STATE_AT, get(VALUE), 0),
  ...[...logistic(loadVector(OUT_GATE, 0)), ...set(GATE)],
  ...[...tanh(get(VALUE)), ...set(VALUE)],
  ...storeVector(OUT, add(mul(loadVector(OUT, 0), get(KEEP)), mul(get(GATE), get(VALUE))), 0),
  ...[CANDIDATE, FORGET, OUT_GATE, OUT, STATE_AT].flatMap((local) => advance(local, VECTOR)),
  ...advance(CELL, -VECTOR),
]

/** to = from + SIZE + SIZE: the next kind of gate of the same direction. */
const twoFurther = (from: number, to: number): number[] => [
  ...[...get(from), ...get(SIZE), ...I32_ADD, ...get(SIZE), ...I32_ADD, ...set(to)],
]

/**
 * One direction of a gated recurrence over one sentence: s = f·s + (1 - f)·c, out = o·tanh(s). The gates of a token lie in
 * the order candidates, forget, output, for both directions each; strides are negative from right to left. With RESIDUAL
 * 1 the result is added to what stands in the output. The state must be zero at the start.
 */
export const recurrence: WasmFunction = {
  name: "recur",
  parameters: 8,
  integers: 6,
  vectors: 5 + COEFFICIENTS.length,
  code: [
    ...COEFFICIENTS.flatMap((value, index) => [
      ...floatConstant(value),
      ...F32X4_SPLAT,
      ...set(CONSTANTS + index),
    ]),
    ...[...get(RESIDUAL), ...I32X4_SPLAT, ...F32X4_CONVERT, ...set(KEEP)],
    ...loop(
      [
        ...[
          ...get(GATES),
          ...set(CANDIDATE),
          ...twoFurther(CANDIDATE, FORGET),
          ...twoFurther(FORGET, OUT_GATE),
        ],
        ...[...get(OUTPUT), ...set(OUT), ...get(STATE), ...set(STATE_AT), ...get(SIZE), ...set(CELL)],
        ...loop(cells(), CELL),
        ...[...get(GATES), ...get(GATE_STRIDE), ...I32_ADD, ...set(GATES)],
        ...[...get(OUTPUT), ...get(OUTPUT_STRIDE), ...I32_ADD, ...set(OUTPUT)],
        ...advance(COUNT, -1),
      ],
      COUNT,
    ),
  ],
}
