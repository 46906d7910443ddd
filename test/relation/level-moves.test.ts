import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { Quad } from "../../src/record/index.ts"
import { levelMoves, shareChange, type Tally } from "../../src/relation/index.ts"

const tally = (quad: Quad, score: number, happenings = 1, toldOnlyBy: Tally["toldOnlyBy"] = []): Tally => ({
  quad,
  score,
  happenings,
  toldOnlyBy,
  status: "occurred",
  voices: 3,
  start: null,
  end: null,
})
const TALKS = tally("verbal cooperation", 4, 30)
const STRIKES = tally("material conflict", -9, 20)

test("two states that talked for a year and fight since have moved, and the band of the change says so", () => {
  const [move] = levelMoves([{ pair: "RUS-UKR", before: [TALKS], since: [STRIKES] }])
  assert.ok(move?.clear)
  assert.deepEqual([move.happeningsBefore, move.happeningsSince], [30, 20])
  assert.ok(move.change !== null && move.change.high < 0 && move.change.low < move.change.points)
})

test("one quarrel among friends is no move that the record can be sure of", () => {
  const quarrel = tally("verbal conflict", -2)
  const [move] = levelMoves([{ pair: "BLR-CHN", before: [TALKS], since: [TALKS, quarrel] }])
  assert.equal(move?.clear, false)
})

test("two states of which nothing was known before have a level and no change", () => {
  const [move] = levelMoves([{ pair: "CHN-LTU", before: [], since: [STRIKES] }])
  assert.deepEqual([move?.before, move?.change, move?.clear], [null, null, false])
  assert.ok(move?.since !== null)
})

test("what only third parties say of two states moves nothing", () => {
  const hearsay = tally("material conflict", -9, 5, [{ name: "Poland", country: "POL" }])
  assert.deepEqual(levelMoves([{ pair: "BLR-CHN", before: [TALKS], since: [hearsay] }]), [])
})

test("clear moves stand first, then those of which most is told", () => {
  const order = levelMoves([
    { pair: "BLR-CHN", before: [TALKS], since: [TALKS] },
    { pair: "BLR-POL", before: [], since: [STRIKES] },
    { pair: "RUS-UKR", before: [TALKS], since: [STRIKES] },
  ]).map(({ pair }) => pair)
  assert.deepEqual(order, ["RUS-UKR", "BLR-CHN", "BLR-POL"])
})

test("the band of a change holds the change, turns over with it, and is no wider than both bands together", () => {
  const level = fc
    .tuple(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
    )
    .map((values) => {
      const [low = 0, share = 0, high = 0] = [...values].sort((a, b) => a - b)
      return { low, share, high }
    })
  fc.assert(
    fc.property(level, level, (from, to) => {
      const change = shareChange(from, to)
      assert.ok(change.low <= change.points && change.points <= change.high)
      const back = shareChange(to, from)
      assert.ok(Math.abs(back.low + change.high) < 1e-9 && Math.abs(back.high + change.low) < 1e-9)
      assert.ok(change.high - change.low <= from.high - from.low + (to.high - to.low) + 1e-9)
    }),
  )
})
