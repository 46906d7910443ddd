import type { LanePoint } from "../record/index.ts"
import { levelOf, type Sums } from "./level.ts"

/** Sums over happenings that grow and shrink by one happening at a time. */
export interface Totals extends Sums {
  happenings: number
  cooperation: number
  conflict: number
  cooperationSquares: number
  conflictSquares: number
}

export const emptyTotals = (): Totals => ({
  happenings: 0,
  cooperation: 0,
  conflict: 0,
  cooperationSquares: 0,
  conflictSquares: 0,
})

/** Counts `happenings` alike of a weight on one side; a negative number takes them away. */
export function addWeight(totals: Totals, weight: number, cooperative: boolean, happenings = 1): void {
  totals.happenings += happenings
  if (cooperative) {
    totals.cooperation += weight * happenings
    totals.cooperationSquares += weight ** 2 * happenings
  } else {
    totals.conflict += weight * happenings
    totals.conflictSquares += weight ** 2 * happenings
  }
}

/** Both sums together, side by side. */
export const sumOf = (a: Totals, b: Totals): Totals => ({
  happenings: a.happenings + b.happenings,
  cooperation: a.cooperation + b.cooperation,
  conflict: a.conflict + b.conflict,
  cooperationSquares: a.cooperationSquares + b.cooperationSquares,
  conflictSquares: a.conflictSquares + b.conflictSquares,
})

export const laneOfTotals = (totals: Totals): LanePoint => ({
  happenings: totals.happenings,
  cooperation: totals.cooperation,
  conflict: totals.conflict,
  level: levelOf(totals) ?? null,
})
