import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { writeGdeltRows } from "../../scripts/bench/gdelt-rows.ts"
import { seeded } from "../../scripts/bench/seeded.ts"
import { openStore } from "../../src/store/index.ts"
import { COMMAND, chancery, ROOT } from "../app/cli/chancery.ts"

/** `CHANCERY_CRASHES=50 npm test -- test/store/crash-commands.test.ts` for many; a few in every run. */
const CRASHES = Number(process.env.CHANCERY_CRASHES ?? 6)
const ROWS = 20_000

const folder = mkdtempSync(join(tmpdir(), "chancery-crashes-"))
after(() => rmSync(folder, { recursive: true, force: true }))
const news = join(folder, "news")
const rows = join(folder, "rows.export.CSV")
const whole = join(folder, "whole.duckdb")
const packed = join(folder, "packed")

before(async () => {
  mkdirSync(news)
  for (const name of readdirSync(join(ROOT, "examples/news")).sort().slice(0, 25))
    cpSync(join(ROOT, "examples/news", name), join(news, name))
  await writeGdeltRows(rows, ROWS)
  assert.equal(chancery(["run", news, "--store", whole]).status, 0)
  assert.equal(chancery(["export", "--package", packed, "--store", whole]).status, 0)
})

/** Commands that write, each with what it works on: the record that is being built, or the whole one. */
const COMMANDS: readonly ((store: string, round: number) => readonly string[])[] = [
  (store) => ["run", news, "--store", store, "--workers", "1"],
  (store) => ["import", rows, "--store", store],
  (store) => ["import", packed, "--store", store],
  (store) => ["search", "statement", "--store", store],
  (_, round) => ["export", "--out", join(folder, `out-${round}.jsonl`), "--store", whole],
  (_, round) => [
    "export",
    "--format",
    "parquet",
    "--out",
    join(folder, `out-${round}.parquet`),
    "--store",
    whole,
  ],
]

/** Starts a command and kills it after so long, unless it ends before; gives its signal. */
function runAndKill(args: readonly string[], delay: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: "ignore" })
  const timer = setTimeout(() => child.kill("SIGKILL"), delay)
  return new Promise((resolve) =>
    child.on("close", (_, signal) => {
      clearTimeout(timer)
      resolve(signal)
    }),
  )
}

/** How long an undisturbed command takes, so that the moments are spread over all of it. */
function timeOf(args: readonly string[]): number {
  const begun = performance.now()
  chancery([...args])
  return performance.now() - begun
}

async function assertSound(path: string): Promise<void> {
  const store = await openStore(path)
  const mismatches: unknown[] = []
  await store.verify((mismatch) => mismatches.push(mismatch))
  const files = await store.importedFiles()
  const series = await store.pairDatasets("BLR-CHN")
  await store.close()
  assert.deepEqual(mismatches, [])
  for (const { rows } of files) assert.equal(rows, ROWS, "a file was imported in part")
  assert.equal(series.length > 0, files.length > 0)
}

const exported = (store: string, table: string): string =>
  chancery(["export", "--table", table, "--store", store]).stdout

test("killed at any moment of any command, the record agrees with itself and ends as if nothing had been", async () => {
  const path = join(folder, "record.duckdb")
  const random = seeded(20231203)
  const times = COMMANDS.map((command, at) => timeOf(command(join(folder, `timed-${at}.duckdb`), 1000 + at)))
  let killed = 0
  for (let round = 0; round < CRASHES; round++) {
    const at = round % COMMANDS.length
    const signal = await runAndKill(COMMANDS[at]!(path, round), random() * times[at]! * 1.1)
    if (signal === "SIGKILL") killed++
    if (existsSync(path)) await assertSound(path)
    const out = join(folder, `out-${round}.jsonl`)
    if (existsSync(out)) assert.equal(readFileSync(out, "utf8"), exported(whole, "events"), "half an export")
  }
  assert.ok(killed > 0, "no command was killed")
  assert.equal(chancery(["import", packed, rows, "--store", path]).status, 0)
  assert.equal(chancery(["run", news, "--store", path]).status, 0)
  await assertSound(path)
  for (const table of ["events", "happenings"]) assert.equal(exported(path, table), exported(whole, table))
})

test("where there is no room left, the error says so, and what was stored stays", async () => {
  const path = join(folder, "full.duckdb")
  // Kilobytes that a file may have: less than the record needs.
  const { status, stderr } = spawnSync(
    "bash",
    ["-c", `ulimit -f 600; exec "$0" "$@"`, process.execPath, COMMAND, "run", news, "--store", path],
    { encoding: "utf8" },
  )
  assert.equal(status, 1)
  assert.match(
    stderr,
    /^chancery: .*full\.duckdb.*: File too large\. What was stored before stays.*run the command again/m,
  )
  assert.doesNotMatch(stderr, /\n\s+at /, "a full disk is no defect of ours")
  await assertSound(path)
  assert.equal(chancery(["run", news, "--store", path]).status, 0)
  assert.equal(exported(path, "events"), exported(whole, "events"))
})

/** A disk of so many kilobytes that goes with its process; undefined where this system lets us have none. */
const ON_SMALL_DISK = (kilobytes: number, script: string): readonly string[] => [
  "-rm",
  "bash",
  "-c",
  `mount -t tmpfs -o size=${kilobytes}k tmpfs "$1" || exit 99; ${script}`,
]
const disk = join(folder, "disk")
mkdirSync(disk)
const hasSmallDisks = spawnSync("unshare", [...ON_SMALL_DISK(64, "true"), "-", disk]).status === 0

test("on a disk that is full the error says so, and the record opens once there is room", {
  skip: hasSmallDisks ? false : "this system lets no test mount a disk of its own",
}, async () => {
  const saved = join(folder, "saved")
  mkdirSync(saved)
  const { status, stderr } = spawnSync(
    "unshare",
    [
      ...ON_SMALL_DISK(700, `"\${@:3}"; ended=$?; cp -r "$1"/. "$2"; exit $ended`),
      "-",
      ...[disk, saved, process.execPath, COMMAND, "run", news, "--store", join(disk, "record.duckdb")],
    ],
    { encoding: "utf8" },
  )
  assert.equal(status, 1, stderr)
  assert.match(
    stderr,
    /^chancery: .*record\.duckdb.*: No space left on device\. What was stored before stays/m,
  )
  const path = join(saved, "record.duckdb")
  await assertSound(path)
  assert.equal(chancery(["run", news, "--store", path]).status, 0)
  for (const table of ["events", "happenings"]) assert.equal(exported(path, table), exported(whole, table))
})

test("while one process holds the record the next is told which, and code needs no record", async () => {
  const path = join(folder, "held.duckdb")
  const store = await openStore(path)
  try {
    for (const args of [["run", news], ["search", "statement"], ["export"], ["verify"], ["import", rows]]) {
      const { status, stderr } = chancery([...args, "--store", path])
      assert.equal(status, 1)
      assert.match(stderr, new RegExp(`in use by process ${process.pid} `), args[0])
    }
    assert.equal(chancery(["code", news]).status, 0)
  } finally {
    await store.close()
  }
})
