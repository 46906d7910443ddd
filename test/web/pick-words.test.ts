import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import {
  pickableOf,
  stepSentence,
  stepWord,
  stretchWord,
  wordFrom,
  wordsTouched,
} from "../../web/src/correction/pick-words.ts"

const TEXT = "They met. On Monday, Lithuania lent Moldova two generators. It rained."
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const said = (span: { start: number; end: number } | undefined) =>
  span === undefined ? undefined : TEXT.slice(span.start, span.end)
const pickable = pickableOf(TEXT)

test("the arrows go from word to word and from sentence to sentence, and stay at either end", () => {
  assert.equal(said(stepWord(pickable, at("Monday"), 1)), "Lithuania")
  assert.equal(said(stepWord(pickable, at("Lithuania"), -1)), "Monday")
  assert.equal(said(stepWord(pickable, at("They"), -1)), "They")
  assert.equal(said(stepWord(pickable, at("rained"), 1)), "rained")
  assert.equal(said(stepSentence(pickable, at("lent"), 1)), "It")
  assert.equal(said(stepSentence(pickable, at("lent"), -1)), "They")
  assert.equal(said(stepSentence(pickable, at("rained"), 1)), "rained")
})

test("words are taken in at the end and left out again, down to one", () => {
  const two = stretchWord(pickable, at("lent"), 1)
  assert.equal(said(two), "lent Moldova")
  assert.equal(said(stretchWord(pickable, two, -1)), "lent")
  assert.equal(said(stretchWord(pickable, at("lent"), -1)), "lent")
})

test("a selection takes whole words, and none where it touches none", () => {
  assert.equal(said(wordsTouched(pickable, at("ithuania lent Mold"))), "Lithuania lent Moldova")
  assert.equal(wordsTouched(pickable, at(". ")), undefined)
  assert.equal(said(wordFrom(pickable, TEXT.indexOf(", "))), "Lithuania")
})

test("whatever is pressed in whatever text, whole words of it are picked", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(fc.constantFrom(stepWord, stretchWord, stepSentence), fc.constantFrom(1, -1)), {
        maxLength: 12,
      }),
      (text, keys) => {
        const all = pickableOf(text)
        const first = wordFrom(all, 0)
        if (first === undefined) return
        const picked = keys.reduce((span, [move, by]) => move(all, span, by as 1 | -1), first)
        assert.deepEqual(wordsTouched(all, picked), picked)
      },
    ),
  ))
