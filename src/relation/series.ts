import type { Happening, RelationPoint } from "../record/index.ts"
import { pairsOf } from "./dyads.ts"
import { type Level, levelOf, type Sums } from "./level.ts"
import { DEFAULT_DOUBT, happeningWeight, isCooperative, laneOf, type Tally, tallyOf } from "./tally.ts"

export interface SeriesOptions {
  /** Belief left open by each independent owner, 0.4 unless told. */
  readonly doubt?: number
  /** First and last month, YYYY-MM; by default those of the first and last happening. */
  readonly from?: string
  readonly to?: string
}

interface Totals extends Sums {
  happenings: number
  cooperation: number
  conflict: number
  cooperationSquares: number
  conflictSquares: number
  intentCooperation: number
  intentConflict: number
}

/** One month of one undirected pair of states, "BLR-CHN". */
export interface PairPoint extends RelationPoint {
  readonly pair: string
}

/** Empty months in a row that a series still spells out; longer silences stand as their first month alone. */
const LONGEST_GAP = 120

/**
 * The relation of every pair of states that the happenings name, month by month, sorted by pair and month. Months without
 * data between a pair's first and last have no share; a silence of more than ten years is one such month.
 */
export function relationSeries(happenings: readonly Happening[], options: SeriesOptions = {}): PairPoint[] {
  const byPair = new Map<string, Tally[]>()
  for (const happening of happenings) {
    const tally = tallyOf(happening)
    if (tally === undefined) continue
    for (const pair of pairsOf(happening)) {
      const tallies = byPair.get(pair)
      if (tallies === undefined) byPair.set(pair, [tally])
      else tallies.push(tally)
    }
  }
  return [...byPair.keys()]
    .sort()
    .flatMap((pair) => seriesOf(byPair.get(pair) ?? [], options).map((point) => ({ pair, ...point })))
}

/** One pair's series from happenings that are counted already, as the store gives them. Those of no month stand in none. */
export function seriesOf(tallies: readonly Tally[], options: SeriesOptions = {}): RelationPoint[] {
  const byMonth = new Map<string, Totals>()
  for (const tally of tallies) {
    if (tally.month === null || laneOf(tally.status) === "none") continue
    const totals = byMonth.get(tally.month) ?? emptyTotals()
    byMonth.set(tally.month, totals)
    addTally(totals, tally, options.doubt ?? DEFAULT_DOUBT)
  }
  const months = [...byMonth.keys()].sort()
  const first = options.from ?? months[0]
  const last = options.to ?? months.at(-1)
  if (first === undefined || last === undefined) return []
  return monthsFrom(first, last, months).map((month) => toPoint(month, byMonth.get(month) ?? emptyTotals()))
}

/** The level over all tallies together, undated ones included; undefined where nothing occurred. */
export function overallLevel(tallies: readonly Tally[], doubt = DEFAULT_DOUBT): Level | undefined {
  const totals = emptyTotals()
  for (const tally of tallies) addTally(totals, tally, doubt)
  return levelOf(totals)
}

function addTally(totals: Totals, { quad, status, score, owners, happenings }: Tally, doubt: number): void {
  const weight = happeningWeight(score, owners, doubt)
  const cooperative = isCooperative(quad)
  const lane = laneOf(status)
  if (lane === "intent") totals[cooperative ? "intentCooperation" : "intentConflict"] += weight * happenings
  if (lane !== "fact") return
  totals.happenings += happenings
  totals[cooperative ? "cooperation" : "conflict"] += weight * happenings
  totals[cooperative ? "cooperationSquares" : "conflictSquares"] += weight ** 2 * happenings
}

function toPoint(month: string, totals: Totals): RelationPoint {
  const level = levelOf(totals)
  return {
    period: `${month}-01`,
    happenings: totals.happenings,
    cooperation: totals.cooperation,
    conflict: totals.conflict,
    share: level?.share ?? null,
    low: level?.low ?? null,
    high: level?.high ?? null,
    intentCooperation: totals.intentCooperation,
    intentConflict: totals.intentConflict,
  }
}

const emptyTotals = (): Totals => ({
  happenings: 0,
  cooperation: 0,
  conflict: 0,
  cooperationSquares: 0,
  conflictSquares: 0,
  intentCooperation: 0,
  intentConflict: 0,
})

/** The months from first to last; of those between two of `known` that lie far apart, only the first. */
function monthsFrom(first: string, last: string, known: readonly string[]): string[] {
  const inside = known.filter((month) => month > first && month < last)
  const stops = [...inside, last].map(monthIndex)
  const months = [monthIndex(first)]
  for (const stop of stops) {
    const from = months.at(-1)!
    const end = stop - from > LONGEST_GAP + 1 ? from + 1 : stop - 1
    for (let month = from + 1; month <= end; month++) months.push(month)
    if (stop > from) months.push(stop)
  }
  return first > last ? [] : months.map(monthName)
}

const monthIndex = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const monthName = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`
