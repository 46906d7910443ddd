/** Steps of the tables in a unit, and how far they reach: beyond, both functions are straight lines. */
const GELU_STEPS = 512
const GELU_REACH = 6
const EXP_STEPS = 2048
const EXP_REACH = 24

/** Error function by Abramowitz and Stegun 7.1.26; absolute error below 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const value = 1 - poly * Math.exp(-x * x)
  return x < 0 ? -value : value
}

const geluTable = Float64Array.from({ length: 2 * GELU_REACH * GELU_STEPS + 2 }, (_, at) => {
  const x = at / GELU_STEPS - GELU_REACH
  return 0.5 * x * (1 + erf(x * Math.SQRT1_2))
})

/** Gaussian error linear unit (Hendrycks & Gimpel 2016), from a table; absolute error below 1e-6. */
export function gelu(x: number): number {
  if (!(x > -GELU_REACH)) return 0
  if (x >= GELU_REACH) return x
  const place = (x + GELU_REACH) * GELU_STEPS
  const at = place | 0
  const low = geluTable[at]!
  return low + (place - at) * (geluTable[at + 1]! - low)
}

const expTable = Float64Array.from({ length: EXP_REACH * EXP_STEPS + 2 }, (_, at) =>
  Math.exp(-at / EXP_STEPS),
)

/** e^x for x ≤ 0, from a table; relative error below 1e-7, and 0 below -24. */
export function expNegative(x: number): number {
  if (!(x > -EXP_REACH)) return 0
  const place = -x * EXP_STEPS
  const at = place | 0
  const high = expTable[at]!
  return high + (place - at) * (expTable[at + 1]! - high)
}
