import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { coreSpan } from "../../web/src/scales/core-span.ts"
import { dayPosition, monthDays, monthIndex, monthOf } from "../../web/src/scales/months.ts"
import { foldStack, stackMarks } from "../../web/src/scales/stacking.ts"
import { monthAt, ticksOf, tickWords, timeAxis, xOf, xOfDay } from "../../web/src/scales/time-axis.ts"

const MARGINS = { left: 34, right: 10 }
const months = fc.integer({ min: 1900 * 12, max: 2100 * 12 }).map(monthOf)

test("a month and its index are one", () => {
  fc.assert(fc.property(months, (month) => assert.equal(monthOf(monthIndex(month)), month)))
})

test("a month ends on its last day, in leap years too", () => {
  assert.deepEqual(monthDays("2024-02"), { from: "2024-02-01", to: "2024-02-29" })
  assert.deepEqual(monthDays("2023-12"), { from: "2023-12-01", to: "2023-12-31" })
})

test("a day lies within its month on the line", () => {
  assert.equal(dayPosition("2023-06-01"), monthIndex("2023-06"))
  assert.equal(dayPosition("2023-06-16"), monthIndex("2023-06") + 0.5)
  assert.ok(dayPosition("2023-06-30") < monthIndex("2023-07"))
})

test("the month drawn at a pixel is the month found there", () => {
  const axis = timeAxis(["2021-05", "2025-11"], 1200, MARGINS)
  for (const month of ["2021-05", "2023-12", "2025-11"])
    assert.equal(monthAt(axis, xOf(axis, monthIndex(month) + 0.5)), month)
  assert.equal(monthAt(axis, xOfDay(axis, "2023-12-31")), "2023-12")
  assert.equal(monthAt(axis, 2), undefined)
  assert.equal(monthAt(axis, 1199), undefined)
})

test("ticks keep their distance and never leave the axis", () => {
  fc.assert(
    fc.property(
      months,
      fc.integer({ min: 11, max: 900 }),
      fc.integer({ min: 300, max: 1400 }),
      (first, length, width) => {
        const axis = timeAxis([first, monthOf(monthIndex(first) + length)], width, MARGINS)
        const at = ticksOf(axis).map((tick) => xOf(axis, tick))
        assert.ok(at.length > 0)
        at.forEach((x, index) => {
          assert.ok(x >= axis.left && x <= axis.right)
          if (index > 0) assert.ok(x - (at[index - 1] ?? 0) >= 45.9)
        })
      },
    ),
  )
})

test("a tick names its year where the year begins or the axis does", () => {
  assert.equal(tickWords(monthIndex("2024-01"), false), "2024")
  assert.equal(tickWords(monthIndex("2023-05"), true), "May 2023")
  assert.equal(tickWords(monthIndex("2023-09"), false), "Sept")
})

test("a treaty recalled from thirty years ago does not press the news into a corner", () => {
  const news = Array.from({ length: 19 }, (_, at) => monthOf(monthIndex("2022-01") + at))
  const span = coreSpan(["1992-06", ...news])
  assert.deepEqual(span, { months: ["2022-01", "2023-07"], before: 1, after: 0 })
  assert.deepEqual(coreSpan(["1992-06", ...news], true)?.months, ["1992-06", "2023-07"])
})

test("nothing is cut off where the early dates are not few, and an axis has at least a year", () => {
  assert.equal(coreSpan(["1992-06", "1992-07", "2022-01"])?.before, 0)
  assert.equal(coreSpan([]), undefined)
  const span = coreSpan(["2023-06"])
  assert.equal(span && monthIndex(span.months[1]) - monthIndex(span.months[0]), 11)
})

test("stacked marks never cover one another", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }), (xs) => {
      const stacked = stackMarks(xs, (x) => x, 12)
      assert.equal(stacked.length, xs.length)
      for (const a of stacked)
        for (const b of stacked) if (a !== b && a.level === b.level) assert.ok(Math.abs(a.x - b.x) >= 12)
    }),
  )
})

test("marks beyond the topmost level are counted, none is lost", () => {
  const stacked = stackMarks([5, 5, 5, 5, 5, 90], (x) => x, 12)
  const { shown, rest } = foldStack(stacked, 3, 12)
  assert.equal(shown.length, 4)
  assert.deepEqual(rest, [{ x: 5, count: 2 }])
})
