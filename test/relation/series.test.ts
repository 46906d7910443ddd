import assert from "node:assert/strict"
import { test } from "node:test"
import { linkEvents } from "../../src/happening/index.ts"
import type { Happening } from "../../src/record/index.ts"
import {
  actOf,
  dyadsOf,
  happeningWeight,
  levelOf,
  overallLevel,
  pairsOf,
  relationSeries,
} from "../../src/relation/index.ts"
import { buildEvent, type EventSketch } from "../happening/build-event.ts"

const happeningOf = (sketch: EventSketch): Happening => linkEvents([buildEvent(sketch)])[0]!
const MEETING: EventSketch = {
  actors: ["BLR"],
  recipients: ["CHN"],
  date: "2023-03-01",
  quad: "verbal cooperation",
  score: 4,
}
const ATTACK: EventSketch = { ...MEETING, type: "ASSAULT", quad: "material conflict", score: -9 }
const near = (actual: number | null | undefined, expected: number) =>
  assert.ok(actual != null && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)

test("each independent owner leaves four tenths of the doubt", () => {
  near(happeningWeight(4, 1), 0.8 * 0.6)
  near(happeningWeight(-10, 2), 2 * 0.84)
  near(happeningWeight(5, 1, 0.5), 0.5)
})

test("the level is the logit of weighted sums with half a happening on each side", () => {
  const level = levelOf({ cooperation: 1.5, conflict: 0.5, cooperationSquares: 1, conflictSquares: 0.25 })
  const theta = Math.log(2 / 1)
  const margin = 1.96 * Math.sqrt(1.5 / 4 + 0.75 / 1)
  near(level?.share, 100 / (1 + Math.exp(-theta)))
  near(level?.low, 100 / (1 + Math.exp(-(theta - margin))))
  near(level?.high, 100 / (1 + Math.exp(-(theta + margin))))
})

test("a month without happenings has no share: it is not zero, not fifty and not the month before", () => {
  const series = relationSeries([happeningOf(MEETING), happeningOf({ ...ATTACK, date: "2023-05-20" })])
  assert.deepEqual(
    series.map(({ period }) => period),
    ["2023-03-01", "2023-04-01", "2023-05-01"],
  )
  assert.deepEqual(series[1], {
    pair: "BLR-CHN",
    period: "2023-04-01",
    happenings: 0,
    cooperation: 0,
    conflict: 0,
    share: null,
    low: null,
    high: null,
    intentCooperation: 0,
    intentConflict: 0,
  })
  assert.ok(series[0]!.share! > 50 && series[2]!.share! < 50)
})

test("a planned meeting is intent, and what is denied or did not happen counts nowhere", () => {
  const [point, ...others] = relationSeries(
    (["planned", "denied", "not-occurred", "hypothetical"] as const).map((status) =>
      happeningOf({ ...MEETING, status }),
    ),
  )
  assert.equal(others.length, 0)
  assert.deepEqual([point?.happenings, point?.share, point?.cooperation], [0, null, 0])
  near(point?.intentCooperation, happeningWeight(4, 1))
})

test("a threat of violence is conflict of intent, not conflict", () => {
  const [point] = relationSeries([happeningOf({ ...ATTACK, status: "threatened" })])
  assert.deepEqual([point?.conflict, point?.intentCooperation], [0, 0])
  near(point?.intentConflict, happeningWeight(-9, 1))
})

test("a happening without a date stands in no month but in the whole", () => {
  const undated = happeningOf({ actors: ["BLR"], recipients: ["CHN"], score: 4 })
  assert.deepEqual(relationSeries([undated]), [])
  const tally = { ...actOf(undated, "forward")!, happenings: 1 }
  assert.ok(overallLevel("BLR-CHN", [tally])!.share > 50)
  assert.equal(overallLevel("BLR-CHN", []), undefined)
})

test("a happening of some time in a year stands in no month but in the whole", () => {
  const year = happeningOf({ ...ATTACK, date: "2023-01-01/2023-12-31" })
  const visit = happeningOf({ ...MEETING, date: "2023-01-28/2023-02-02" })
  const month = happeningOf({ ...MEETING, date: "2023-03" })
  assert.deepEqual(
    relationSeries([year, visit, month]).map(({ period, conflict }) => [period, conflict]),
    [
      ["2023-01-01", 0],
      ["2023-02-01", 0],
      ["2023-03-01", 0],
    ],
  )
  assert.ok(overallLevel("BLR-CHN", [{ ...actOf(year, "both")!, happenings: 1 }])!.share < 50)
})

test("a silence of centuries is one month without a share, a shorter one every month of it", () => {
  const siege = happeningOf({ ...ATTACK, date: "1741-06-04" })
  const periods = relationSeries([
    siege,
    happeningOf(MEETING),
    happeningOf({ ...MEETING, date: "2023-05-02" }),
  ])
  assert.deepEqual(
    periods.map(({ period, share }) => [period, share === null]),
    [
      ["1741-06-01", false],
      ["1741-07-01", true],
      ["2023-03-01", false],
      ["2023-04-01", true],
      ["2023-05-01", false],
    ],
  )
})

test("the span of months can be given, and more agreeing reports narrow the band", () => {
  const wide = relationSeries([happeningOf(MEETING)], { from: "2023-02", to: "2023-04" })
  assert.equal(wide.length, 3)
  const many = relationSeries(Array.from({ length: 20 }, () => happeningOf(MEETING)))
  const width = (point: { low: number | null; high: number | null }) => point.high! - point.low!
  assert.ok(width(many[0]!) < width(wide[1]!))
})

test("a happening of several pairs stands in the series of each", () => {
  const sanctions = happeningOf({
    type: "SANCTION",
    quad: "material conflict",
    score: -6,
    actors: ["USA", "GBR"],
    recipients: ["BLR"],
    date: "2021-12-02",
  })
  assert.deepEqual(
    relationSeries([sanctions, happeningOf(MEETING)]).map(({ pair, period }) => [pair, period]),
    [
      ["BLR-CHN", "2023-03-01"],
      ["BLR-GBR", "2021-12-01"],
      ["BLR-USA", "2021-12-01"],
    ],
  )
})

test("a meeting of three states is three pairs, and a one-sided act pairs each actor with each recipient", () => {
  const meeting = buildEvent({ actors: ["RUS", "TUR", "IRN"], reciprocal: true })
  assert.deepEqual(pairsOf(meeting), ["IRN-RUS", "IRN-TUR", "RUS-TUR"])
  assert.equal(dyadsOf(meeting).length, 6)
  const sanctions = buildEvent({ type: "SANCTION", actors: ["USA", "GBR"], recipients: ["BLR"] })
  assert.deepEqual(pairsOf(sanctions), ["BLR-GBR", "BLR-USA"])
  assert.deepEqual(dyadsOf(sanctions), [
    { actor: "USA", recipient: "BLR" },
    { actor: "GBR", recipient: "BLR" },
  ])
})

test("a state's quarrel with its own people and an organization without a country make no pair", () => {
  assert.deepEqual(pairsOf(buildEvent({ type: "COERCE", actors: ["BLR"], recipients: ["BLR"] })), [])
  assert.deepEqual(pairsOf(buildEvent({ actors: ["@United Nations"], recipients: ["BLR"] })), [])
})
