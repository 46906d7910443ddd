// `npm run bench:search [-- --articles N]`: how long queries over generated articles take, and how long indexing them does.
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { openStore, parseQuery, type StoredReading } from "../src/store/index.ts"
import { generatedArticles } from "./bench/articles.ts"
import { processorSeconds } from "./bench/processor-time.ts"

const QUERIES = [
  "sanctions",
  '"joint statement"',
  '"state visit" Minsk Beijing',
  "sanction*",
  "bab*",
  "the of and",
  '"of the"',
  "sanctions -Minsk",
  "Minsk OR Vilnius",
  "sanctions outlet:outlet7.example from:2021 to:2022-06",
]
const ROUNDS = 15
const BATCH = 512
const { values: options } = parseArgs({ options: { articles: { type: "string", default: "100000" } } })
const folder = mkdtempSync(join(tmpdir(), "chancery-bench-"))
const path = join(folder, "record.duckdb")
try {
  const store = await openStore(path)
  let batch: StoredReading[] = []
  for (const reading of generatedArticles(Number(options.articles))) {
    batch.push(reading)
    if (batch.length < BATCH) continue
    await store.putBatch(batch, { coder: "bench" })
    batch = []
  }
  await store.putBatch(batch, { coder: "bench" })
  const before = statSync(path).size
  const begun = performance.now()
  const indexed = await store.indexTexts()
  const seconds = (performance.now() - begun) / 1000
  const table = new Table({
    head: ["query", "found", "median ms", "slowest ms", "processor ms"],
    style: { head: [], border: [] },
  })
  for (const text of QUERIES) {
    const request = {
      query: parseQuery(text),
      scope: "articles",
      order: "relevance",
      page: { limit: 10, offset: 0 },
    } as const
    let total = 0
    const times: number[] = []
    const before = processorSeconds()
    for (let round = 0; round < ROUNDS; round++) {
      const asked = performance.now()
      total = (await store.search(request)).total
      times.push(performance.now() - asked)
    }
    const processor = ((processorSeconds() - before) * 1000) / ROUNDS
    times.sort((a, b) => a - b)
    table.push([text, total, times[ROUNDS >> 1]!.toFixed(1), times.at(-1)!.toFixed(1), processor.toFixed(1)])
  }
  await store.close()
  console.log(table.toString())
  console.log(
    `${indexed} articles indexed in ${seconds.toFixed(0)} s (${Math.round(indexed / seconds)}/s); index ${((statSync(path).size - before) / 1e6).toFixed(0)} MB beside ${(before / 1e6).toFixed(0)} MB; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; Node ${process.version}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
