import type { Happening, Level, PairAct, RelationPoint } from "../record/index.ts"
import { actOf, isCooperative, laneOf } from "./act.ts"
import { pairSidesOf } from "./dyads.ts"
import { levelOf } from "./level.ts"
import { periodIndex, periodStart, periodsFrom, placeIn } from "./periods.ts"
import { addWeight, emptyTotals, type Totals } from "./totals.ts"
import { DEFAULT_DOUBT, happeningWeight } from "./weights.ts"

export interface SeriesOptions {
  /** Belief left open by each independent owner, 0.4 unless told. */
  readonly doubt?: number
  /** First and last month, YYYY-MM; by default those of the first and last happening. */
  readonly from?: string
  readonly to?: string
}

/** One month of one undirected pair of states, "BLR-CHN". */
export interface PairPoint extends RelationPoint {
  readonly pair: string
}

/** So many acts that are alike in all that the level asks for. */
export interface Tally
  extends Pick<PairAct, "quad" | "status" | "score" | "voices" | "start" | "end" | "toldOnlyBy"> {
  readonly happenings: number
}

interface Month {
  readonly facts: Totals
  readonly intents: Totals
}

/**
 * The relation of every pair of states that the happenings name, month by month, sorted by pair and month. Months without
 * data between a pair's first and last have no share; a silence of more than ten years is one such month.
 */
export function relationSeries(happenings: readonly Happening[], options: SeriesOptions = {}): PairPoint[] {
  const byPair = new Map<string, Tally[]>()
  for (const happening of happenings)
    for (const { pair, direction } of pairSidesOf(happening)) {
      const act = actOf(happening, direction)
      if (act === undefined) continue
      const tally = { ...act, happenings: 1 }
      const tallies = byPair.get(pair)
      if (tallies === undefined) byPair.set(pair, [tally])
      else tallies.push(tally)
    }
  return [...byPair.keys()]
    .sort()
    .flatMap((pair) => seriesOf(pair, byPair.get(pair) ?? [], options).map((point) => ({ pair, ...point })))
}

/** One pair's months, from happenings that are counted already. Those of no month stand in none. */
export function seriesOf(
  pair: string,
  tallies: readonly Tally[],
  options: SeriesOptions = {},
): RelationPoint[] {
  const months = new Map<number, Month>()
  for (const tally of tallies) {
    const lane = laneOf(tally, pair)
    const index = tally.start === null ? undefined : placeIn(tally.start, tally.end ?? tally.start, "month")
    if (index === undefined || lane === "none" || lane === "reading") continue
    const month = months.get(index) ?? emptyMonth()
    months.set(index, month)
    addTally(lane === "fact" ? month.facts : month.intents, tally, options.doubt)
  }
  const known = [...months.keys()].sort((a, b) => a - b)
  const first = options.from === undefined ? known[0] : periodIndex(`${options.from}-01`, "month")
  const last = options.to === undefined ? known.at(-1) : periodIndex(`${options.to}-01`, "month")
  if (first === undefined || last === undefined) return []
  return periodsFrom(first, last, known, "month").map((index) =>
    toPoint(index, months.get(index) ?? emptyMonth()),
  )
}

/** The level over all tallies together, undated ones included; undefined where nothing occurred. */
export function overallLevel(
  pair: string,
  tallies: readonly Tally[],
  doubt = DEFAULT_DOUBT,
): Level | undefined {
  return levelOf(factTotals(pair, tallies, doubt))
}

/** The weights of all that occurred between the two, together. */
export function factTotals(pair: string, tallies: readonly Tally[], doubt = DEFAULT_DOUBT): Totals {
  const totals = emptyTotals()
  for (const tally of tallies) if (laneOf(tally, pair) === "fact") addTally(totals, tally, doubt)
  return totals
}

function addTally(totals: Totals, tally: Tally, doubt = DEFAULT_DOUBT): void {
  const weight = happeningWeight(tally.score, tally.voices, doubt)
  addWeight(totals, weight, isCooperative(tally.quad), tally.happenings)
}

function toPoint(index: number, { facts, intents }: Month): RelationPoint {
  const level = levelOf(facts)
  return {
    period: periodStart(index, "month"),
    happenings: facts.happenings,
    cooperation: facts.cooperation,
    conflict: facts.conflict,
    share: level?.share ?? null,
    low: level?.low ?? null,
    high: level?.high ?? null,
    intentCooperation: intents.cooperation,
    intentConflict: intents.conflict,
  }
}

const emptyMonth = (): Month => ({ facts: emptyTotals(), intents: emptyTotals() })
