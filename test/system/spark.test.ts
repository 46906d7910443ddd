import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { proseArticles } from "../../scripts/bench/prose.ts"
import { compareWithRecord, queryRows } from "../../scripts/spark/compare.ts"
import { ensureSpark, type SparkEnvironment } from "../../scripts/spark/environment.ts"
import { type SparkOutcome, submit } from "../../scripts/spark/submit.ts"
import { COMMAND, chancery, jsonLines } from "../app/cli/chancery.ts"
import { articleRecord, packed, warcRecord } from "../app/documents/warc-fixture.ts"

const ARTICLES = 160
const IN_PARQUET = 20
/** Long enough for a start on a busy machine, short enough for a test. */
const SECONDS = Number(process.env.CHANCERY_SPARK_SECONDS ?? 30)

const folder = mkdtempSync(join(tmpdir(), "chancery-spark-"))
after(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string): string => join(folder, name)

const articles = [...proseArticles({ articles: ARTICLES, days: 40, from: "2023-01-20" })]
const [first, second, third] = articles
const marked = (id: string, mark: string) => ({ ...first!, id, text: `${mark} ${first!.text}` })
/** Documents that do something to their worker and are coded in the end. */
const SURVIVED = [
  marked("slow", "[[slow once]]"),
  marked("worker", "[[worker]]"),
  marked("executor", "[[executor]]"),
]
const LOST = [marked("crash", "[[crash]]"), marked("hang", "[[hang]]")]
const POISONED = ['{"id": "broken", "text": "Esto', '{"id": "textless", "title": "Nothing"}', "[1, 2]"]

const lake = file("lake")
let spark: SparkEnvironment
let outcome: SparkOutcome

const runSpark = (inputs: readonly string[]): Promise<SparkOutcome> =>
  submit(spark, {
    ...{ inputs, lake, partitions: 5, master: "local-cluster[2,1,1024]", seconds: SECONDS },
    chancery: `${process.execPath} ${join(import.meta.dirname, "spark/faulty-command.mjs")} ${COMMAND}`,
    settings: {
      "spark.executorEnv.FAULTS": file("faults"),
      "spark.speculation": "true",
      "spark.speculation.quantile": "0.4",
      "spark.speculation.multiplier": "1.2",
      "spark.speculation.minTaskRuntime": "3s",
      "spark.excludeOnFailure.enabled": "false",
    },
  })

const rows = (table: string, columns: string): ReturnType<typeof queryRows> =>
  queryRows(
    `SELECT ${columns} FROM read_parquet('${lake}/${table}/**/*.parquet', hive_partitioning = false) ORDER BY ALL`,
  )

before(async () => {
  spark = ensureSpark()
  mkdirSync(file("faults"))
  const good = [...articles.slice(0, -IN_PARQUET), ...SURVIVED]
  writeFileSync(file("good.jsonl"), jsonLines(good))
  // The same line again, and the same document in another line.
  const again = `${JSON.stringify(second)}\n${JSON.stringify({ ...third, language: undefined }, null, 1).replaceAll("\n", "")}\n`
  const mixed = jsonLines(good.flatMap((article, at) => [article, ...(LOST[at - 50] ? [LOST[at - 50]] : [])]))
  writeFileSync(file("mixed.jsonl"), `${mixed}${again}\n${POISONED.join("\n")}\n`)
  writeFileSync(file("rest.jsonl"), jsonLines(articles.slice(-IN_PARQUET)))
  const request = warcRecord("request", "https://harbour.example/1", Buffer.from("GET /1 HTTP/1.1\r\n\r\n"))
  writeFileSync(
    file("pages.warc.gz"),
    packed([request, articleRecord(1), articleRecord(2), articleRecord(3)]),
  )
  await queryRows(
    `COPY (SELECT * FROM read_json('${file("rest.jsonl")}', columns = {id: 'VARCHAR', title: 'VARCHAR', text: 'VARCHAR', published: 'VARCHAR', publisher: 'STRUCT(name VARCHAR, domain VARCHAR)'}))
     TO '${file("rest.parquet")}' (FORMAT parquet)`,
  )
  const one = chancery([
    "run",
    file("good.jsonl"),
    file("rest.jsonl"),
    file("pages.warc.gz"),
    "--store",
    file("one.duckdb"),
    "--workers",
    "1",
  ])
  assert.equal(one.status, 0, one.stderr)
  outcome = await runSpark([file("mixed.jsonl"), file("rest.parquet"), file("pages.warc.gz")])
})

test("a lake made by Spark from JSONL, Parquet and WARC holds the rows of one process, whatever befell its workers", async () => {
  assert.equal(outcome.status, 0, outcome.stderr.slice(-6000))
  const compared = await compareWithRecord(lake, file("one.duckdb"))
  assert.ok(compared.every(({ rows: count }) => count > 0))
  assert.deepEqual(
    compared.filter(({ missing, surplus }) => missing + surplus > 0),
    [],
  )
})

test("lines on which the coder dies or hangs, and lines that are no documents, are in the table of rejects with their reason", async () => {
  const rejects = await rows("rejects", "line, reason")
  const reasonOf = (part: string) => String(rejects.find(({ line }) => String(line).includes(part))?.reason)
  assert.equal(rejects.length, LOST.length + POISONED.length)
  assert.match(reasonOf("[[crash]]"), /ended on it with exit code 9/)
  assert.match(reasonOf("[[hang]]"), /silent for \d+ s/)
  assert.match(reasonOf("broken"), /not valid JSON/)
  assert.match(reasonOf("textless"), /"text" is missing/)
})

test("the faults took place: a worker and an executor were killed, a coder crashed and one hung, and each was tried again", () => {
  const attempts = readFileSync(file("faults/attempts"), "utf8").split("\n")
  const count = (id: string): number => attempts.filter((line) => line.includes(`"id":"${id}"`)).length
  for (const id of ["worker", "executor", "crash", "hang"])
    assert.ok(count(id) >= 2, `${id} was attempted ${count(id)} times`)
  // Whether Spark speculates on the slow task depends on when a slot is free.
  assert.ok(count("slow") >= 1)
})

test("a second run over the same documents codes nothing anew", async () => {
  const before = readFileSync(file("faults/attempts"), "utf8")
  const outcome = await runSpark([file("rest.parquet")])
  assert.equal(outcome.status, 0, outcome.stderr.slice(-6000))
  assert.equal(readFileSync(file("faults/attempts"), "utf8"), before)
  const compared = await compareWithRecord(lake, file("one.duckdb"))
  assert.deepEqual(
    compared.filter(({ missing, surplus }) => missing + surplus > 0),
    [],
  )
})

test("the driver is typed, and free of what its checkers find; its own tests pass", () => {
  const driver = join(import.meta.dirname, "../../spark")
  for (const [tool, ...args] of [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy", "chancery_spark", "run.py"],
    ["python", "-m", "unittest", "tests.test_processes"],
  ] as const) {
    const { status, stdout, stderr } = spawnSync(join(driver, ".venv/bin", tool), args, {
      cwd: driver,
      encoding: "utf8",
    })
    assert.equal(status, 0, `${stdout}${stderr}`)
  }
})
