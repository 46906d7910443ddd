import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { type TabColumn, withoutInnerTabs } from "../../../src/store/datasets/inner-tabs.ts"

const DAY: TabColumn = { shape: /^\d{4}-\d\d-\d\d$/, read: true }
const NAME: TabColumn = { read: true }
const STATE: TabColumn = { shape: /^[A-Z]{3}$/, read: true }
const NOTE: TabColumn = { read: false }
const COLUMNS = [DAY, NAME, STATE, NOTE, NOTE, DAY]

test("a tab inside a name between two cells of known shape belongs to the name", () => {
  assert.deepEqual(withoutInnerTabs("2023-12-03\tAda\tBerg\tLTU\ta\tb\t2023-12-04".split("\t"), COLUMNS), [
    "2023-12-03",
    "Ada Berg",
    "LTU",
    "a",
    "b",
    "2023-12-04",
  ])
})

test("of cells that nobody reads it does not matter which holds the tab", () => {
  const row = withoutInnerTabs("2023-12-03\tAda\tLTU\ta\tb\tc\t2023-12-04".split("\t"), COLUMNS)
  assert.deepEqual(
    row?.filter((_, at) => COLUMNS[at]!.read),
    ["2023-12-03", "Ada", "LTU", "2023-12-04"],
  )
})

test("where the cells that are read could be read in two ways, or in none, the row is left", () => {
  const twoNames = [DAY, NAME, NAME, STATE]
  assert.equal(withoutInnerTabs(["2023-12-03", "a", "b", "c", "LTU"], twoNames), undefined)
  assert.equal(withoutInnerTabs(["2023-12-03", "a", "b", "Vilnius"], [DAY, NAME, STATE]), undefined)
  assert.equal(withoutInnerTabs(["2023-12-03", "a", "LTU"], [DAY, NAME, STATE]), undefined, "none too many")
})

test("a mended row has a cell for each column, of its shape, and no word is lost or moved", () => {
  const word = fc.stringMatching(/^[a-z]{1,4}$/)
  const cell = fc.oneof(word, fc.constantFrom("", "LTU", "2023-12-03"))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 6, maxLength: 9 }), (cells) => {
      const row = withoutInnerTabs(cells, COLUMNS)
      if (row === undefined) return
      assert.equal(row.length, COLUMNS.length)
      row.forEach((value, at) => {
        assert.ok(value === "" || (COLUMNS[at]!.shape?.test(value) ?? true))
      })
      const words = (of: readonly string[]) =>
        of
          .join(" ")
          .split(/ +/)
          .filter((part) => part !== "")
      assert.deepEqual(words(row), words(cells))
    }),
  )
})

test("a row of nothing but tabs ends at once", () => {
  const columns = Array.from({ length: 40 }, (): TabColumn => ({ read: false }))
  const begun = performance.now()
  withoutInnerTabs(
    Array.from({ length: 43 }, () => ""),
    columns,
  )
  withoutInnerTabs(
    Array.from({ length: 10_000 }, () => ""),
    columns,
  )
  assert.ok(performance.now() - begun < 1000)
})
