import assert from "node:assert/strict"
import { test } from "node:test"
import type { MovedPair } from "../../src/view/today-page.ts"
import { readAddress } from "../../web/src/addresses.ts"
import { moveRows } from "../../web/src/today/move-rows.ts"
import { moveWords, sharesWords } from "../../web/src/today/move-words.ts"
import { readFrom, spansUntil, todayAddress } from "../../web/src/today/spans.ts"

const MOVE: MovedPair = {
  pair: "BLR-POL",
  a: { code: "BLR", name: "Belarus" },
  b: { code: "POL", name: "Poland" },
  before: { share: 62.4, low: 50, high: 74 },
  since: { share: 20.1, low: 8, high: 40 },
  happeningsBefore: 14,
  happeningsSince: 3,
  change: { points: -42.3, low: -60.2, high: -19.8 },
  clear: true,
}

test("the day from which news are looked at stands in the address and comes back from it", () => {
  assert.deepEqual(readAddress("/today"), { view: "today" })
  assert.equal(todayAddress(undefined), "/today")
  const query = todayAddress("2023-12-04").split("?")[1] ?? ""
  assert.equal(readFrom(new URLSearchParams(query)), "2023-12-04")
  assert.equal(readFrom(new URLSearchParams("from=yesterday")), undefined)
  assert.equal(readFrom(new URLSearchParams("from=2023-13-40")), undefined)
})

test("stretches of news end on its last day, and none is offered that is longer than the news", () => {
  assert.deepEqual(spansUntil("2023-12-10", "2023-11-20"), [
    { name: "a day", from: "2023-12-10" },
    { name: "a week", from: "2023-12-04" },
    { name: "all news", from: "2023-11-20" },
  ])
  assert.deepEqual(spansUntil("2023-12-10", "2023-12-10"), [{ name: "all news", from: "2023-12-10" }])
})

test("a move is told with both levels, its band, and how much it rests on", () => {
  assert.equal(sharesWords(MOVE), "62 → 20")
  const words = moveWords(MOVE)
  assert.match(words, /^Belarus – Poland\n/)
  assert.match(words, /62 \(50–74\) before, 20 \(8–40\) since/)
  assert.match(words, /Moved by −42 points \(−60 to −20\)/)
  assert.match(words, /3 happenings now, 14 in the year before/)
})

test("a move that may be chance, or that has nothing to be compared with, is told so", () => {
  assert.match(moveWords({ ...MOVE, clear: false }), /may be chance/)
  const first = { ...MOVE, before: null, change: null, clear: false, happeningsBefore: 0 }
  assert.match(moveWords(first), /no change can be told/)
  assert.equal(sharesWords(first), "– → 20")
})

test("what the chart shows comes out as rows, with nothing where nothing is known", () => {
  const [row] = moveRows([{ ...MOVE, before: null, change: null }], "2023-12-04", "2023-12-10")
  assert.deepEqual(
    [row?.pair, row?.share_before, row?.share_since, row?.change, row?.happenings_since],
    ["BLR-POL", null, 20.1, null, 3],
  )
})
