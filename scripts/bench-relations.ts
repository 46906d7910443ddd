// `npm run bench:relations [-- --happenings N]`: how long the queries behind the pages of relations take over a record of so many
// happenings. They are made by SQL, with the spread of news: few pairs make most of it. Medians of five after one to warm up.
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { DuckDBInstance } from "@duckdb/node-api"
import Table from "cli-table3"
import { bundledData } from "../src/app/bundled-data.ts"
import { loadCodebook } from "../src/codebook/codebook.ts"
import { pairSeries, standingWeights } from "../src/relation/index.ts"
import { openStore, type Store } from "../src/store/index.ts"

const ROUNDS = 5
const YEAR = { from: "2023-01-01", to: "2023-12-31" }
/** Days that a happening may span and still stand in a month. */
const LONGEST_SPAN = 31
const { values: options } = parseArgs({
  options: {
    happenings: { type: "string", default: "10000000" },
    memory: { type: "string", default: "1GB" },
  },
})
const count = Number(options.happenings)

/** Twenty years of happenings between 100 states; the square of a random number makes some take part far more often. */
const MADE = `
  CREATE TEMP TABLE made AS SELECT
    'h' || lpad(hex(hash(n)), 16, '0') AS id, n,
    'S' || lpad((floor(random() ** 3 * 100))::INTEGER::VARCHAR, 2, '0') AS a,
    'S' || lpad((floor(random() ** 2 * 100))::INTEGER::VARCHAR, 2, '0') AS b,
    DATE '2006-01-01' + (random() * 7300)::INTEGER AS day, (random() * 9)::INTEGER AS kind,
    1 + (random() ** 4 * 9)::INTEGER AS owners
  FROM range(${count}) numbers(n)`
const HAPPENINGS = `
  INSERT INTO happenings (id, type, quad, score, status, start_day, end_day, reports, documents, owners, only_state_media, headline, happening, cameo, owner_list)
  SELECT id, ['CONSULT','AGREE','SUPPORT','COOPERATE','AID','ACCUSE','REJECT','SANCTION','COERCE','ASSAULT'][kind + 1],
    ['verbal cooperation','verbal cooperation','verbal cooperation','material cooperation','material cooperation','verbal conflict','verbal conflict','material conflict','material conflict','material conflict'][kind + 1],
    [2.5, 3, 2, 5, 6, -2, -3, -6, -7, -9][kind + 1], CASE WHEN n % 7 = 0 THEN 'planned' ELSE 'occurred' END,
    day, day, owners + 1, owners + 1, owners, n % 11 = 0, 'made up', '{}', '040', '[]'
  FROM made`
const PAIRS = `
  INSERT INTO happening_pairs
  SELECT h.id, least(a, b) || '-' || greatest(a, b) AS pair, CASE WHEN a < b THEN 'forward' ELSE 'backward' END,
    h.type, h.mode, h.quad, h.score, h.cameo, h.status, h.start_day, h.end_day, h.reports, h.owners, h.owner_list, h.only_state_media, h.told_only_by
  FROM made m JOIN happenings h ON h.id = m.id WHERE a <> b ORDER BY pair, h.start_day, h.id`

async function makeRecord(path: string): Promise<void> {
  await (await openStore(path)).close()
  const instance = await DuckDBInstance.create(path, { memory_limit: "4GB", threads: "2" })
  const connection = await instance.connect()
  await connection.run("SELECT setseed(0.42)")
  for (const sql of [MADE, HAPPENINGS, PAIRS, "CHECKPOINT"]) await connection.run(sql)
  connection.closeSync()
  instance.closeSync()
}

/** Every pair with the number of its happenings, the largest first. */
async function largestPairs(path: string): Promise<(readonly [string, number])[]> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" })
  const connection = await instance.connect()
  const rows = await connection.runAndReadAll(
    "SELECT pair, count(*)::INTEGER AS happenings FROM happening_pairs GROUP BY pair ORDER BY happenings DESC, pair",
  )
  const pairs = rows
    .getRowObjectsJS()
    .map(({ pair, happenings }) => [String(pair), Number(happenings)] as const)
  connection.closeSync()
  instance.closeSync()
  return pairs
}

/** Milliseconds that passed, and milliseconds of processor time on all cores: of a busy machine the second tells more. */
async function median(work: () => Promise<unknown>): Promise<[string, string]> {
  const times: number[] = []
  const used: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage()
    const begun = performance.now()
    await work()
    if (round === 0) continue
    times.push(performance.now() - begun)
    const { user, system } = process.cpuUsage(before)
    used.push((user + system) / 1000)
  }
  return [middle(times), middle(used)]
}

const middle = (numbers: number[]): string => numbers.sort((a, b) => a - b)[ROUNDS >> 1]!.toFixed(0)

const standing = standingWeights(loadCodebook(bundledData))
const weighing = Object.values(standing)[0]!

async function series(store: Store, pair: string): Promise<void> {
  const acts = await store.pairActs(pair)
  pairSeries(acts, { pair, by: "month", weighing, standing })
}

const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"))
try {
  const path = join(folder, "record.duckdb")
  const begun = performance.now()
  await makeRecord(path)
  process.stderr.write(`made in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`)
  const pairs = await largestPairs(path)
  const store = await openStore(path, { readOnly: true, memoryLimit: options.memory })
  const some = [pairs[0]!, pairs[pairs.length >> 1]!]
  const table = new Table({
    style: { head: [], border: [] },
    head: ["what", "happenings", "ms", "ms of processor time"],
  })
  for (const [pair, happenings] of some) {
    const counted = () => store.pairTallies({ pair, longestSpan: LONGEST_SPAN })
    table.push([`months of ${pair}, counted`, happenings, ...(await median(counted))])
    table.push([`its acts, one by one`, happenings, ...(await median(() => store.pairActs(pair)))])
    table.push([
      `its series with bands, from these`,
      happenings,
      ...(await median(() => series(store, pair))),
    ])
  }
  const year = () => store.pairTallies({ ...YEAR, longestSpan: LONGEST_SPAN })
  table.push(["all pairs in a year", pairs.length, ...(await median(year))])
  await store.close()
  console.log(table.toString())
  console.log(
    `${count.toLocaleString("en-US")} happenings, ${Math.round(statSync(path).size / 1e6)} MB, memory limit ${options.memory}; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; Node ${process.version}.`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
