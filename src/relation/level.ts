import type { Level } from "../record/index.ts"

/** Sums over happenings of one period: weights and their squares, cooperative and conflictual. */
export interface Sums {
  readonly cooperation: number
  readonly conflict: number
  readonly cooperationSquares: number
  readonly conflictSquares: number
}

/** A level on the logit scale with its variance. */
export interface Logit {
  readonly theta: number
  readonly variance: number
}

/** What is added to each side so that a side without happenings has a logit (Lowe et al. 2011). */
const CONTINUITY = 0.5
/** Standard errors on each side of a 95 % band. */
const BAND = 1.96
/** Below this, sums of weights from which all was taken away again are nothing. */
const NOTHING = 1e-9

/**
 * Level of cooperation: θ = ln((C + ½)/(F + ½)) with Var θ ≈ (Σw²_C + ½)/(C + ½)² + (Σw²_F + ½)/(F + ½)².
 * Undefined where nothing happened: silence is neither peace nor balance.
 */
export function logitOf({
  cooperation,
  conflict,
  cooperationSquares,
  conflictSquares,
}: Sums): Logit | undefined {
  if (cooperation + conflict < NOTHING) return undefined
  const above = cooperation + CONTINUITY
  const below = conflict + CONTINUITY
  return {
    theta: Math.log(above / below),
    variance: (cooperationSquares + CONTINUITY) / above ** 2 + (conflictSquares + CONTINUITY) / below ** 2,
  }
}

/** The logit as a share from 0 to 100 with its 95 % band, through the logistic function. */
export function bandOf({ theta, variance }: Logit): Level {
  const margin = BAND * Math.sqrt(variance)
  return { share: percent(theta), low: percent(theta - margin), high: percent(theta + margin) }
}

/** The share that sums come to; undefined where nothing happened. */
export function levelOf(sums: Sums): Level | undefined {
  const logit = logitOf(sums)
  return logit === undefined ? undefined : bandOf(logit)
}

const percent = (theta: number): number => 100 / (1 + Math.exp(-theta))
