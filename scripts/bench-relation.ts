// `npx tsx scripts/bench-relation.ts`: how long a pair's series takes to compute, in milliseconds, by number of happenings and length
// of a period. Made-up happenings of twenty years; the median of five rounds after one to warm up.

import Table from "cli-table3"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadCodebook } from "../src/codebook/codebook.ts"
import type { OccurredCount, PairAct } from "../src/record/index.ts"
import { pairSeries, standingWeights } from "../src/relation/index.ts"
import { CONFLICT, COOPERATION } from "./simulation.ts"
import { seededRandom } from "./training/random.ts"

const COUNTS = [10_000, 100_000]
const PERIODS = ["year", "month", "week"] as const
const YEARS = 20
const OWNERS = Array.from({ length: 60 }, (_, at) => ({ key: `owner ${at}`, state: at % 4 === 0 }))
const KINDS = [...COOPERATION, ...CONFLICT]
const ROUNDS = 5
const DAY = 86_400_000

function madeUp(count: number): PairAct[] {
  const random = seededRandom(1)
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  return Array.from({ length: count }, (_, at) => {
    const { type, mode, quad, score } = one(KINDS)
    const day = new Date(Date.UTC(2005, 0, 1) + Math.floor(random() * YEARS * 365.25) * DAY)
    const start = day.toISOString().slice(0, 10)
    const owners = [...new Set([one(OWNERS), one(OWNERS)])]
    return {
      id: `h${at}`,
      start,
      end: start,
      type,
      mode,
      quad,
      status: "occurred",
      score,
      cameo: null,
      direction: "both",
      reports: 2,
      voices: owners.length,
      owners,
      onlyStateMedia: owners.every(({ state }) => state),
      toldOnlyBy: [],
    }
  })
}

function milliseconds(work: () => void): number {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}

const standing = standingWeights(loadCodebook(bundledData))
const table = new Table({
  head: ["happenings", ...PERIODS.map((by) => `by ${by}, ms`)],
  style: { head: [], border: [] },
})
for (const count of COUNTS) {
  const acts = madeUp(count)
  const corpus = acts
    .map(({ start }): OccurredCount => ({ start: start!, end: start!, happenings: 10 }))
    .slice(0, 7300)
  const options = { pair: "AAA-BBB", weighing: standing.plover, standing, corpus } as const
  const times = PERIODS.map((by) => milliseconds(() => pairSeries(acts, { ...options, by })))
  table.push([count.toLocaleString("en-US"), ...times.map((time) => time.toFixed(0))])
}
console.log(table.toString())
