// `npm run bench:import [-- --rows N]`: how fast generated GDELT 2.0 rows come into a store, on one thread.
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { importDatasets } from "../src/app/datasets/import-datasets.ts"
import { loadLookups } from "../src/app/datasets/lookups.ts"
import { openStore } from "../src/store/index.ts"
import { writeGdeltRows } from "./bench/gdelt-rows.ts"
import { processorSeconds } from "./bench/processor-time.ts"

const { values: options } = parseArgs({ options: { rows: { type: "string", default: "500000" } } })
const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"))
try {
  const file = join(folder, "events.export.CSV")
  await writeGdeltRows(file, Number(options.rows))
  const megabytes = statSync(file).size / 1e6
  const store = await openStore(join(folder, "record.duckdb"), { threads: 1 })
  const lookups = loadLookups()
  const before = processorSeconds()
  const begun = performance.now()
  for await (const { rows, rejected } of importDatasets(store, file, { lookups }))
    if (rejected.length > 0 || rows !== Number(options.rows))
      throw new Error(`${rejected.length} rows were rejected`)
  const seconds = (performance.now() - begun) / 1000
  const cpu = processorSeconds() - before
  const asked = performance.now()
  const series = await store.pairDatasets("BLR-CHN")
  const milliseconds = performance.now() - asked
  await store.close()
  const rate = (time: number): string => Math.round(Number(options.rows) / time).toLocaleString("en-US")
  console.log(
    [
      `${options.rows} rows, ${megabytes.toFixed(0)} MB: ${rate(cpu)} rows a second of processor time, ${rate(seconds)} by the clock`,
      `one pair's series (${series[0]?.events} events): ${milliseconds.toFixed(0)} ms`,
      `store ${(statSync(join(folder, "record.duckdb")).size / 1e6).toFixed(0)} MB, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; Node ${process.version}`,
    ].join("\n"),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
