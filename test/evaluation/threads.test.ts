import assert from "node:assert/strict"
import { test } from "node:test"
import { readThreads, scoreThreads } from "../../src/evaluation/threads.ts"

const threads = readThreads(
  "threads.tsv",
  [
    "happening\ttype\tarticles",
    "summit\tCONSULT\ta.md|b.md|c.md",
    "strike\tASSAULT\td.md|e.md",
    "loan\tAID\tf.md",
  ].join("\n"),
)
const happening = (...documents: string[]) => ({ documents: documents.map((file) => `news/${file}`) })

test("a pair of documents is found where one happening holds both, and counts once", () => {
  const score = scoreThreads(threads, [
    happening("a.md", "b.md"),
    happening("b.md", "a.md"),
    happening("f.md"),
  ])
  assert.deepEqual([score.hits, score.found, score.expected], [1, 1, 4])
  assert.deepEqual([score.precision, score.recall, score.f1], [1, 0.25, 0.4])
})

test("documents joined through a third are no pair, and one happening of everything costs precision", () => {
  const chained = scoreThreads(threads, [happening("a.md", "b.md"), happening("b.md", "c.md")])
  assert.equal(chained.found, 2)
  const blob = scoreThreads(threads, [happening("a.md", "b.md", "c.md", "d.md", "e.md", "f.md")])
  assert.deepEqual([blob.recall, blob.hits, blob.found], [1, 4, 15])
})

test("nothing found is no precision and no recall", () => {
  assert.deepEqual(scoreThreads(threads, []), {
    hits: 0,
    found: 0,
    expected: 4,
    precision: 0,
    recall: 0,
    f1: 0,
  })
})

test("a table without articles is refused by its name", () => {
  assert.throws(() => readThreads("mine.tsv", "happening\nsummit"), /mine\.tsv:1: .*"articles"/)
})
