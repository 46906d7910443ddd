import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { lexemesOf } from "../../../src/mention/quantity/lexemes.ts"
import { readNumber } from "../../../src/mention/quantity/number-words.ts"

const numberIn = (text: string): number | undefined => readNumber(lexemesOf(text), 0)?.value

test("number words add up to billions", () => {
  assert.equal(numberIn("twenty-four"), 24)
  assert.equal(numberIn("two hundred and fifty thousand"), 250_000)
  assert.equal(numberIn("a hundred"), 100)
  assert.equal(numberIn("one billion two hundred million"), 1_200_000_000)
  assert.equal(numberIn("half a million"), 500_000)
  assert.equal(numberIn("two dozen"), 24)
})

test("digits take separators, fractions and scales", () => {
  assert.equal(numberIn("1,500,000"), 1_500_000)
  assert.equal(numberIn("3.56 billion"), 3_560_000_000)
  assert.equal(numberIn("2 1/2"), 2.5)
  assert.equal(numberIn("2½"), 2.5)
  assert.equal(numberIn("two and a half million"), 2_500_000)
  assert.equal(numberIn("20bn"), 20_000_000_000)
})

test("two numbers side by side stay two", () => {
  assert.equal(numberIn("five 20-year terms"), 5)
  assert.equal(numberIn("one two three"), 1)
})

test("a word that is no number is not read", () => {
  for (const text of ["several", "a", "thousand-yard", "and five", "28.2.2023", ""])
    assert.equal(numberIn(text), undefined, text)
})

test("any whole number below a quadrillion is read back from its digits with separators", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (value) => {
      assert.equal(numberIn(value.toLocaleString("en-US")), value)
    }),
  )
})
