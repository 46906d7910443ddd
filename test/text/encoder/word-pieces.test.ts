import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { wordPieces } from "../../../src/text/encoder/word-pieces.ts"

const VOCABULARY = ["[UNK]", "em", "##bargo", "##barg", "##o", "u", "s", ".", "zurich", "$", "5", "##0"]
const { of } = wordPieces(VOCABULARY, 0)
const cut = (word: string): (string | undefined)[] => of(word).map((row) => VOCABULARY[row])

test("a word is cut into the longest known pieces from the left", () => {
  assert.deepEqual(cut("embargo"), ["em", "##bargo"])
})

test("case and accents do not count, and each punctuation mark stands alone", () => {
  assert.deepEqual(cut("Zürich"), ["zurich"])
  assert.deepEqual(cut("U.S."), ["u", ".", "s", "."])
  assert.deepEqual(cut("$50"), ["$", "5", "##0"])
})

test("a word with a part that no piece covers is unknown, and so is one of no visible character", () => {
  assert.deepEqual(cut("emX"), ["[UNK]"])
  assert.deepEqual(cut("\u200b"), ["[UNK]"])
  assert.deepEqual(cut("u".repeat(101)), ["[UNK]"])
})

test("every text has at least one piece, and the same whether it was seen before or not", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (word) => {
      const found = of(word)
      assert.ok(found.length > 0)
      assert.deepEqual(wordPieces(VOCABULARY, 0).of(word), found)
    }),
  )
})
