import assert from "node:assert/strict"
import { test } from "node:test"
import type { HappeningRow } from "../../src/view/api.ts"
import { lanesOf } from "../../web/src/pair/timeline-lanes.ts"
import { timeAxis, xOfDay } from "../../web/src/scales/time-axis.ts"

const AXIS = timeAxis(["2022-01", "2024-12"], 1200, { left: 34, right: 10 })
const row = (id: string, quad: HappeningRow["quad"], start: string | null, end = start): HappeningRow => ({
  id,
  type: "CONSULT",
  typeName: "Consult",
  mode: null,
  quad,
  status: "occurred",
  start,
  end,
  precision: "day",
  dateCertain: true,
  place: null,
  actors: [],
  recipients: [],
  reciprocal: false,
  reports: 1,
  documents: 1,
  independentOwners: 1,
  onlyStateMedia: false,
  score: 1,
  headline: "",
})
const marksOf = (rows: readonly HappeningRow[]) => lanesOf(rows, AXIS).flatMap(({ marks }) => marks)

test("lanes run from cooperative deeds to conflictual ones and do not overlap", () => {
  const lanes = lanesOf([row("a", "verbal conflict", "2023-05-01")], AXIS)
  assert.deepEqual(
    lanes.map(({ quad, marks }) => [quad, marks.length]),
    [
      ["material cooperation", 0],
      ["verbal cooperation", 0],
      ["verbal conflict", 1],
      ["material conflict", 0],
    ],
  )
  for (const [at, lane] of lanes.entries())
    if (at > 0) assert.equal(lane.top, (lanes[at - 1]?.top ?? 0) + (lanes[at - 1]?.height ?? 0))
})

test("a day is a point, a whole year a stretch with its mark in the middle", () => {
  const [day, year] = marksOf([
    row("day", "verbal cooperation", "2022-03-01"),
    row("year", "verbal cooperation", "2023-01-01", "2023-12-31"),
  ])
  assert.equal(day?.x, xOfDay(AXIS, "2022-03-01"))
  assert.equal(day?.stretch, undefined)
  assert.deepEqual(year?.stretch, [xOfDay(AXIS, "2023-01-01"), xOfDay(AXIS, "2023-12-31")])
  assert.equal(year?.x, (xOfDay(AXIS, "2023-01-01") + xOfDay(AXIS, "2023-12-31")) / 2)
})

test("what is undated or lies outside the axis has no mark", () => {
  assert.deepEqual(
    marksOf([row("a", "verbal cooperation", null), row("b", "verbal cooperation", "1992-06-01")]),
    [],
  )
})

test("many happenings of one day are stacked, and beyond the topmost counted", () => {
  const crowd = Array.from({ length: 12 }, (_, at) => row(`c${at}`, "material conflict", "2022-02-24"))
  const lane = lanesOf(crowd, AXIS).at(-1)
  const heights = new Set(lane?.marks.map(({ y }) => y))
  assert.equal(heights.size, lane?.marks.length)
  assert.equal((lane?.marks.length ?? 0) + (lane?.rest[0]?.count ?? 0), 12)
})
