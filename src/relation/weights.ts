import type { Codebook } from "../codebook/codebook.ts"
import type { PairAct } from "../record/index.ts"
import { isCooperative } from "./act.ts"

/** The share of belief that one more independent owner leaves open; a default that the user may change. */
export const DEFAULT_DOUBT = 0.4
/** A score's absolute value at which a happening with full belief weighs 1. */
const UNIT_SCORE = 5
/** The weights that always stand beside each other. */
export const STANDING_WEIGHTS = ["plover", "goldstein", "unit"] as const
export type StandingWeights = (typeof STANDING_WEIGHTS)[number]

/** What of an act its score can depend on. */
export type Scored = Pick<PairAct, "type" | "mode" | "quad" | "score" | "cameo">

/** A way to score acts: the size says how much, `cooperative` on which side. */
export interface Weighing {
  readonly id: string
  readonly scoreOf: (act: Scored) => Score
}

export interface Score {
  /** 0 to 10; 5 weighs 1. */
  readonly size: number
  readonly cooperative: boolean
}

/** Weight of a happening: |score|/5 · (1 − 0.4^k), where k independent owners report it. */
export const happeningWeight = (score: number, owners: number, doubt = DEFAULT_DOUBT): number =>
  weightOf(Math.abs(score), beliefIn(owners, doubt))

/** How far a happening is believed that so many independent owners report, 0 to 1. */
export const beliefIn = (owners: number, doubt: number): number => 1 - doubt ** owners

/** Weight of a score's size with a belief. */
export const weightOf = (size: number, belief: number): number => (size / UNIT_SCORE) * belief

/** PLOVER's score of type and mode; the side is that of the quad class. */
export const PLOVER_WEIGHTS: Weighing = {
  id: "plover",
  scoreOf: ({ score, quad }) => ({ size: Math.abs(score), cooperative: isCooperative(quad) }),
}

/** Every happening alike; the side is that of the quad class. */
export const UNIT_WEIGHTS: Weighing = {
  id: "unit",
  scoreOf: ({ quad }) => ({ size: UNIT_SCORE, cooperative: isCooperative(quad) }),
}

/** Goldstein's score of the closest CAMEO code, which also names the side: an appeal is −5 there and 0 in PLOVER. */
export function goldsteinWeights(codebook: Pick<Codebook, "cameoOf" | "goldstein">): Weighing {
  const scores = new Map<string, number>()
  const scoreOf = ({ type, mode, cameo }: Scored): number => {
    const key = cameo ?? `${type} ${mode ?? ""}`
    const known = scores.get(key)
    if (known !== undefined) return known
    const score = codebook.goldstein(cameo ?? codebook.cameoOf(type, mode, [])) ?? 0
    scores.set(key, score)
    return score
  }
  return {
    id: "goldstein",
    scoreOf: (act) => {
      const score = scoreOf(act)
      return { size: Math.abs(score), cooperative: score === 0 ? isCooperative(act.quad) : score > 0 }
    },
  }
}

/** The standing weights by name. */
export const standingWeights = (codebook: Codebook): Readonly<Record<StandingWeights, Weighing>> => ({
  plover: PLOVER_WEIGHTS,
  goldstein: goldsteinWeights(codebook),
  unit: UNIT_WEIGHTS,
})
