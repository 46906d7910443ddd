import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import fc from "fast-check"
import { isProblem, openRecord } from "../../src/app/open-record.ts"
import { openSharedRecord } from "../../src/app/shared-record.ts"
import { openStore, type StoredReading, StoreError } from "../../src/store/index.ts"
import { lockedError } from "../../src/store/lock-holder.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-shared-"))
after(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

const BY = { coder: "chancery test" }
const reading = (id: string): StoredReading => ({ article: { id, text: `Text of ${id}.` }, events: [] })

async function newRecord(...ids: string[]): Promise<string> {
  const path = join(folder, `record-${++files}.duckdb`)
  const store = await openStore(path)
  await store.putBatch(ids.map(reading), BY)
  await store.close()
  return path
}

test("a record that is open for reading says so to whoever writes, and is as it was", async () => {
  const path = await newRecord("a")
  const store = await openRecord(path)
  await assert.rejects(
    store.putBatch([reading("b")], BY),
    (error) => error instanceof StoreError && isProblem(error, "read only"),
  )
  assert.equal((await store.summary()).documents, 1)
  await store.close()
})

test("a shared record takes in whatever is written while others read it, in any order, and loses nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("read", "write", "stream"), { maxLength: 12 }),
      async (steps) => {
        const shared = await openSharedRecord(await newRecord("first"))
        const work = steps.map(async (step, at) => {
          if (step === "write") await shared.putBatch([reading(`written ${at}`)], BY)
          else if (step === "read") assert.ok((await shared.summary()).documents >= 1)
          else {
            const ids: string[] = []
            for await (const { article } of shared.exportDocuments({})) ids.push(article.id)
            assert.ok(ids.includes("first"))
          }
        })
        await Promise.all(work)
        const written = steps.filter((step) => step === "write").length
        assert.equal((await shared.summary()).documents, 1 + written)
        await shared.close()
      },
    ),
    { numRuns: 15 },
  )
})

test("who holds a record is named with its command, and never with its token", {
  skip: !existsSync("/proc/self/cmdline"),
}, async () => {
  const words = ["serve", "--token", "secret-a", "--token=secret-b", "--port", "80"]
  const holder = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "dist/main.js", ...words])
  try {
    await once(holder, "spawn")
    const cause = new Error(`Conflicting lock is held in /usr/bin/node (PID ${holder.pid}). See also`)
    assert.match(
      lockedError("record.duckdb", cause)?.message ?? "",
      /^record\.duckdb is in use by process \d+ \(chancery serve --token … --token=… --port 80\)\. /,
    )
  } finally {
    holder.kill("SIGKILL")
  }
})

test("an index that lags behind is brought up to date before a search", async () => {
  const path = await newRecord("a")
  const store = await openRecord(path, { searched: true })
  assert.equal(await store.isIndexed(), true)
  await store.close()
})
