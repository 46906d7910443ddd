import assert from "node:assert/strict"
import { test } from "node:test"
import { dayOfDate, isCalendarDay } from "../../src/record/index.ts"

test("only days that the calendar has are days", () => {
  assert.deepEqual(
    ["2024-02-29", "2023-02-29", "2023-02-30", "2023-13-01", "2023-1-1", "2023"].map(isCalendarDay),
    [true, ...[false, false, false, false, false]],
  )
})

test("a year, a month and a day have a first and a last day", () => {
  const daysOf = (text: string) => [dayOfDate(text, "first"), dayOfDate(text, "last")]
  assert.deepEqual(daysOf("2021"), ["2021-01-01", "2021-12-31"])
  assert.deepEqual(daysOf("2024-02"), ["2024-02-01", "2024-02-29"])
  assert.deepEqual(daysOf("2021-03-05"), ["2021-03-05", "2021-03-05"])
  for (const none of ["", "21", "2021-00", "2021-02-30", "2021-03-05T10:00", "last year"])
    assert.deepEqual(daysOf(none), [undefined, undefined], none)
})
