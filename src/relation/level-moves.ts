import type { Level, LevelMove, ShareChange } from "../record/index.ts"
import { levelOf } from "./level.ts"
import { factTotals, type Tally } from "./series.ts"

/** What occurred between two states before a day, and since. */
export interface SplitTallies {
  /** "BLR-CHN" */
  readonly pair: string
  readonly before: readonly Tally[]
  readonly since: readonly Tally[]
}

/**
 * The levels of pairs before and since a day, and how they differ. Only pairs of which something occurred since: the clear
 * moves first, the largest of them before the others, then by how much happened.
 */
export const levelMoves = (pairs: readonly SplitTallies[]): LevelMove[] =>
  pairs
    .map(moveOf)
    .filter(({ since }) => since !== null)
    .sort(
      (a, b) =>
        Number(b.clear) - Number(a.clear) ||
        (a.clear ? distance(b) - distance(a) : b.happeningsSince - a.happeningsSince) ||
        distance(b) - distance(a) ||
        (a.pair < b.pair ? -1 : 1),
    )

const distance = ({ change }: LevelMove): number => Math.abs(change?.points ?? 0)

function moveOf({ pair, before, since }: SplitTallies): LevelMove {
  const [earlier, later] = [factTotals(pair, before), factTotals(pair, since)]
  const [from, to] = [levelOf(earlier) ?? null, levelOf(later) ?? null]
  const change = from === null || to === null ? null : shareChange(from, to)
  return {
    pair,
    before: from,
    since: to,
    happeningsBefore: earlier.happenings,
    happeningsSince: later.happenings,
    change,
    clear: change !== null && (change.low > 0 || change.high < 0),
  }
}

/**
 * The band of a difference from the bands of both, which need not be symmetric (MOVER, Zou and Donner 2008): on each side the
 * distances to the two ends that make the difference that large, added as squares.
 */
export function shareChange(from: Level, to: Level): ShareChange {
  const points = to.share - from.share
  return {
    points,
    low: points - Math.hypot(to.share - to.low, from.high - from.share),
    high: points + Math.hypot(to.high - to.share, from.share - from.low),
  }
}
