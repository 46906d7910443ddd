import type { Level, OwnerlessLevel, PairAct, Without } from "../record/index.ts"
import { levelOf } from "./level.ts"
import { addWeight, emptyTotals, sumOf, type Totals } from "./totals.ts"
import { beliefIn, happeningWeight, type Weighing, weightOf } from "./weights.ts"

/** An act with its weight. */
export interface Weighed {
  readonly act: PairAct
  readonly weight: number
  readonly size: number
  readonly belief: number
  readonly cooperative: boolean
}

export function weigh(act: PairAct, weighing: Weighing, doubt: number): Weighed {
  const { size, cooperative } = weighing.scoreOf(act)
  const belief = beliefIn(act.voices, doubt)
  return { act, size, belief, cooperative, weight: weightOf(size, belief) }
}

/**
 * The acts as they would stand without some voices: an act that another owner reports too keeps less weight, one that none
 * does is gone. Where an act's owners are unknown it stands, unless all its reports come from state media.
 */
export function withoutVoices(
  acts: readonly PairAct[],
  { stateMedia = false, owner }: Without,
): readonly PairAct[] {
  if (!stateMedia && owner === undefined) return acts
  return acts.flatMap((act) => {
    if (stateMedia && act.onlyStateMedia) return []
    if (act.owners === null) return [act]
    const owners = act.owners.filter(({ key, state }) => key !== owner && !(stateMedia && state))
    if (owners.length === act.owners.length) return [act]
    return owners.length === 0
      ? []
      : [{ ...act, owners, voices: owners.length, onlyStateMedia: owners.every(({ state }) => state) }]
  })
}

/** All but the act that weighs most; of several the first by id. */
export function withoutLargest(acts: readonly Weighed[]): Weighed[] {
  const largest = largestOf(acts)
  return acts.filter((act) => act !== largest)
}

function largestOf(acts: readonly Weighed[]): Weighed | undefined {
  let largest: Weighed | undefined
  for (const one of acts)
    if (
      largest === undefined ||
      one.weight > largest.weight ||
      (one.weight === largest.weight && one.act.id < largest.act.id)
    )
      largest = one
  return largest
}

/** How the level of a period rests on what it is made of. */
export interface Robustness {
  readonly withoutStateMedia: Level | null
  readonly withoutLargest: Level | null
  readonly withoutOneOwner: OwnerlessLevel | null
  /** Distinct owners behind the period's facts. */
  readonly owners: number
}

/** The level of one period's facts with one thing at a time taken out; `totals` are their sums. */
export function robustnessOf(facts: readonly Weighed[], totals: Totals, doubt: number): Robustness {
  const largest = largestOf(facts)
  const stateless = emptyTotals()
  const owners = new Map<string, Totals>()
  let unnamed = 0
  for (const fact of facts) {
    addWithoutState(stateless, fact, doubt)
    if (fact.act.owners === null) unnamed = Math.max(unnamed, fact.act.voices)
    else for (const { key } of fact.act.owners) takeOwner(owners, key, fact, doubt)
  }
  return {
    withoutStateMedia: levelOf(stateless) ?? null,
    withoutLargest: largest === undefined ? null : (levelOf(sumOf(totals, negated(largest))) ?? null),
    withoutOneOwner: owners.size < 2 ? null : mostMoving(owners, totals),
    owners: Math.max(owners.size, unnamed),
  }
}

function addWithoutState(totals: Totals, { act, size, weight, cooperative }: Weighed, doubt: number): void {
  if (act.onlyStateMedia) return
  const left = act.owners?.reduce((count, { state }) => count + (state ? 0 : 1), 0)
  if (left === 0) return
  const lighter = left === undefined || left === act.voices ? weight : happeningWeight(size, left, doubt)
  addWeight(totals, lighter, cooperative)
}

/** Notes what is lost with an owner: the act's weight, less what it keeps through its other owners. */
function takeOwner(owners: Map<string, Totals>, key: string, fact: Weighed, doubt: number): void {
  const lost = owners.get(key) ?? emptyTotals()
  owners.set(key, lost)
  addWeight(lost, fact.weight, fact.cooperative, -1)
  if (fact.act.voices > 1)
    addWeight(lost, happeningWeight(fact.size, fact.act.voices - 1, doubt), fact.cooperative)
}

/** The owner without whom the share differs most; the first by key of several. A level that is lost altogether differs most. */
function mostMoving(owners: ReadonlyMap<string, Totals>, totals: Totals): OwnerlessLevel | null {
  const share = levelOf(totals)?.share
  if (share === undefined) return null
  let most: OwnerlessLevel | null = null
  let distance = -1
  for (const owner of [...owners.keys()].sort()) {
    const level = levelOf(sumOf(totals, owners.get(owner)!)) ?? null
    const moved = level === null ? Number.POSITIVE_INFINITY : Math.abs(level.share - share)
    if (moved > distance) {
      most = { owner, level }
      distance = moved
    }
  }
  return most
}

function negated({ weight, cooperative }: Weighed): Totals {
  const totals = emptyTotals()
  addWeight(totals, weight, cooperative, -1)
  return totals
}
