import assert from "node:assert/strict"
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { after, test } from "node:test"
import { setTimeout } from "node:timers/promises"
import type { Summary } from "../../src/view/api.ts"

const ROOT = resolve(import.meta.dirname, "../..")
const EXAMPLES = readdirSync(join(ROOT, "examples/news")).length
/** How long a start may take that finds everything done, on a busy machine: three times what it takes on a quiet one. */
const SECOND_START_MS = 9000
const folder = mkdtempSync(join(tmpdir(), "chancery-start-"))
const running: ChildProcess[] = []
after(() => {
  for (const { pid, exitCode, signalCode } of running)
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

/** Starts as a user would, and gives the summary of the page's record and a way to end it. */
async function start(paths: readonly string[]) {
  const begun = performance.now()
  const command = spawn("npm", ["start", "--silent", "--", ...paths], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CHANCERY_FOLDER: folder, PORT: "0" },
  })
  running.push(command)
  const closed = new Promise<void>((done) => command.on("close", () => done()))
  let output = ""
  for (const stream of [command.stdout, command.stderr]) stream.on("data", (chunk) => (output += chunk))
  const address = /http:\/\/127\.0\.0\.1:\d+\//
  while (!address.test(output)) {
    assert.equal(command.exitCode, null, output)
    await setTimeout(50)
  }
  const milliseconds = performance.now() - begun
  const url = address.exec(output)![0]
  const summary = (await (await fetch(`${url}api/v1/summary`)).json()) as Summary
  const page = await (await fetch(url)).text()
  const stop = async () => {
    process.kill(-command.pid!, "SIGINT")
    await closed
  }
  return { summary, page, output, milliseconds, stop }
}

test("the first start codes the examples and serves the page; the second finds them there", async () => {
  const first = await start([])
  assert.equal(first.summary.documents, EXAMPLES)
  assert.ok(first.summary.events > EXAMPLES)
  assert.match(first.output, new RegExp(`${EXAMPLES} documents stored`))
  assert.match(first.page, /<div id="root"/)
  await first.stop()
  assert.equal(existsSync(join(folder, "chancery.duckdb.wal")), false, "the store was not closed")
  const second = await start([])
  assert.deepEqual(second.summary, first.summary)
  assert.match(second.output, new RegExp(`0 documents stored, ${EXAMPLES} there already`))
  assert.ok(second.milliseconds < SECOND_START_MS, `${second.milliseconds} ms`)
  await second.stop()
})

test("the user's own files go into a record of their own", async () => {
  const file = join(folder, "article.txt")
  writeFileSync(file, "Talks\n4 March 2022\n\nEstonia condemned Russia on Friday.\n")
  const own = await start([file])
  assert.equal(own.summary.documents, 1)
  await own.stop()
})
