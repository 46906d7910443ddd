/** Sums over happenings of one period: weights and their squares, cooperative and conflictual. */
export interface Sums {
  readonly cooperation: number
  readonly conflict: number
  readonly cooperationSquares: number
  readonly conflictSquares: number
}

/** A share from 0 to 100 with its 95 % band. */
export interface Level {
  readonly share: number
  readonly low: number
  readonly high: number
}

/** What is added to each side so that a side without happenings has a logit (Lowe et al. 2011). */
const CONTINUITY = 0.5
/** Standard errors on each side of a 95 % band. */
const BAND = 1.96

/**
 * Level of cooperation: θ = ln((C + ½)/(F + ½)) with Var θ ≈ (Σw²_C + ½)/(C + ½)² + (Σw²_F + ½)/(F + ½)², shown as a
 * share through the logistic function. Undefined where nothing happened: silence is neither peace nor balance.
 */
export function levelOf({
  cooperation,
  conflict,
  cooperationSquares,
  conflictSquares,
}: Sums): Level | undefined {
  if (cooperation === 0 && conflict === 0) return undefined
  const above = cooperation + CONTINUITY
  const below = conflict + CONTINUITY
  const theta = Math.log(above / below)
  const variance =
    (cooperationSquares + CONTINUITY) / above ** 2 + (conflictSquares + CONTINUITY) / below ** 2
  const margin = BAND * Math.sqrt(variance)
  return { share: percent(theta), low: percent(theta - margin), high: percent(theta + margin) }
}

const percent = (theta: number): number => 100 / (1 + Math.exp(-theta))
