import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { rateChanges, shareChanges } from "../../src/relation/level-changes.ts"
import { type Cost, changePoints, changeProbabilities } from "../../src/relation/segments.ts"

/** Sum of squared deviations from the mean. */
const squares =
  (values: readonly number[]): Cost =>
  (from, to) => {
    const part = values.slice(from, to)
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length
    return part.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  }

/** The least total over all segmentations, by trying every one. */
function leastTotal(cost: Cost, length: number, penalty: number, shortest: number): number {
  const best = [-penalty]
  for (let end = 1; end <= length; end++) {
    best[end] = Number.POSITIVE_INFINITY
    for (let start = 0; start <= end - shortest; start++)
      best[end] = Math.min(best[end]!, best[start]! + cost(start, end) + penalty)
  }
  return best[length]!
}

test("pruning loses nothing: the segmentation is as good as the best of all", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 4 }),
      (values, penalty, shortest) => {
        const cost = squares(values)
        const starts = changePoints(cost, { length: values.length, penalty, shortest })
        const edges = [0, ...starts, values.length]
        const total = edges.slice(1).reduce((sum, to, at) => sum + cost(edges[at]!, to) + penalty, -penalty)
        const least = leastTotal(cost, values.length, penalty, shortest)
        return Math.abs(total - least) < 1e-6 && edges.slice(1).every((to, at) => to - edges[at]! >= shortest)
      },
    ),
  )
})

test("probabilities of a change lie between 0 and 1 and are highest where the level changes", () => {
  const values = [...Array(15).fill(1), ...Array(15).fill(6)].map((value, at) => value + (at % 3) / 10)
  const probabilities = changeProbabilities(squares(values), { length: 30, penalty: 10, shortest: 2 })
  assert.ok([...probabilities].every((value) => value >= 0 && value <= 1 + 1e-9))
  assert.equal(probabilities.indexOf(Math.max(...probabilities)), 15)
  assert.ok(probabilities[15]! > 0.99 && probabilities[7]! < 0.05)
})

const part = (share: number, whole: number) => ({ part: share * whole, whole, squares: whole })

test("more of the same is no change of level, and a fall of the share is one", () => {
  const shares = (at: number) => 0.8 + [0.05, -0.05, 0.02, -0.02][at % 4]!
  const attention = Array.from({ length: 60 }, (_, at) => part(shares(at), at < 30 ? 10 : 50))
  assert.deepEqual(shareChanges(attention).starts, [])
  const fall = Array.from({ length: 60 }, (_, at) => part(shares(at) - (at < 30 ? 0 : 0.4), 10))
  assert.deepEqual(shareChanges(fall).starts, [30])
})

test("five times the happenings of a steady corpus is a change of volume", () => {
  const counts = Array.from({ length: 60 }, (_, at) => {
    const count = (at < 30 ? 4 : 20) + (at % 3)
    return { part: count, whole: 400, squares: 400 }
  })
  assert.deepEqual(rateChanges(counts).starts, [30])
})

test("shares that jump more than independent happenings would are no changes, but noise", () => {
  const wild = Array.from({ length: 60 }, (_, at) => part(at % 2 === 0 ? 0.95 : 0.35, 20))
  const { starts, dispersion } = shareChanges(wild)
  assert.ok(dispersion > 5)
  assert.deepEqual(starts, [])
})
