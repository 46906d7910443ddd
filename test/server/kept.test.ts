import assert from "node:assert/strict"
import { test } from "node:test"
import { kept } from "../../src/app/server/kept.ts"
import { openStore } from "../../src/store/index.ts"
import { reading } from "./example-record.ts"

test("the record is asked once, until it is written", async () => {
  const store = await openStore(":memory:")
  let asked = 0
  const ask = kept(async () => ++asked)
  assert.deepEqual([await ask(store), await ask(store)], [1, 1])
  const one = reading("one", { id: "one 0", published: "2023-12-03", actors: ["BLR"], recipients: ["CHN"] })
  await store.putBatch([one], { coder: "test" })
  assert.equal(await ask(store), 2)
  await store.close()
})

test("what failed is asked again", async () => {
  const store = await openStore(":memory:")
  let asked = 0
  const ask = kept(() => (++asked === 1 ? Promise.reject(new Error("busy")) : Promise.resolve(asked)))
  await assert.rejects(ask(store), /busy/)
  assert.equal(await ask(store), 2)
  await store.close()
})
