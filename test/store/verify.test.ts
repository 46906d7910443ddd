import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { Database } from "../../src/store/database.ts"
import { openStore } from "../../src/store/index.ts"
import { buildEvent } from "../happening/build-event.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-verify-"))
after(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

const BY = { coder: "chancery test (1)", extractor: "reader test", time: "2024-01-02T03:04:05.000Z" }
const TEXT = "The two sides acted. So they said."

/** Fills a record, changes it behind its back, and gives what is found. */
async function findings(...damage: string[]): Promise<string[]> {
  const path = join(folder, `record-${++files}.duckdb`)
  const store = await openStore(path)
  const event = (id: string) =>
    buildEvent({
      id,
      document: "d",
      actors: ["BLR"],
      recipients: ["CHN"],
      date: "2023-12-03",
      evidence: "The two sides acted.",
    })
  const place = { text: "The", start: 0, end: 3 }
  await store.putBatch(
    [
      {
        article: { id: "d", text: TEXT },
        events: ["a", "b"].map((id) => ({
          ...event(id),
          actors: event(id).actors.map((actor) => ({ ...actor, ...place })),
          recipients: event(id).recipients.map((recipient) => ({ ...recipient, ...place })),
        })),
      },
    ],
    BY,
  )
  await store.relink(createRecordLinker(createOutlets([])))
  await store.indexTexts()
  await store.close()
  const database = await Database.open(path, {})
  await database.transaction(async (transaction) => {
    for (const statement of damage) await transaction.run(statement)
  })
  await database.close()
  const again = await openStore(path)
  const found: string[] = []
  const outcome = await again.verify(({ kind, id, problem }) => found.push(`${kind} ${id}: ${problem}`))
  await again.close()
  assert.equal(outcome.mismatches, found.length)
  return found
}

test("a record that was left alone agrees with itself", async () => {
  assert.deepEqual(await findings(), [])
})

test("a changed text is found by its hash and by every span that no longer stands there", async () => {
  const found = await findings(
    "UPDATE documents SET article = replace(article, 'The two sides', 'A few sides')",
  )
  assert.match(
    found[0]!,
    /^document d: its content has the hash [0-9a-f]{64}, and was stored with [0-9a-f]{64}$/,
  )
  assert.ok(
    found.includes(
      "event a: its evidence is “The two sides acted.”, but “A few sides acted. S” stands at 0 to 20",
    ),
  )
  assert.ok(found.some((line) => line.startsWith("event b: its actor is “The”, but “A f”")))
})

test("what is missing, double or left over is found", async () => {
  assert.deepEqual(await findings("DELETE FROM events WHERE id = 'b'"), [
    "document d: it has 1 events, and counts 2",
    "event b: participants are kept of it, and it is not there",
    "event b: event_keys are kept of it, and it is not there",
    ...(await findings("DELETE FROM events WHERE id = 'b'")).filter((line) => line.startsWith("happening")),
  ])
  assert.ok(
    (await findings("INSERT INTO events SELECT * FROM events WHERE id = 'a'")).includes(
      "event a: it is there more than once",
    ),
  )
  assert.ok((await findings("DELETE FROM documents")).includes(`event a: its document "d" is not there`))
  assert.ok(
    (await findings("UPDATE events SET status = 'denied' WHERE id = 'a'")).includes(
      "event a: its status is denied, and occurred in its JSON",
    ),
  )
  assert.ok(
    (await findings("DELETE FROM happening_events")).some((line) => /another number of reports/.test(line)),
  )
})

test("each document says what it came from, who read and coded it and when; a new coder replaces that", async () => {
  const store = await openStore(":memory:")
  const reading = { article: { id: "d", text: TEXT }, events: [] }
  await store.putBatch([reading], BY)
  const first = (await store.document("d"))!.provenance
  assert.deepEqual(
    { ...first, contentHash: first.contentHash.length },
    { document: "d", contentHash: 64, extractor: "reader test", coder: "chancery test (1)", stored: BY.time },
  )
  await store.putBatch([reading], { coder: "chancery test (2)" })
  const second = (await store.document("d"))!.provenance
  assert.deepEqual(second, { ...first, coder: "chancery test (2)", extractor: null, stored: null })
  await store.close()
})
