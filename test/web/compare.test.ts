import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { DatasetLane } from "../../src/view/api.ts"
import { compareAddress, readAddress } from "../../web/src/addresses.ts"
import { agreementOf, correlationOf, ranksOf } from "../../web/src/compare/agreement.ts"
import { readCompare, writeCompare } from "../../web/src/compare/compare-choices.ts"
import { compareRows } from "../../web/src/compare/compare-rows.ts"
import { bothSay, commonMonths, coverageOf, measured } from "../../web/src/compare/measures.ts"

type Month = DatasetLane["months"][number]
const month = (name: string, cooperation: number, conflict: number, score: number | null = null): Month => ({
  month: name,
  events: cooperation + conflict,
  verbalCooperation: cooperation,
  materialCooperation: 0,
  verbalConflict: conflict,
  materialConflict: 0,
  score,
  reports: null,
})
const lane = (dataset: string, ...months: readonly Month[]): DatasetLane => ({
  dataset,
  events: months.reduce((sum, { events }) => sum + events, 0),
  first: months.at(0)?.month ?? null,
  last: months.at(-1)?.month ?? null,
  months,
})
const OURS = lane(
  "chancery",
  month("2023-01", 2, 0, 3),
  month("2023-03", 1, 1, -1),
  month("2023-06", 4, 0, 5),
)
const THEIRS = lane(
  "gdelt",
  month("2022-11", 9, 1, 2),
  month("2023-03", 30, 10, 1),
  month("2023-04", 5, 5, 0),
)

test("a comparison has an address of its own that keeps data set and measure", () => {
  assert.deepEqual(readAddress(compareAddress("BLR-CHN")), { view: "compare", pair: "BLR-CHN" })
  assert.deepEqual(readAddress("/pairs/BLR-CHN/compare/more"), { view: "nowhere" })
  assert.deepEqual(readAddress("/happenings/h1/compare"), { view: "nowhere" })
  assert.equal(
    writeCompare(readCompare(new URLSearchParams("set=icews&measure=share"))),
    "?set=icews&measure=share",
  )
  assert.equal(writeCompare(readCompare(new URLSearchParams("measure=beauty"))), "")
})

test("two data sets are compared where both reach, and what each leaves out there is counted", () => {
  assert.deepEqual(commonMonths(OURS, THEIRS), ["2023-01", "2023-02", "2023-03", "2023-04"])
  assert.deepEqual(coverageOf(OURS, THEIRS), { common: 4, both: 1, onlyOurs: 1, onlyTheirs: 1 })
  assert.deepEqual(commonMonths(lane("chancery"), THEIRS), [])
  assert.deepEqual(commonMonths(lane("chancery", month("2025-01", 1, 0)), THEIRS), [])
})

test("a month without events counts as none of them, but has no share and no score", () => {
  assert.deepEqual(bothSay(OURS, THEIRS, "events"), [
    [2, 0],
    [0, 0],
    [2, 40],
    [0, 10],
  ])
  assert.deepEqual(bothSay(OURS, THEIRS, "share"), [[50, 75]])
  assert.deepEqual(bothSay(OURS, THEIRS, "score"), [[-1, 1]])
})

test("a share has a band that holds it and narrows with more events", () => {
  const few = measured(month("2023-01", 3, 1), "share")
  const many = measured(month("2023-01", 300, 100), "share")
  assert.ok(few?.low != null && few.high != null && many?.low != null && many.high != null)
  assert.deepEqual([few.value, many.value], [75, 75])
  assert.ok(few.low < many.low && many.low < 75 && 75 < many.high && many.high < few.high)
})

test("series that move together agree, and the band says how sure that is", () => {
  const wave = Array.from({ length: 40 }, (_, at) => Math.sin(at * 2.4))
  const { correlation, low, high, ranks } = agreementOf(
    wave.map((value, at) => [value, value + 0.2 * Math.cos(at)]),
  )
  assert.ok(correlation !== null && low !== null && high !== null && ranks !== null)
  assert.ok(correlation > 0.9 && low < correlation && correlation < high && ranks > 0.9)
})

test("two series that only rise are worth fewer months than they have", () => {
  const { months, effective } = agreementOf(
    Array.from({ length: 48 }, (_, at) => [at, 2 * at + (at % 3)] as const),
  )
  assert.equal(months, 48)
  assert.ok(effective < 10, `${effective} months`)
})

test("of few months, or of one that never varies, no correlation is told", () => {
  assert.equal(
    agreementOf([
      [1, 2],
      [2, 3],
      [3, 5],
    ]).correlation,
    null,
  )
  assert.equal(agreementOf(Array.from({ length: 20 }, (_, at) => [at, 7] as const)).correlation, null)
})

test("a correlation lies between −1 and 1, is the same both ways, and ranks sum to what they must", () => {
  const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 2,
  })
  fc.assert(
    fc.property(values, (pairs) => {
      const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
      const found = correlationOf(a, b)
      assert.equal(found, correlationOf(b, a))
      assert.ok(found === null || Math.abs(found) <= 1)
      const sum = ranksOf(a).reduce((total, rank) => total + rank, 0)
      assert.ok(Math.abs(sum - (a.length * (a.length + 1)) / 2) < 1e-9)
    }),
  )
})

test("the comparison comes out as rows of both data sets", () => {
  const rows = compareRows("BLR-CHN", [OURS, THEIRS])
  assert.equal(rows.length, 6)
  assert.deepEqual([rows[3]?.dataset, rows[3]?.month, rows[3]?.share], ["gdelt", "2022-11", 90])
})
