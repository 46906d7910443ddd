import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { layersOf } from "../../web/src/text/layers.ts"
import { blocksOf } from "../../web/src/text/paragraphs.ts"
import { segmentText } from "../../web/src/text/segments.ts"
import { readingOrder, stepFrom } from "../../web/src/text/steps.ts"

const TEXT = "Minsk praised Beijing and closed the border."
const span = (words: string) => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const WHOLE = { start: 0, end: TEXT.length }

const texts = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é", "😀"), maxLength: 60 })
const spansOf = (text: string) =>
  fc.array(
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 8 },
  )

test("a text is cut wherever evidence begins or ends", () => {
  const segments = segmentText(
    TEXT,
    [span("Minsk praised Beijing"), span("praised Beijing and closed")],
    WHOLE,
  )
  assert.deepEqual(
    segments.map(({ text, spans }) => [text, spans]),
    [
      ["Minsk ", [0]],
      ["praised Beijing", [0, 1]],
      [" and closed", [1]],
      [" the border.", []],
    ],
  )
})

test("no segment is made of a span that is empty or lies elsewhere", () => {
  const segments = segmentText(
    TEXT,
    [
      { start: 5, end: 5 },
      { start: 90, end: 99 },
    ],
    WHOLE,
  )
  assert.deepEqual(segments, [{ start: 0, end: TEXT.length, text: TEXT, spans: [] }])
})

test("segments joined are the text, and the segments of a span are its words, however spans overlap", () => {
  const texted = texts
    .filter((text) => text !== "")
    .chain((text) => fc.tuple(fc.constant(text), spansOf(text)))
  fc.assert(
    fc.property(texted, ([text, spans]) => {
      const segments = segmentText(text, spans, { start: 0, end: text.length })
      assert.equal(segments.map((segment) => segment.text).join(""), text)
      spans.forEach(({ start, end }, index) => {
        const own = segments.filter((segment) => segment.spans.includes(index))
        assert.equal(own.map((segment) => segment.text).join(""), text.slice(start, end))
      })
    }),
  )
})

test("paragraphs and the gaps between them cover a text without a rest", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const blocks = blocksOf(text)
      assert.equal(blocks.map(({ start, end }) => text.slice(start, end)).join(""), text)
      for (const { kind, start, end } of blocks)
        if (kind === "gap") assert.equal(text.slice(start, end).trim(), "")
    }),
  )
})

test("an empty line parts paragraphs, a single line break does not", () => {
  const text = "Talks began\nin Minsk.\n \nThey ended."
  assert.deepEqual(
    blocksOf(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    [
      ["paragraph", "Talks began\nin Minsk."],
      ["gap", "\n \n"],
      ["paragraph", "They ended."],
    ],
  )
})

test("overlapping spans never share a layer, and a lone span takes the first", () => {
  fc.assert(
    fc.property(spansOf(TEXT), (spans) => {
      const layers = layersOf(spans)
      for (const [i, a] of spans.entries())
        for (const [j, b] of spans.entries()) {
          const overlap = a.start < b.end && b.start < a.end
          if (i !== j && overlap) assert.notEqual(layers[i], layers[j])
        }
    }),
  )
  assert.deepEqual(layersOf([span("closed the border"), span("Minsk praised")]), [0, 0])
})

test("events are walked in the order of the text and stop at either end", () => {
  assert.deepEqual(readingOrder([span("closed"), span("Minsk"), span("Minsk praised Beijing")]), [2, 1, 0])
  assert.equal(stepFrom(["a", "b"], undefined, 1), "a")
  assert.equal(stepFrom(["a", "b"], undefined, -1), "b")
  assert.equal(stepFrom(["a", "b"], "a", 1), "b")
  assert.equal(stepFrom(["a", "b"], "b", 1), "b")
  assert.equal(stepFrom([], undefined, 1), undefined)
})
