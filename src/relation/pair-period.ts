import { type Level, type PairPeriod, QUADS, type Quad } from "../record/index.ts"
import { isDeed, laneOf } from "./act.ts"
import { bandOf, levelOf, logitOf } from "./level.ts"
import { robustnessOf, type Weighed } from "./robustness.ts"
import { addWeight, emptyTotals, laneOfTotals, sumOf, type Totals } from "./totals.ts"
import { STANDING_WEIGHTS, type StandingWeights, type Weighing, weightOf } from "./weights.ts"

/** What a period's acts come to, before the model over all periods is asked. */
export type OwnFigures = Omit<
  PairPeriod,
  "smoothed" | "filtered" | "volume" | "corpus" | "changeProbability" | "period"
>

/** A period's acts by the lane in which they count. */
export interface PeriodActs {
  readonly facts: Weighed[]
  readonly intents: Weighed[]
  readonly readings: Weighed[]
}

export const emptyActs = (): PeriodActs => ({ facts: [], intents: [], readings: [] })

/** Puts an act where it counts; what did not come about counts nowhere. */
export function fileAct(acts: PeriodActs, weighed: Weighed, pair: string): void {
  const lane = laneOf(weighed.act, pair)
  if (lane === "fact") acts.facts.push(weighed)
  else if (lane === "intent") acts.intents.push(weighed)
  else if (lane === "reading") acts.readings.push(weighed)
}

/** Everything that a period's own acts tell, and its sums. */
export function figuresOf(
  acts: PeriodActs,
  standing: Readonly<Record<StandingWeights, Weighing>>,
  doubt: number,
): { readonly figures: OwnFigures; readonly totals: Totals } {
  const deeds = totalsOf(acts.facts.filter(({ act }) => isDeed(act.quad)))
  const words = totalsOf(acts.facts.filter(({ act }) => !isDeed(act.quad)))
  const totals = sumOf(deeds, words)
  const intents = totalsOf(acts.intents)
  const logit = logitOf(totals)
  const level = logit === undefined ? undefined : bandOf(logit)
  const figures: OwnFigures = {
    happenings: totals.happenings,
    cooperation: totals.cooperation,
    conflict: totals.conflict,
    share: level?.share ?? null,
    low: level?.low ?? null,
    high: level?.high ?? null,
    theta: logit?.theta ?? null,
    thetaError: logit === undefined ? null : Math.sqrt(logit.variance),
    byWeights: levelsByWeights(acts.facts, standing),
    deeds: laneOfTotals(deeds),
    words: laneOfTotals(words),
    readings: laneOfTotals(totalsOf(acts.readings)),
    byQuad: countQuads(acts.facts),
    reports: acts.facts.reduce((count, { act }) => count + act.reports, 0),
    intents: intents.happenings,
    intentCooperation: intents.cooperation,
    intentConflict: intents.conflict,
    stateOnly: acts.facts.reduce((count, { act }) => count + (act.onlyStateMedia ? 1 : 0), 0),
    ...robustnessOf(acts.facts, totals, doubt),
  }
  return { figures, totals }
}

function countQuads(facts: readonly Weighed[]): Record<Quad, number> {
  const counts = Object.fromEntries(QUADS.map((quad) => [quad, 0])) as Record<Quad, number>
  for (const { act } of facts) counts[act.quad]++
  return counts
}

function totalsOf(acts: readonly Weighed[]): Totals {
  const totals = emptyTotals()
  for (const { weight, cooperative } of acts) addWeight(totals, weight, cooperative)
  return totals
}

function levelsByWeights(
  facts: readonly Weighed[],
  standing: Readonly<Record<StandingWeights, Weighing>>,
): Record<StandingWeights, Level | null> {
  const levels: Record<StandingWeights, Level | null> = { plover: null, goldstein: null, unit: null }
  for (const name of STANDING_WEIGHTS) {
    const totals = emptyTotals()
    for (const { act, belief } of facts) {
      const { size, cooperative } = standing[name].scoreOf(act)
      addWeight(totals, weightOf(size, belief), cooperative)
    }
    levels[name] = levelOf(totals) ?? null
  }
  return levels
}
