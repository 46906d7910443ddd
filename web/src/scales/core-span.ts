import { monthIndex, monthOf } from "./months.ts"

/** A gap longer than this, in months, cuts off what lies beyond it. */
const LONG_GAP = 24
/** At most this share of all dates may be cut off at either end. */
const SMALL_SHARE = 0.1
/** An axis is at least this many months long. */
const LEAST_MONTHS = 12

/** The stretch of months where nearly all dates lie, and how many lie before and after it. */
export interface CoreSpan {
  readonly months: readonly [string, string]
  readonly before: number
  readonly after: number
}

/**
 * Leaves out a few dates far from the rest (a treaty of 1992 recalled in passing), so that they do not press three years
 * of news into a corner. `months` has one YYYY-MM a happening. Undefined where nothing is dated.
 */
export function coreSpan(months: readonly string[], whole = false): CoreSpan | undefined {
  const indices = months.map(monthIndex).sort((a, b) => a - b)
  if (indices.length === 0) return undefined
  const before = whole ? 0 : strayCount(indices)
  const after = whole ? 0 : strayCount(indices.map((index) => -index).reverse())
  const core = indices.slice(before, indices.length - after)
  return { months: widened(core[0] ?? 0, core.at(-1) ?? 0), before, after }
}

/** How many leading dates stand before a long gap, as long as these are few. */
function strayCount(ascending: readonly number[]): number {
  const most = Math.floor(ascending.length * SMALL_SHARE)
  let stray = 0
  for (let at = 1; at <= most; at++) {
    const gap = (ascending[at] ?? 0) - (ascending[at - 1] ?? 0)
    if (gap > LONG_GAP) stray = at
  }
  return stray
}

function widened(first: number, last: number): readonly [string, string] {
  const lacking = Math.max(0, LEAST_MONTHS - (last - first + 1))
  return [monthOf(first - Math.floor(lacking / 2)), monthOf(last + Math.ceil(lacking / 2))]
}
