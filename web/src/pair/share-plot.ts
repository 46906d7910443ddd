import * as Plot from "@observablehq/plot"
import type { PairSeries } from "../../../src/record/index.ts"
import type { TimeAxis } from "../scales/time-axis.ts"
import { bar, changeMarks, frame, middle, type PlacedPeriod, periodsOn, years } from "./plot-frame.ts"

const SHARE_HEIGHT = 132
/** Weight at which a period's point is drawn at full size and strength. */
const FULL_WEIGHT = 8

/** The level: a point on its band for each period in which something occurred, the smoothed level behind it, and its changes. */
export function plotShare(series: PairSeries, axis: TimeAxis, width: number): Element {
  const periods = periodsOn(series, axis)
  const known = periods.filter(({ share }) => share !== null)
  const smoothed = periods.filter(({ smoothed }) => smoothed !== null)
  return Plot.plot({
    ...frame(axis, width, SHARE_HEIGHT),
    ariaLabel: "Cooperative share period by period, with the smoothed level",
    y: { domain: [0, 100], ticks: [0, 50, 100], label: null, tickSize: 0 },
    r: { type: "identity" },
    marks: [
      years(axis),
      Plot.areaY(smoothed, {
        x: middle,
        y1: ({ smoothed }: PlacedPeriod) => smoothed?.low,
        y2: ({ smoothed }: PlacedPeriod) => smoothed?.high,
        z: "stretch",
        fill: "var(--band)",
        fillOpacity: 0.14,
      }),
      Plot.ruleY([0, 100], { stroke: "var(--line)" }),
      Plot.ruleY([50], { stroke: "var(--line-strong)", strokeDasharray: "2 3" }),
      Plot.rect(known, {
        ...bar(axis),
        y1: "low",
        y2: "high",
        fill: "var(--band)",
        fillOpacity: strength(0.22, 0.6),
      }),
      Plot.line(smoothed, {
        x: middle,
        y: ({ smoothed }: PlacedPeriod) => smoothed?.share,
        z: "stretch",
        stroke: "var(--ink-soft)",
        strokeWidth: 1.5,
      }),
      Plot.dot(known, {
        x: middle,
        y: "share",
        r: strength(2.2, 5),
        fill: "var(--ink)",
        stroke: "var(--page)",
        strokeWidth: 1,
      }),
      ...changeMarks(series.changes, axis, (share) => share.toFixed(0)),
    ],
  })
}

/** From `least` to `most` with the period's weight: what rests on little is drawn small and faint. */
const strength =
  (least: number, most: number) =>
  ({ cooperation, conflict }: PlacedPeriod): number =>
    least + (most - least) * Math.min(1, (cooperation + conflict) / FULL_WEIGHT)
