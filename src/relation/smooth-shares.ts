import type { Part } from "./level-changes.ts"
import { type Observation, type Walk, walk } from "./random-walk.ts"

/** A period's part by the period's number. */
export interface PlacedPart extends Part {
  readonly index: number
}

const MOST_ROUNDS = 40
/** Logits that move by less than this have settled. */
const SETTLED = 1e-4
/** Beyond 99.9 or below 0.1 of 100 a logit tells no more. */
const FARTHEST = 7
const CONTINUITY = 0.5

/**
 * The random walk of the logit level behind shares that vary like binomial ones times `dispersion`. The likelihood is replaced
 * by the normal one with the same mode and curvature, found by turns (Durbin and Koopman 2012, ch. 10). The closed-form θ of
 * a period is not averaged itself: its ½ draws every thin period towards 50, and a hundred of them would do so with
 * certainty.
 */
export function smoothShares(
  parts: readonly PlacedPart[],
  periods: readonly number[],
  { dispersion, typicalDrift }: { readonly dispersion: number; readonly typicalDrift: number },
): Walk {
  const indices = parts.map(({ index }) => index)
  let levels = parts.map(({ part, whole }) => Math.log((part + CONTINUITY) / (whole - part + CONTINUITY)))
  let observations: readonly Observation[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    observations = parts.map((part, at) => observationAt(part, levels[at]!, dispersion))
    const next = walk(observations, indices, typicalDrift).smoothed.map(({ theta }) => clamped(theta))
    const moved = next.reduce((most, level, at) => Math.max(most, Math.abs(level - levels[at]!)), 0)
    levels = next
    if (moved < SETTLED) break
  }
  return walk(observations, periods, typicalDrift)
}

/** What a share says of the logit, seen from a level: where its slope points to, and how sure that is. */
function observationAt({ index, part, whole }: PlacedPart, level: number, dispersion: number): Observation {
  const share = 1 / (1 + Math.exp(-level))
  const information = whole * share * (1 - share)
  return { index, theta: level + (part - whole * share) / information, variance: dispersion / information }
}

const clamped = (theta: number): number => Math.min(FARTHEST, Math.max(-FARTHEST, theta))
