import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bestTree, isTree } from "../../src/text/tree.ts"

const scoreOf = (scores: Float32Array, heads: readonly number[], count: number): number =>
  heads.reduce((sum, head, row) => sum + scores[row * (count + 1) + head]!, 0)

/** Every assignment of heads that is a tree with one root; feasible for up to four tokens. */
function allTrees(count: number): number[][] {
  let partial: number[][] = [[]]
  for (let row = 0; row < count; row += 1)
    partial = partial.flatMap((heads) =>
      Array.from({ length: count + 1 }, (_, column) => column)
        .filter((column) => column !== row + 1)
        .map((column) => [...heads, column]),
    )
  return partial.filter((heads) => isTree(Int32Array.from(heads)))
}

const matrices = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc
    .array(fc.integer({ min: -50, max: 50 }), {
      minLength: count * (count + 1),
      maxLength: count * (count + 1),
    })
    .map((cells) => ({ count, scores: Float32Array.from(cells) })),
)

test("no tree with one root scores higher than the one found", () => {
  fc.assert(
    fc.property(matrices, ({ count, scores }) => {
      const heads = bestTree(scores, count)
      assert.ok(isTree(heads))
      const best = Math.max(...allTrees(count).map((tree) => scoreOf(scores, tree, count)))
      assert.equal(scoreOf(scores, [...heads], count), best)
    }),
    { numRuns: 400 },
  )
})

test("a cycle and two roots are no trees", () => {
  assert.equal(isTree(Int32Array.of(2, 1, 0)), false)
  assert.equal(isTree(Int32Array.of(0, 0)), false)
  assert.equal(isTree(Int32Array.of(2, 0)), true)
})

test("long sentences of equal scores still give a tree", () => {
  const count = 200
  assert.ok(isTree(bestTree(new Float32Array(count * (count + 1)), count)))
})
