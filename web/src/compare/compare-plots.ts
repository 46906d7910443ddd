import * as Plot from "@observablehq/plot"
import type { DatasetLane } from "../../../src/view/api.ts"
import { frame, years } from "../pair/plot-frame.ts"
import { monthIndex } from "../scales/months.ts"
import { monthWidth, type TimeAxis } from "../scales/time-axis.ts"
import { conflictOf, cooperationOf, type LaneMonth, type Measure, measured } from "./measures.ts"

const HEIGHT = 150
/** A bar is at most this wide, and leaves a part of its month free. */
const WIDEST_BAR = 13
const BAR_PART = 0.76
/** Events at which a month's dot has its full size. */
const FULL_EVENTS = 50

interface Placed extends LaneMonth {
  readonly at: number
}

/** One data set's measure month by month, on its own scale. */
export function plotLane(
  { dataset, months }: DatasetLane,
  measure: Measure,
  axis: TimeAxis,
  width: number,
): Element {
  const placed = months
    .map((month): Placed => ({ ...month, at: monthIndex(month.month) }))
    .filter(({ at }) => at >= axis.first && at < axis.end)
  const label = `${dataset}: ${measure} month by month`
  return measure === "events"
    ? plotEvents(placed, axis, width, label)
    : plotValues(placed, measure, axis, width, label)
}

/** Cooperative events upwards, conflictual ones downwards; words pale, deeds strong. */
function plotEvents(placed: readonly Placed[], axis: TimeAxis, width: number, label: string): Element {
  const most = Math.max(1, ...placed.map(cooperationOf))
  const least = Math.max(1, ...placed.map(conflictOf))
  const half = Math.min(BAR_PART, WIDEST_BAR / monthWidth(axis)) / 2
  const sides = { x1: ({ at }: Placed) => at + 0.5 - half, x2: ({ at }: Placed) => at + 0.5 + half }
  const bar = (y1: (month: Placed) => number, y2: (month: Placed) => number, fill: string): Plot.Markish =>
    Plot.rect(
      placed.filter((month) => y1(month) !== y2(month)),
      { ...sides, y1, y2, fill },
    )
  return Plot.plot({
    ...frame(axis, width, HEIGHT),
    ariaLabel: label,
    y: {
      domain: [-least, most],
      ticks: [-least, 0, most],
      tickFormat: (value: number) => String(Math.abs(value)),
      tickSize: 0,
      label: null,
    },
    marks: [
      years(axis),
      bar(
        () => 0,
        ({ materialCooperation }) => materialCooperation,
        "var(--mco)",
      ),
      bar(({ materialCooperation }) => materialCooperation, cooperationOf, "var(--vco)"),
      bar(
        () => 0,
        ({ materialConflict }) => -materialConflict,
        "var(--mcf)",
      ),
      bar(
        ({ materialConflict }) => -materialConflict,
        (month) => -conflictOf(month),
        "var(--vcf)",
      ),
      Plot.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  })
}

/** A dot a month, larger where more events stand behind it, with its band where it has one. */
function plotValues(
  placed: readonly Placed[],
  measure: Measure,
  axis: TimeAxis,
  width: number,
  label: string,
): Element {
  const points = placed.flatMap((month) => {
    const found = measured(month, measure)
    return found === undefined ? [] : [{ ...found, at: month.at + 0.5, events: month.events }]
  })
  const domain = measure === "share" ? ([0, 100] as const) : ([-10, 10] as const)
  return Plot.plot({
    ...frame(axis, width, HEIGHT),
    ariaLabel: label,
    y: {
      domain: [...domain],
      ticks: [domain[0], (domain[0] + domain[1]) / 2, domain[1]],
      tickSize: 0,
      label: null,
    },
    r: { type: "identity" },
    marks: [
      years(axis),
      Plot.ruleY([...domain], { stroke: "var(--line)" }),
      Plot.ruleY([(domain[0] + domain[1]) / 2], { stroke: "var(--line-strong)", strokeDasharray: "2 3" }),
      Plot.ruleX(
        points.filter(({ low }) => low !== null),
        { x: "at", y1: "low", y2: "high", stroke: "var(--band)", strokeWidth: 4, strokeOpacity: 0.45 },
      ),
      Plot.dot(points, {
        x: "at",
        y: "value",
        r: ({ events }: { events: number }) => 2.2 + 2.8 * Math.min(1, events / FULL_EVENTS),
        fill: "var(--ink)",
        stroke: "var(--page)",
        strokeWidth: 1,
      }),
    ],
  })
}
