// `npm run simulate [-- --runs 150 --seed 1]`: how often the relation index finds a change that is there, and one that is not, where
// the truth is known, beside the usual sums and means of report scores. Prints the tables of docs/relation-index.md.
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadCodebook } from "../src/codebook/codebook.ts"
import type { PairAct, PairSeries } from "../src/record/index.ts"
import { pairSeries, standingWeights } from "../src/relation/index.ts"
import { changePoints } from "../src/relation/segments.ts"
import { corpusOf, type Linking, linkWorld, tellWorld, type World, weightedShare } from "./simulation.ts"
import { seededRandom } from "./training/random.ts"

const { values } = parseArgs({
  options: { runs: { type: "string", default: "150" }, seed: { type: "string", default: "1" } },
})
const RUNS = Number(values.runs)
const WEEKS = 200
const MIDDLE = WEEKS / 2
/** A change is found where one is reported within so many weeks of it. */
const NEAR = 10
const STEADY: World = { weeks: WEEKS, shares: [0.85, 0.85], moreHappenings: 1, moreReports: 1 }
const WORLDS: readonly (readonly [string, World])[] = [
  ["nothing changes", STEADY],
  ["five times the happenings", { ...STEADY, moreHappenings: 5 }],
  ["five times the reports of each", { ...STEADY, moreReports: 5 }],
  ["share falls .85 → .70", { ...STEADY, shares: [0.85, 0.7] }],
  ["share falls, five times the happenings", { ...STEADY, shares: [0.85, 0.7], moreHappenings: 5 }],
]
const LINKINGS: readonly (readonly [string, Linking])[] = [
  ["perfect", { split: 0, merged: 0 }],
  ["10 % split, 5 % merged", { split: 0.1, merged: 0.05 }],
  ["30 % split, 10 % merged", { split: 0.3, merged: 0.1 }],
]
const standing = standingWeights(loadCodebook(bundledData))

/** Change points of a plain series: PELT with a Gaussian cost for the mean, noise from differences, the same penalty. */
function meanChanges(series: readonly number[]): number[] {
  const differences = series.slice(1).map((value, at) => Math.abs(value - series[at]!))
  // Median absolute difference of two normal values is 0.954 standard deviations.
  const noise = differences.sort((a, b) => a - b)[Math.floor(differences.length / 2)]! / 0.954 || 1
  const sums = [0]
  const squares = [0]
  for (const value of series) {
    sums.push(sums.at(-1)! + value / noise)
    squares.push(squares.at(-1)! + (value / noise) ** 2)
  }
  const cost = (from: number, to: number): number =>
    squares[to]! - squares[from]! - (sums[to]! - sums[from]!) ** 2 / (to - from)
  return changePoints(cost, { length: series.length, penalty: 3 * Math.log(series.length), shortest: 2 })
}

interface Found {
  readonly alarms: number
  readonly hits: number
}

class Count {
  #alarms = 0
  #hits = 0
  add(weeks: readonly number[]): void {
    if (weeks.length > 0) this.#alarms++
    if (weeks.some((week) => Math.abs(week - MIDDLE) <= NEAR)) this.#hits++
  }
  get found(): Found {
    return { alarms: this.#alarms / RUNS, hits: this.#hits / RUNS }
  }
}

interface Cell {
  readonly index: Found
  readonly volume: Found
  readonly sums: Found
  readonly means: Found
  readonly covered: readonly [number, number]
}

function runCell(world: World, linking: Linking, seed: number): Cell {
  const [index, volume, sums, means] = [new Count(), new Count(), new Count(), new Count()]
  const bands = { points: 0, own: 0, smoothed: 0 }
  for (let run = 0; run < RUNS; run++) {
    const random = seededRandom(seed * 100_003 + run)
    const acts = linkWorld(tellWorld(world, random), linking, random)
    const corpus = corpusOf(acts, WEEKS, random)
    const weeks = { from: corpus[0]!.start, to: corpus.at(-1)!.start }
    const series = pairSeries(acts, {
      ...{ pair: "AAA-BBB", by: "week", weighing: standing.plover, standing, corpus },
      ...weeks,
    })
    const at = (period: string): number => series.points.findIndex((point) => point.period === period)
    index.add(series.changes.map(({ period }) => at(period)))
    volume.add(series.volumeChanges.map(({ period }) => at(period)))
    const reports = reportScores(
      acts,
      corpus.map(({ start }) => start),
    )
    sums.add(meanChanges(reports.map(({ sum }) => sum)))
    means.add(meanChanges(reports.map(({ sum, count }) => (count === 0 ? 0 : sum / count))))
    coverage(series, world, bands)
  }
  return {
    ...{ index: index.found, volume: volume.found, sums: sums.found, means: means.found },
    covered: [bands.own / bands.points, bands.smoothed / bands.points],
  }
}

/** Sum of the scores of all reports, and their number, week by week. */
function reportScores(acts: readonly PairAct[], weeks: readonly string[]) {
  const byWeek = new Map(weeks.map((week) => [week, { sum: 0, count: 0 }]))
  for (const { start, score, reports } of acts) {
    const week = byWeek.get(start!)!
    week.sum += score * reports
    week.count += reports
  }
  return [...byWeek.values()]
}

/** Weeks whose bands hold the true weighted share. */
function coverage(
  series: PairSeries,
  world: World,
  bands: { points: number; own: number; smoothed: number },
): void {
  series.points.forEach(({ low, high, smoothed }, at) => {
    if (low === null || high === null || smoothed === null) return
    const truth = weightedShare(world.shares[at >= MIDDLE ? 1 : 0]!)
    bands.points++
    if (low <= truth && truth <= high) bands.own++
    if (smoothed.low <= truth && truth <= smoothed.high) bands.smoothed++
  })
}

const percent = (part: number): string => `${Math.round(100 * part)} %`

const table = new Table({
  head: [
    "truth",
    "linking",
    "index",
    "report sums",
    "report means",
    "volume",
    "band covers",
    "smoothed covers",
  ],
  style: { head: [], border: [] },
})
WORLDS.forEach(([truth, world], row) => {
  const shifts = world.shares[0] !== world.shares[1]
  LINKINGS.forEach(([linking, settings], column) => {
    const cell = runCell(world, settings, Number(values.seed) + row * LINKINGS.length + column)
    const shown = ({ alarms, hits }: Found): string =>
      shifts ? `${percent(hits)} found` : `${percent(alarms)} false`
    table.push([
      ...[truth, linking, shown(cell.index), shown(cell.sums), shown(cell.means)],
      ...[`${percent(cell.volume.hits)} at the middle`, percent(cell.covered[0]), percent(cell.covered[1])],
    ])
  })
})
console.log(
  `${RUNS} runs a row, ${WEEKS} weeks each; what changes does so in the middle. "False": runs that report any change of a share that is steady. "Found": runs that report one within ${NEAR} weeks.`,
)
console.log(table.toString())
