import assert from "node:assert/strict"
import { test } from "node:test"
import { nameKey, nameWords } from "../../../src/mention/name/normalise.ts"

test("accents, case, hyphens, apostrophes and full stops do not tell names apart", () => {
  assert.equal(nameKey("Recep Tayyip ERDOĞAN"), nameKey("Recep Tayyip Erdogan"))
  assert.equal(nameKey("Ban Ki-moon"), nameKey("Ban Ki Moon"))
  assert.deepEqual(nameWords("Gideon Sa’ar"), ["gideon", "sa", "ar"])
  assert.deepEqual(nameWords("the U.S. (AT&T)"), ["the", "us", "at&t"])
})

test("a name without letters has no words", () => {
  assert.deepEqual(nameWords(" – ’ … "), [])
})
