// `npm run bench:linking [-- --reports 10000,100000,1000000]`: how long linking takes and how much memory, over made-up
// reports with the spread of news, and the exponent of time in the number of reports. Every size has a process of its own.
import { spawnSync } from "node:child_process"
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { linkEvents } from "../src/happening/index.ts"
import { syntheticReports } from "./synthetic-reports.ts"

const { values: options } = parseArgs({
  options: {
    reports: { type: "string", default: "10000,100000" },
    only: { type: "string" },
  },
})
/** Megabytes of heap for a million reports with their happenings. */
const HEAP = "--max-old-space-size=12288"

interface Measure {
  readonly reports: number
  readonly made: number
  readonly happenings: number
  readonly seconds: number
  /** Peak resident memory of the process, and what of it the made-up reports take, in bytes. */
  readonly memory: number
  readonly corpus: number
}

function measure(reports: number): Measure {
  const { events, documents, happenings: made } = syntheticReports(reports)
  const corpus = process.memoryUsage().rss
  const begun = performance.now()
  const happenings = linkEvents(events, { documents }).length
  const seconds = (performance.now() - begun) / 1000
  return { reports, made, happenings, seconds, memory: process.resourceUsage().maxRSS * 1024, corpus }
}

function measureApart(reports: number): Measure {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [HEAP, "--import", "tsx", import.meta.filename, "--only", String(reports)],
    { encoding: "utf8" },
  )
  if (status !== 0) throw new Error(`${reports} reports: ${stderr.slice(-2000)}`)
  return JSON.parse(stdout) as Measure
}

/** Slope of log time over log size by least squares: 1 is linear. */
function exponent(measures: readonly Measure[]): number {
  const points = measures.map(({ reports, seconds }) => [Math.log(reports), Math.log(seconds)] as const)
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

function report(measures: readonly Measure[]): void {
  const table = new Table({
    style: { head: [], border: [] },
    head: [
      "reports",
      "made from",
      "happenings",
      "seconds",
      "µs a report",
      "peak memory",
      "of it the reports",
    ],
  })
  for (const { reports, made, happenings, seconds, memory, corpus } of measures)
    table.push([
      ...[reports, made, happenings].map((count) => count.toLocaleString("en-US")),
      seconds.toFixed(2),
      ((seconds / reports) * 1e6).toFixed(1),
      ...[memory, corpus].map((bytes) => `${Math.round(bytes / 1e6)} MB`),
    ])
  console.log(table.toString())
  if (measures.length > 1)
    console.log(`Time grows with the number of reports to the power of ${exponent(measures).toFixed(2)}.`)
}

if (options.only !== undefined) process.stdout.write(JSON.stringify(measure(Number(options.only))))
else report(options.reports.split(",").map((count) => measureApart(Number(count))))
