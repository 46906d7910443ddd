import assert from "node:assert/strict"
import { test } from "node:test"
import { openStore } from "../../src/store/index.ts"
import { buildEvent } from "../happening/build-event.ts"

const reading = (id: string, status: "planned" | "occurred") => ({
  article: { id, text: `He arrived in Beijing, says ${id}.`, published: "2023-12-03" },
  events: [
    buildEvent({
      id: `${id} 0`,
      document: id,
      actors: ["Alexander Lukashenko/BLR"],
      recipients: ["CHN"],
      status,
    }),
  ],
})

async function fingerprintOf(batches: readonly (readonly ReturnType<typeof reading>[])[]): Promise<string> {
  const store = await openStore(":memory:")
  try {
    for (const batch of batches) await store.putBatch(batch, { coder: "chancery test" })
    return await store.fingerprint()
  } finally {
    await store.close()
  }
}

test("two records of the same articles have the same fingerprint, in whatever order they came", async () => {
  const [a, b] = [reading("a", "occurred"), reading("b", "planned")]
  const together = await fingerprintOf([[a, b]])
  assert.match(together, /^[0-9a-f]{12}$/)
  assert.equal(await fingerprintOf([[b], [a]]), together)
})

test("an article more, or one coded otherwise, is another version of the data", async () => {
  const one = await fingerprintOf([[reading("a", "occurred")]])
  assert.notEqual(await fingerprintOf([[reading("a", "occurred"), reading("b", "occurred")]]), one)
  assert.notEqual(await fingerprintOf([[reading("a", "planned")]]), one)
})
