import assert from "node:assert/strict"
import { test } from "node:test"
import { type BenchTable, fallenBehind, YARDSTICK } from "../../scripts/bench/guard.ts"

const table = (coder: number, yardstick: number, memory = 1e8): BenchTable => ({
  ...{ node: "v20", megabytes: 1 },
  subjects: { "whole coder": { seconds: coder, memory }, [YARDSTICK]: { seconds: yardstick, memory: 1e8 } },
})

test("a coder that is slower beside the same yardstick is told, with how much", () => {
  assert.deepEqual(fallenBehind(table(10, 1), table(13, 1)), [
    `whole coder: 1.30 times as slow as in the last table, beside ${YARDSTICK}`,
  ])
})

test("a slower machine, a quicker coder and a few per cent are nothing to tell", () => {
  for (const now of [table(20, 2), table(5, 1), table(11, 1)])
    assert.deepEqual(fallenBehind(table(10, 1), now), [])
})

test("memory is compared as it is", () => {
  assert.match(fallenBehind(table(10, 1), table(10, 1, 2e8))[0] ?? "", /200 MB, 2\.00 times/)
})

test("a subject that the last table lacks is not compared", () => {
  assert.deepEqual(fallenBehind({ node: "v20", megabytes: 1, subjects: {} }, table(10, 1)), [])
})
