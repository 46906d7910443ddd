import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { openStore } from "../../src/store/index.ts"
import { READINGS } from "../server/example-record.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-writes-"))
after(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, "record.duckdb")
const BY = { coder: "chancery test", time: "2023-12-05T00:00:00.000Z" }

test("every step that writes is counted in the record itself, and nothing that only reads", async () => {
  const store = await openStore(path)
  const counted = [await store.writes()]
  const steps = [
    () => store.putBatch(READINGS, BY),
    () => store.relink(createRecordLinker(createOutlets([]))),
    () => store.indexTexts(),
  ]
  for (const step of steps) {
    await step()
    counted.push(await store.writes())
  }
  assert.equal(new Set(counted).size, steps.length + 1, String(counted))
  await store.summary()
  await store.pairHappenings("BLR-CHN")
  for await (const _report of store.exportReports({}));
  assert.equal(await store.writes(), counted.at(-1))
  await store.close()
  const reader = await openStore(path, { readOnly: true })
  assert.equal(await reader.writes(), counted.at(-1))
  await reader.close()
})

test("happenings of what was stored last are found from a place on, and none twice", async () => {
  const store = await openStore(":memory:")
  const linker = createRecordLinker(createOutlets([]))
  await store.putBatch(READINGS.slice(0, 3), BY)
  await store.relink(linker)
  const before = await store.lastStored()
  assert.deepEqual(await store.happeningsStored(before, 10), [])
  await store.putBatch(READINGS.slice(3), { ...BY, time: "2023-12-06T00:00:00.000Z" })
  await store.relink(linker)
  const all = await store.happeningsStored(before, 10)
  assert.deepEqual(all.map(({ headline }) => headline).sort(), [
    "A trade deal is promised.",
    "Kyiv accused Moscow.",
  ])
  const [first, second] = all
  const place = { at: first!.stored, id: first!.happening.id }
  assert.deepEqual(await store.happeningsStored(place, 10), [second])
  await store.close()
})
