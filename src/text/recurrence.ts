/** The logistic function is tabulated between -LIMIT and LIMIT; beyond, it counts as 0 or 1. */
const LIMIT = 12
const STEPS_PER_UNIT = 256
const LAST = 2 * LIMIT * STEPS_PER_UNIT
const LOGISTIC = Float32Array.from(
  { length: LAST + 2 },
  (_, at) => 1 / (1 + Math.exp(LIMIT - at / STEPS_PER_UNIT)),
)

/** One direction of a recurrent layer over one sentence. Addresses are in floats; a token's gates lie `gateStride` apart. */
export interface Pass {
  readonly hidden: number
  /** Where the first token's candidates for this direction stand; forget and output gates follow 2 and 4 `hidden` on. */
  readonly gatesAt: number
  /** Tokens lie this far apart; negative from right to left. */
  readonly gateStride: number
  readonly outputAt: number
  readonly outputStride: number
  readonly count: number
  /** True where the result is added to what stands in the output. */
  readonly residual: boolean
}

/**
 * Runs the gated recurrence s = f·s + (1 - f)·c, out = o·tanh(s), whose candidates and gates depend on the input alone.
 * Logistic values are interpolated in a table, so that every platform gives the same bits.
 */
export function recur(floats: Float32Array, pass: Pass): void {
  const { hidden, gateStride, outputStride, count, residual } = pass
  const table = LOGISTIC
  const limit = LIMIT
  const scale = STEPS_PER_UNIT
  const last = LAST
  const logistic = (x: number): number => {
    const at = (x + limit) * scale
    if (!(at > 0)) return 0
    if (at >= last) return 1
    const low = at | 0
    const from = table[low]!
    return from + (table[low + 1]! - from) * (at - low)
  }
  for (let cell = 0; cell < hidden; cell += 1) {
    let gate = pass.gatesAt + cell
    let output = pass.outputAt + cell
    let state = 0
    for (let step = 0; step < count; step += 1) {
      const candidate = floats[gate]!
      const forget = logistic(floats[gate + 2 * hidden]!)
      state = candidate + forget * (state - candidate)
      const out = logistic(floats[gate + 4 * hidden]!) * (2 * logistic(2 * state) - 1)
      floats[output] = residual ? floats[output]! + out : out
      gate += gateStride
      output += outputStride
    }
  }
}
