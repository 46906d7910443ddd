import assert from "node:assert/strict"
import { test } from "node:test"
import type { HappeningRow, PairPage } from "../../src/view/api.ts"
import { nextOffset, pageQuery, wholePair } from "../../web/src/data/pair-pages.ts"

const page = (total: number, ...ids: string[]): PairPage => ({
  pair: "BLR-CHN",
  a: { code: "BLR", name: "Belarus" },
  b: { code: "CHN", name: "China" },
  total,
  happenings: ids.map((id) => ({ id }) as HappeningRow),
})
const idsOf = (record: PairPage | undefined) => record?.happenings.map(({ id }) => id)

test("the next page begins where the ones before it end, until all are there", () => {
  assert.equal(nextOffset([page(5, "a", "b")]), 2)
  assert.equal(nextOffset([page(5, "a", "b"), page(5, "c", "d", "e")]), undefined)
  assert.equal(nextOffset([page(0)]), undefined)
})

test("a record that shrank meanwhile is not asked for ever more", () => {
  assert.equal(nextOffset([page(5, "a", "b"), page(5)]), undefined)
})

test("the first page is short, so that something is seen soon", () => {
  const limit = (offset: number) => Number(new URLSearchParams(pageQuery(offset)).get("limit"))
  assert.ok(limit(0) < limit(500))
  assert.equal(new URLSearchParams(pageQuery(500)).get("offset"), "500")
})

test("pages make one record, in order, and a happening that stands on two of them stands once", () => {
  const whole = wholePair([page(4, "a", "b"), page(4, "b", "c")])
  assert.deepEqual(idsOf(whole), ["a", "b", "c"])
  assert.equal(whole?.total, 3)
  assert.equal(wholePair([page(9, "a", "b"), page(9, "c")])?.total, 9)
  const only = page(1, "a")
  assert.equal(wholePair([only]), only)
  assert.equal(wholePair([]), undefined)
})
