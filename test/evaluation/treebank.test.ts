import assert from "node:assert/strict"
import { test } from "node:test"
import { scoreTreebank } from "../../src/evaluation/treebank.ts"

const GOLD = `1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tagreed\tagree\tVERB\tVBD\t_\t0\troot\t_\t_
3\tyesterday\tyesterday\tNOUN\tNN\t_\t2\tobl:unmarked\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

`

test("a treebank scored against itself is right throughout", () => {
  const score = scoreTreebank(GOLD, GOLD)
  assert.deepEqual([score.tokens, score.upos, score.uas, score.las, score.lasWords], [4, 1, 1, 1, 1])
})

test("a wrong relation costs LAS, a wrong head both, and punctuation counts in the headline only", () => {
  const predicted = GOLD.replace("obl:unmarked", "obj")
    .replace("2\tpunct", "3\tpunct")
    .replace("PROPN", "NOUN")
  const score = scoreTreebank(GOLD, predicted)
  assert.deepEqual([score.upos, score.uas, score.las], [0.75, 0.75, 0.5])
  assert.deepEqual([score.uasWords, score.lasWords], [1, 2 / 3])
})

test("other tokens are refused", () => {
  assert.throws(() => scoreTreebank(GOLD, GOLD.replace("Oslo", "Rome")), /differ at row 1/u)
})
