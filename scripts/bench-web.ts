// `npm run bench:web [-- --events N --pair N --store FILE]`: how long the server takes for what the pages ask, over a made-up record of
// so many events in which one pair has so many happenings. Medians of five after one to warm up; a record that is there is used again.
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { bundledData } from "../src/app/bundled-data.ts"
import { createServer } from "../src/app/server/create-server.ts"
import { loadCodebook } from "../src/codebook/codebook.ts"
import { loadCountryNames } from "../src/codebook/country-names.ts"
import { createOutlets } from "../src/codebook/outlets.ts"
import { openStore } from "../src/store/index.ts"
import { makeRecord } from "./bench/made-record.ts"

const { values: options } = parseArgs({
  options: {
    events: { type: "string", default: "1000000" },
    pair: { type: "string", default: "100000" },
    memory: { type: "string", default: "1GB" },
    rounds: { type: "string", default: "5" },
    only: { type: "string" },
    store: { type: "string" },
  },
})
const rounds = Number(options.rounds)
const PAIR = "XAA-XAB"
const ASKED: Readonly<Record<string, string>> = {
  "Today, the last week": "today",
  "Today, a month": "today?from=2025-12-01",
  "Pairs (overview)": "pairs",
  Summary: "summary",
  "Pair: first page": `pairs/${PAIR}?limit=100&offset=0`,
  "Pair: index by month": `pairs/${PAIR}/relation?by=month`,
  "Pair: index by year": `pairs/${PAIR}/relation?by=year`,
  "Pair: ledger": `pairs/${PAIR}/ledger`,
  Leaders: "leaders",
  Network: "network",
  Sources: "sources",
}

interface Timing {
  readonly first: number
  readonly median: number
  /** Processor time of this process, of all its threads: what a busy machine cannot stretch. */
  readonly processor: number
  readonly bytes: number
}

async function timed(ask: () => Promise<number>): Promise<Timing> {
  const times: number[] = []
  const processor: number[] = []
  let bytes = 0
  for (let round = 0; round <= rounds; round++) {
    const [begun, used] = [performance.now(), process.cpuUsage()]
    bytes = await ask()
    const { user, system } = process.cpuUsage(used)
    times.push(performance.now() - begun)
    processor.push((user + system) / 1000)
  }
  const middle = (all: number[]): number => all.slice(1).sort((a, b) => a - b)[rounds >> 1] ?? all[0]!
  return { first: times[0]!, median: middle(times), processor: middle(processor), bytes }
}

const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"))
try {
  const path = options.store ?? join(folder, "record.duckdb")
  const begun = performance.now()
  if (!existsSync(path))
    await makeRecord(path, { events: Number(options.events), largestPair: Number(options.pair) })
  process.stderr.write(`made in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`)
  const store = await openStore(path, { readOnly: true, memoryLimit: options.memory })
  const server = await createServer({
    store,
    outlets: createOutlets([]),
    codebook: loadCodebook(bundledData),
    countryName: loadCountryNames(bundledData),
  })
  const table = new Table({
    style: { head: [], border: [] },
    head: ["asked", "first ms", "median ms", "processor ms", "kB"],
  })
  for (const [what, address] of Object.entries(ASKED)) {
    if (options.only !== undefined && !what.includes(options.only)) continue
    const { first, median, processor, bytes } = await timed(async () => {
      const answer = await server.inject(`/api/v1/${address}`)
      if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.body}`)
      return answer.rawPayload.length
    })
    table.push([what, ...[first, median, processor, bytes / 1000].map((number) => number.toFixed(0))])
  }
  await server.close()
  await store.close()
  console.log(table.toString())
  console.log(
    `${Number(options.events).toLocaleString("en-US")} events, ${Number(options.pair).toLocaleString("en-US")} happenings of one pair and more, ${Math.round(statSync(path).size / 1e6)} MB, memory limit ${options.memory}; Node ${process.version}.`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
