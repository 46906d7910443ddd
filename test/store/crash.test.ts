import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { openStore } from "../../src/store/index.ts"
import { DOCUMENTS_A_BATCH, EVENTS_A_DOCUMENT } from "./crash-batches.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-crash-"))
after(() => rmSync(folder, { recursive: true, force: true }))
const WRITER = join(import.meta.dirname, "write-batches.ts")
const CRASHES = 5

/** A linear congruential generator: the same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Lets the writer go on from a batch, kills it some time after so many acknowledgements; gives the last one. */
function writeUntilKilled(
  path: string,
  first: number,
  acknowledgements: number,
  delay: number,
): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", WRITER, path, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  let output = ""
  let armed = false
  child.stdout.on("data", (chunk) => {
    output += chunk
    if (armed || output.split("\n").length <= acknowledgements) return
    armed = true
    setTimeout(() => child.kill("SIGKILL"), delay)
  })
  return new Promise((resolve, reject) => {
    child.on("close", (code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`the writer ended by itself: ${code}`))
      const complete = output.slice(0, output.lastIndexOf("\n"))
      resolve(Number(complete.slice(complete.lastIndexOf(" ") + 1)))
    })
  })
}

test("killed at any moment, the record keeps every acknowledged document and no half of one", async () => {
  const path = join(folder, "record.duckdb")
  const random = seeded(20231203)
  let next = 0
  for (let crash = 0; crash < CRASHES; crash++) {
    const acknowledged = await writeUntilKilled(path, next, 1 + Math.floor(random() * 5), random() * 60)
    const store = await openStore(path)
    const { documents, events } = await store.summary()
    assert.equal(documents % DOCUMENTS_A_BATCH, 0, "a batch was written in part")
    assert.equal(events, documents * EVENTS_A_DOCUMENT, "a document without all of its events")
    assert.ok(documents >= (acknowledged + 1) * DOCUMENTS_A_BATCH, "an acknowledged batch is missing")
    assert.ok(
      documents <= (acknowledged + 2) * DOCUMENTS_A_BATCH,
      "more than the one batch that was under way",
    )
    for (const id of [
      `batch ${acknowledged} document 0`,
      `batch ${acknowledged} document ${DOCUMENTS_A_BATCH - 1}`,
    ])
      assert.equal((await store.document(id))?.coded.length, EVENTS_A_DOCUMENT)
    for await (const happening of store.happenings()) assert.ok(happening.events.length > 0)
    await store.close()
    next = documents / DOCUMENTS_A_BATCH
  }
})
