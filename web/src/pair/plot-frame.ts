import * as Plot from "@observablehq/plot"
import type { PairPeriod, PairSeries } from "../../../src/record/index.ts"
import { monthIndex, yearStarts } from "../scales/months.ts"
import { monthWidth, type TimeAxis } from "../scales/time-axis.ts"
import { PERIOD_MONTHS, SERIES_PERIODS } from "./relation-choices.ts"

/** A period on the line of months: where it begins, and how many it takes. */
export interface PlacedPeriod extends PairPeriod {
  readonly at: number
  readonly months: number
  /** Periods without a gap between them share one number. */
  readonly stretch: number
}

export const TOP = 6
export const BOTTOM = 6
/** A bar is at most this wide, and leaves a part of its period free. */
const WIDEST_BAR = 13
const BAR_PART = 0.76

export const frame = (axis: TimeAxis, width: number, height: number): Plot.PlotOptions => ({
  width,
  height,
  marginLeft: axis.left,
  marginRight: width - axis.right,
  marginTop: TOP,
  marginBottom: BOTTOM,
  className: "plot",
  x: { domain: [axis.first, axis.end], axis: null },
})

export const years = (axis: TimeAxis): Plot.Markish =>
  Plot.ruleX(yearStarts(axis.first, axis.end), { stroke: "var(--line)" })

/** The periods that the axis shows. */
export function periodsOn({ points, by }: PairSeries, axis: TimeAxis): PlacedPeriod[] {
  const months = monthsIn(by)
  let stretch = 0
  let last: number | undefined
  return points
    .map((point) => {
      const at = monthIndex(point.period)
      if (last !== undefined && at - last > months) stretch++
      last = at
      return { ...point, at, months, stretch }
    })
    .filter(({ at }) => at + months > axis.first && at < axis.end)
}

/** Months in a period of a series; a week counts as none. */
export const monthsIn = (by: PairSeries["by"]): number =>
  PERIOD_MONTHS[SERIES_PERIODS.find((period) => period === by) ?? "month"]

export const middle = ({ at, months }: PlacedPeriod): number => at + months / 2

/** A bar's sides about the middle of its period. */
export function bar(axis: TimeAxis) {
  const half = (period: PlacedPeriod): number =>
    Math.min(BAR_PART * period.months, WIDEST_BAR / monthWidth(axis)) / 2
  return {
    x1: (period: PlacedPeriod) => middle(period) - half(period),
    x2: (period: PlacedPeriod) => middle(period) + half(period),
  }
}

/** Lines where another level begins, with what it was and is. */
export function changeMarks(
  changes: PairSeries["changes"],
  axis: TimeAxis,
  format: (share: number) => string,
): Plot.Markish[] {
  const shown = changes
    .map((change) => ({ ...change, at: monthIndex(change.period) }))
    .filter(({ at }) => at >= axis.first && at < axis.end)
  return [
    Plot.ruleX(shown, { x: "at", stroke: "var(--flag)", strokeWidth: 1.4, strokeDasharray: "5 3" }),
    Plot.text(shown, {
      x: "at",
      text: ({ before, after }: { before: number; after: number }) => `${format(before)} → ${format(after)}`,
      frameAnchor: "top-left",
      dx: 4,
      dy: 2,
      fill: "var(--flag)",
      stroke: "var(--page)",
      strokeWidth: 3,
      fontWeight: 600,
    }),
  ]
}
