import assert from "node:assert/strict"
import { test } from "node:test"
import { setTimeout } from "node:timers/promises"
import fc from "fast-check"
import { type BatchLimits, toBatches } from "../../../src/app/reading/batches.ts"

const limits: BatchLimits<number> = { weight: (value) => value, weightLimit: 10, countLimit: 3, waitMs: 20 }

async function* stream(values: readonly number[]): AsyncGenerator<number> {
  yield* values
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

test("a batch is full by weight or by count", async () => {
  assert.deepEqual(await collect(toBatches(stream([1, 1, 1, 1, 12, 4, 4, 4, 1]), limits)), [
    [1, 1, 1],
    [1, 12],
    [4, 4, 4],
    [1],
  ])
})

test("batches put together are the input", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(15)), async (values) => {
      const batches = await collect(toBatches(stream(values), limits))
      assert.deepEqual(batches.flat(), values)
      assert.ok(batches.every((batch) => batch.length > 0))
    }),
    { numRuns: 30 },
  )
})

test("what is there is given when the next item is long in coming", async () => {
  async function* slow() {
    yield 1
    await setTimeout(80)
    yield 2
  }
  assert.deepEqual(await collect(toBatches(slow(), limits)), [[1], [2]])
})
