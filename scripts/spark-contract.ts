// `npm run spark:contract [-- --articles N --partitions 4,37 --chancery COMMAND]`: the same generated articles through one process,
// through worker threads and through Spark over two executors; every row of every table must be the same. Prints what each took.
import { spawnSync } from "node:child_process"
import { createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import Table from "cli-table3"
import { proseArticles } from "./bench/prose.ts"
import { ROOT } from "./bench/sample.ts"
import { compareRecords, compareWithRecord } from "./spark/compare.ts"
import { ensureSpark } from "./spark/environment.ts"
import { submit } from "./spark/submit.ts"

const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "20000" },
    days: { type: "string", default: "365" },
    partitions: { type: "string", default: "4,37" },
    short: { type: "boolean", default: false },
    mode: { type: "string", default: "accurate" },
    seconds: { type: "string", default: "120" },
    master: { type: "string", default: "local-cluster[2,1,2048]" },
    chancery: { type: "string", default: `${process.execPath} ${join(ROOT, "dist/app/cli/main.js")}` },
  },
})

function runInto(record: string, input: string, workers: number): number {
  const begun = performance.now()
  const { status, stderr } = spawnSync(
    `${options.chancery} run "${input}" --store "${record}" --workers ${workers} --mode ${options.mode}`,
    { shell: true, encoding: "utf8" },
  )
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - begun) / 1000
}

const folder = mkdtempSync(join(tmpdir(), "chancery-contract-"))
const table = new Table({
  style: { head: [], border: [] },
  head: ["how", "seconds", "articles/s", "rows compared", "different"],
})
const articles = Number(options.articles)
let different = 0
const tell = (
  how: string,
  seconds: number,
  compared?: Awaited<ReturnType<typeof compareWithRecord>>,
): void => {
  const differences = compared?.reduce((sum, { missing, surplus }) => sum + missing + surplus, 0) ?? 0
  different += differences
  const rows = compared?.reduce((sum, each) => sum + each.rows, 0)
  table.push([
    how,
    seconds.toFixed(1),
    (articles / seconds).toFixed(1),
    rows ?? "",
    compared ? differences : "",
  ])
  for (const each of compared ?? [])
    if (each.missing + each.surplus > 0)
      process.stderr.write(`${how}: ${each.table}: ${each.missing} rows missing, ${each.surplus} surplus\n`)
  process.stderr.write(`${how}: ${seconds.toFixed(1)} s\n`)
}
try {
  const spark = ensureSpark()
  const input = join(folder, "articles.jsonl")
  await pipeline(
    Readable.from(proseArticles({ articles, days: Number(options.days), short: options.short })).map(
      (article) => `${JSON.stringify(article)}\n`,
    ),
    createWriteStream(input),
  )
  const record = join(folder, "one.duckdb")
  tell("one process", runInto(record, input, 1))
  const threads = join(folder, "threads.duckdb")
  const seconds = runInto(threads, input, 2)
  tell("worker threads", seconds, await compareRecords(threads, record))
  for (const partitions of options.partitions.split(",").map(Number)) {
    const lake = join(folder, `lake-${partitions}`)
    const outcome = await submit(spark, {
      ...{ inputs: [input], lake, partitions, master: options.master, chancery: options.chancery },
      ...{ seconds: Number(options.seconds), mode: options.mode },
    })
    if (outcome.status !== 0) throw new Error(outcome.stderr.slice(-4000))
    tell(`Spark, ${partitions} partitions`, outcome.seconds, await compareWithRecord(lake, record))
  }
  console.log(table.toString())
  console.log(`${articles} articles; ${different === 0 ? "identical" : `${different} rows differ`}.`)
  process.exitCode = different === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
