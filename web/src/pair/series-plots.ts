import * as Plot from "@observablehq/plot"
import type { RelationPoint } from "../../../src/record/index.ts"
import { monthIndex, yearStarts } from "../scales/months.ts"
import { monthWidth, type TimeAxis } from "../scales/time-axis.ts"

const SHARE_HEIGHT = 116
/** Height of the weights of what occurred; what was intended is drawn on the same scale. */
const WEIGHT_HEIGHT = 88
const LEAST_HEIGHT = 26
const TOP = 6
const BOTTOM = 6
/** A bar is at most this wide, and leaves a part of its month free. */
const WIDEST_BAR = 13
const BAR_PART = 0.76
/** Weight at which a month's point is drawn at full size and strength. */
const FULL_VOLUME = 8

interface Month extends RelationPoint {
  readonly at: number
}

/** The level: a point on its band for each month in which something occurred, a line only between neighbouring months. */
export function plotShare(series: readonly RelationPoint[], axis: TimeAxis, width: number): Element {
  const months = monthsOn(series, axis)
  const known = months.filter(({ share }) => share !== null)
  return Plot.plot({
    ...frame(axis, width, SHARE_HEIGHT),
    ariaLabel: "Cooperative share month by month",
    y: { domain: [0, 100], ticks: [0, 50, 100], label: null, tickSize: 0 },
    r: { type: "identity" },
    marks: [
      years(axis),
      Plot.ruleY([0, 100], { stroke: "var(--line)" }),
      Plot.ruleY([50], { stroke: "var(--line-strong)", strokeDasharray: "2 3" }),
      Plot.rect(known, {
        ...bar(axis),
        y1: "low",
        y2: "high",
        fill: "var(--band)",
        fillOpacity: volume(0.22, 0.6),
      }),
      Plot.line(months, { x: middle, y: "share", stroke: "var(--ink-soft)", strokeWidth: 1.2 }),
      Plot.dot(known, {
        x: middle,
        y: "share",
        r: volume(2.2, 5),
        fill: "var(--ink)",
        stroke: "var(--page)",
        strokeWidth: 1,
      }),
    ],
  })
}

/** What occurred: weights of cooperation upwards, of conflict downwards. */
export function plotVolume(series: readonly RelationPoint[], axis: TimeAxis, width: number): Element {
  const months = monthsOn(series, axis)
  const unit = unitOf(months)
  return plotMirror(months, axis, {
    width,
    unit,
    label: "Weights of what occurred month by month",
    up: ({ cooperation }) => cooperation,
    down: ({ conflict }) => conflict,
    fills: ["var(--mco)", "var(--mcf)"],
  })
}

/** What was planned, expected, promised or threatened, hatched, on the scale of what occurred. */
export function plotIntents(series: readonly RelationPoint[], axis: TimeAxis, width: number): Element {
  const months = monthsOn(series, axis)
  return plotMirror(months, axis, {
    width,
    unit: unitOf(months),
    label: "Weights of what was intended month by month",
    up: ({ intentCooperation }) => intentCooperation,
    down: ({ intentConflict }) => intentConflict,
    fills: ["url(#hatch-mco)", "url(#hatch-mcf)"],
  })
}

interface Mirror {
  readonly width: number
  /** Pixels for a weight of 1. */
  readonly unit: number
  readonly label: string
  readonly up: (month: Month) => number
  readonly down: (month: Month) => number
  readonly fills: readonly [string, string]
}

function plotMirror(months: readonly Month[], axis: TimeAxis, mirror: Mirror): Element {
  const { unit, width, label, up, down } = mirror
  const half = LEAST_HEIGHT / 2 / unit
  const most = Math.max(half, ...months.map(up))
  const least = Math.max(half, ...months.map(down))
  return Plot.plot({
    ...frame(axis, width, Math.round((most + least) * unit) + TOP + BOTTOM),
    ariaLabel: label,
    y: {
      domain: [-least, most],
      ticks: [-least, 0, most].filter((tick) => tick === 0 || Math.abs(tick) > half),
      tickFormat: (value: number) => Math.abs(value).toFixed(value === 0 || most + least >= 20 ? 0 : 1),
      tickSize: 0,
      label: null,
    },
    marks: [
      years(axis),
      bars(months, axis, { value: up, fill: mirror.fills[0], stroke: "var(--mco)" }),
      bars(months, axis, { value: (month) => -down(month), fill: mirror.fills[1], stroke: "var(--mcf)" }),
      Plot.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  })
}

interface Bars {
  readonly value: (month: Month) => number
  readonly fill: string
  readonly stroke: string
}

const bars = (months: readonly Month[], axis: TimeAxis, { value, fill, stroke }: Bars): Plot.Markish =>
  Plot.rect(
    months.filter((month) => value(month) !== 0),
    { ...bar(axis), y1: 0, y2: value, fill, stroke, strokeWidth: 1 },
  )

function unitOf(months: readonly Month[]): number {
  const tallest = (...values: number[]) => Math.max(0, ...values)
  const fact = tallest(...months.map((m) => m.cooperation)) + tallest(...months.map((m) => m.conflict))
  const intent =
    tallest(...months.map((m) => m.intentCooperation)) + tallest(...months.map((m) => m.intentConflict))
  return WEIGHT_HEIGHT / Math.max(1, fact, intent)
}

const frame = (axis: TimeAxis, width: number, height: number): Plot.PlotOptions => ({
  width,
  height,
  marginLeft: axis.left,
  marginRight: width - axis.right,
  marginTop: TOP,
  marginBottom: BOTTOM,
  className: "plot",
  x: { domain: [axis.first, axis.end], axis: null },
})

const years = (axis: TimeAxis): Plot.Markish =>
  Plot.ruleX(yearStarts(axis.first, axis.end), { stroke: "var(--line)" })

const monthsOn = (series: readonly RelationPoint[], axis: TimeAxis): Month[] =>
  series
    .map((point) => ({ ...point, at: monthIndex(point.period) }))
    .filter(({ at }) => at >= axis.first && at < axis.end)

const middle = ({ at }: Month): number => at + 0.5

/** A bar's sides about the middle of its month. */
function bar(axis: TimeAxis) {
  const half = Math.min(BAR_PART, WIDEST_BAR / monthWidth(axis)) / 2
  return { x1: (month: Month) => middle(month) - half, x2: (month: Month) => middle(month) + half }
}

/** From `least` to `most` with the month's weight: what rests on little is drawn small and faint. */
const volume =
  (least: number, most: number) =>
  ({ cooperation, conflict }: Month): number =>
    least + (most - least) * Math.min(1, (cooperation + conflict) / FULL_VOLUME)
