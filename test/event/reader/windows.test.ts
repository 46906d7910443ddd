import assert from "node:assert/strict"
import { before, test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../../src/app/bundled-data.ts"
import { windowsOf } from "../../../src/event/reader/windows.ts"
import { analyse } from "../../../src/text/analyse.ts"
import { loadTextModels, type TextModels } from "../../../src/text/models.ts"

const MARKS = { begin: 1, end: 2 }
const SHAPE = { window: 20, context: 6, longest: 40 }
/** One piece for each letter: its code. */
const words = { of: (word: string) => Array.from(word, (letter) => letter.codePointAt(0)!) }

let models: TextModels
before(() => {
  models = loadTextModels(bundledData)
})

const sentence = fc
  .array(fc.constantFrom("Cairo", "met", "Oslo", "on", "trade", "talks"), { minLength: 1, maxLength: 8 })
  .map((parts) => `${parts.join(" ")}.`)

test("every sentence stands in exactly one window, in order", () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
      const text = sentences.join(" ")
      const analysis = analyse(text, models)
      const windows = windowsOf({ text }, analysis, words, MARKS, SHAPE)
      const covered = windows.flatMap(({ first, last }) =>
        Array.from({ length: last - first }, (_, at) => first + at),
      )
      assert.deepEqual(
        covered,
        analysis.sentences.map(({ index }) => index),
      )
    }),
    { numRuns: 40 },
  )
})

test("a window never exceeds the longest text, begins and ends with its marks, and places tokens at their own pieces", () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
      const text = sentences.join(" ")
      const analysis = analyse(text, models)
      for (const { pieces, first, last, placeOf } of windowsOf(
        { text, title: "Trade talks" },
        analysis,
        words,
        MARKS,
        SHAPE,
      )) {
        assert.ok(pieces.length <= SHAPE.longest)
        assert.equal(pieces[0], MARKS.begin)
        assert.equal(pieces.at(-1), MARKS.end)
        for (let at = analysis.sentences[first]!.first; at < analysis.sentences[last - 1]!.last; at += 1) {
          const place = placeOf(at)
          if (place === undefined || place === pieces.length - 1) continue
          assert.equal(pieces[place], text.codePointAt(analysis.start[at]!))
        }
      }
    }),
    { numRuns: 40 },
  )
})

test("what stands before a window is its context, and the title stands before all", () => {
  const text = "Oslo met Cairo. Talks on trade met Oslo."
  const [, second] = windowsOf({ text, title: "X" }, analyse(text, models), words, MARKS, SHAPE)
  assert.ok(second !== undefined)
  const shown = second.pieces.map((piece) => (piece > 2 ? String.fromCodePoint(piece) : "|")).join("")
  assert.ok(shown.startsWith("|X|Cairo.Talks"), shown)
})
