import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { civilOf, dayOf, isoDay, isoWeekOf, parseIsoDay, weekdayOf } from "../../../src/mention/time/civil.ts"
import { easterOf } from "../../../src/mention/time/feasts.ts"

const MS_A_DAY = 86_400_000

test("day numbers agree with the calendar of the platform", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 700_000 }), (day) => {
      const civil = civilOf(day)
      assert.equal(dayOf(civil.year, civil.month, civil.day), day)
      const date = new Date(day * MS_A_DAY)
      assert.deepEqual(
        [civil.year, civil.month, civil.day, weekdayOf(day)],
        [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay() || 7],
      )
    }),
  )
})

test("the first days of January may belong to the last week of the year before", () => {
  assert.deepEqual(isoWeekOf(dayOf(2021, 1, 1)), { year: 2020, week: 53 })
  assert.deepEqual(isoWeekOf(dayOf(2024, 12, 30)), { year: 2025, week: 1 })
})

test("a date-time is read by its own day, whatever its zone", () => {
  assert.equal(isoDay(parseIsoDay("2023-12-03T23:59:00-11:00") ?? 0), "2023-12-03")
})

test("a day that does not exist is no day", () => {
  assert.equal(parseIsoDay("2023-02-30"), undefined)
  assert.equal(parseIsoDay("yesterday"), undefined)
  assert.equal(parseIsoDay(undefined), undefined)
})

test("Easter moves as the churches reckon it", () => {
  assert.deepEqual(
    [2000, 2019, 2024, 2038].map((year) => isoDay(easterOf(year))),
    ["2000-04-23", "2019-04-21", "2024-03-31", "2038-04-25"],
  )
})
