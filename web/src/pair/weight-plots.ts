import * as Plot from "@observablehq/plot"
import type { PairSeries } from "../../../src/record/index.ts"
import type { TimeAxis } from "../scales/time-axis.ts"
import { BOTTOM, bar, changeMarks, frame, type PlacedPeriod, periodsOn, TOP, years } from "./plot-frame.ts"

/** Height of the weights of deeds and words together; all lanes are drawn on one scale. */
const WEIGHT_HEIGHT = 100
const LEAST_HEIGHT = 26
const VOLUME_HEIGHT = 44

/** One lane of weights: cooperation upwards, conflict downwards. */
interface LaneStyle {
  readonly label: string
  readonly up: (period: PlacedPeriod) => number
  readonly down: (period: PlacedPeriod) => number
  /** Fills and outlines of both sides. */
  readonly fills: readonly [string, string]
  readonly strokes: readonly [string, string]
}

const DEEDS: LaneStyle = {
  label: "Weights of deeds period by period",
  up: ({ deeds }) => deeds.cooperation,
  down: ({ deeds }) => deeds.conflict,
  fills: ["var(--mco)", "var(--mcf)"],
  strokes: ["var(--mco)", "var(--mcf)"],
}
const WORDS: LaneStyle = {
  label: "Weights of words period by period",
  up: ({ words }) => words.cooperation,
  down: ({ words }) => words.conflict,
  fills: ["var(--vco)", "var(--vcf)"],
  strokes: ["var(--vco)", "var(--vcf)"],
}
const INTENTS: LaneStyle = {
  label: "Weights of what was intended period by period",
  up: ({ intentCooperation }) => intentCooperation,
  down: ({ intentConflict }) => intentConflict,
  fills: ["url(#hatch-mco)", "url(#hatch-mcf)"],
  strokes: ["var(--mco)", "var(--mcf)"],
}
const READINGS: LaneStyle = {
  label: "Weights of what third parties say of the pair, period by period",
  up: ({ readings }) => readings.cooperation,
  down: ({ readings }) => readings.conflict,
  fills: ["none", "none"],
  strokes: ["var(--vco)", "var(--vcf)"],
}

type Draw = (series: PairSeries, axis: TimeAxis, width: number) => Element

const plotLane =
  (lane: LaneStyle): Draw =>
  (series, axis, width) => {
    const periods = periodsOn(series, axis)
    const unit = unitOf(periods)
    const half = LEAST_HEIGHT / 2 / unit
    const most = Math.max(half, ...periods.map(lane.up))
    const least = Math.max(half, ...periods.map(lane.down))
    return Plot.plot({
      ...frame(axis, width, Math.round((most + least) * unit) + TOP + BOTTOM),
      ariaLabel: lane.label,
      y: {
        domain: [-least, most],
        ticks: [-least, 0, most].filter((tick) => tick === 0 || Math.abs(tick) > half),
        tickFormat: (value: number) => Math.abs(value).toFixed(value === 0 || most + least >= 20 ? 0 : 1),
        tickSize: 0,
        label: null,
      },
      marks: [
        years(axis),
        bars(periods, axis, { value: lane.up, fill: lane.fills[0], stroke: lane.strokes[0] }),
        bars(periods, axis, {
          value: (period) => -lane.down(period),
          fill: lane.fills[1],
          stroke: lane.strokes[1],
        }),
        Plot.ruleY([0], { stroke: "var(--line-strong)" }),
      ],
    })
  }

export const plotDeeds: Draw = plotLane(DEEDS)
export const plotWords: Draw = plotLane(WORDS)
/** What was planned, expected, promised or threatened, hatched. */
export const plotIntents: Draw = plotLane(INTENTS)
/** What is known on the word of others alone, in outline. */
export const plotReadings: Draw = plotLane(READINGS)

/** Attention: the pair's part of all that occurred in the corpus, with its changes. */
export const plotVolume: Draw = (series, axis, width) => {
  const periods = periodsOn(series, axis)
  const most = Math.max(1, ...periods.map(({ volume }) => volume ?? 0))
  const digits = most < 10 ? 1 : 0
  return Plot.plot({
    ...frame(axis, width, VOLUME_HEIGHT),
    ariaLabel: "Part of the corpus period by period",
    y: {
      domain: [0, most],
      ticks: [0, most],
      tickFormat: (value: number) => `${Math.round(value)}%`,
      tickSize: 0,
      label: null,
    },
    marks: [
      years(axis),
      Plot.rect(
        periods.filter(({ volume }) => volume !== null && volume > 0),
        { ...bar(axis), y1: 0, y2: "volume", fill: "var(--none)", fillOpacity: 0.55 },
      ),
      Plot.ruleY([0], { stroke: "var(--line-strong)" }),
      ...changeMarks(series.volumeChanges, axis, (share) => `${share.toFixed(digits)} %`),
    ],
  })
}

interface Bars {
  readonly value: (period: PlacedPeriod) => number
  readonly fill: string
  readonly stroke: string
}

const bars = (
  periods: readonly PlacedPeriod[],
  axis: TimeAxis,
  { value, fill, stroke }: Bars,
): Plot.Markish =>
  Plot.rect(
    periods.filter((period) => value(period) !== 0),
    { ...bar(axis), y1: 0, y2: value, fill, stroke, strokeWidth: 1 },
  )

/** Pixels for a weight of 1, so that the tallest deeds and words, or intents, or readings fill the height. */
function unitOf(periods: readonly PlacedPeriod[]): number {
  const tallest = (value: (period: PlacedPeriod) => number) => Math.max(0, ...periods.map(value))
  const height = (...lanes: readonly LaneStyle[]) =>
    lanes.reduce((sum, { up, down }) => sum + tallest(up) + tallest(down), 0)
  return WEIGHT_HEIGHT / Math.max(1, height(DEEDS, WORDS), height(INTENTS), height(READINGS))
}
