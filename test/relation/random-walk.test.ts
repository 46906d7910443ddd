import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { walk } from "../../src/relation/random-walk.ts"
import { smoothShares } from "../../src/relation/smooth-shares.ts"

const observed = fc
  .array(
    fc.record({ theta: fc.double({ min: -3, max: 3, noNaN: true }), gap: fc.integer({ min: 1, max: 6 }) }),
    {
      minLength: 1,
      maxLength: 15,
    },
  )
  .map((rows) => {
    let index = 0
    return rows.map(({ theta, gap }) => {
      index += gap
      return { index, theta, variance: 0.8 }
    })
  })

test("the more periods without data lie between, the wider the band: silence is never sure", () => {
  fc.assert(
    fc.property(observed, (observations) => {
      const last = observations.at(-1)!.index
      const periods = [last, last + 1, last + 2, last + 5]
      const widths = walk(observations, periods, 0.25).smoothed.map(({ variance }) => variance)
      return widths.every((width, at) => at === 0 || width > widths[at - 1]!)
    }),
  )
})

test("knowing the future narrows the band, and nobody knows a level before anything was seen", () => {
  fc.assert(
    fc.property(observed, (observations) => {
      const first = observations[0]!.index
      const periods = observations.map(({ index }) => index)
      const { smoothed, filtered } = walk(observations, [first - 1, ...periods], 0.25)
      return (
        filtered[0] === undefined &&
        periods.every((_, at) => smoothed[at + 1]!.variance <= filtered[at + 1]!.variance + 1e-9)
      )
    }),
  )
})

test("a gap in the middle is wider than its ends and lies between them", () => {
  const observations = [0, 10].map((index) => ({ index, theta: index === 0 ? 1 : -1, variance: 0.05 }))
  const { smoothed } = walk(observations, [0, 5, 10], 0.25)
  assert.ok(smoothed[1]!.variance > smoothed[0]!.variance && smoothed[1]!.variance > smoothed[2]!.variance)
  assert.ok(Math.abs(smoothed[1]!.theta) < 0.05)
})

test("a hundred thin periods of one steady share are not drawn towards 50", () => {
  // Nine in ten cooperate; a period's own θ, with its ½, stands at ln(1.4/0.6), a share of 70.
  const parts = Array.from({ length: 100 }, (_, index) => ({ index, part: 0.9, whole: 1, squares: 1 }))
  const { smoothed } = smoothShares(
    parts,
    parts.map(({ index }) => index),
    { dispersion: 1, typicalDrift: 0.1 },
  )
  for (const { theta } of smoothed) assert.ok(Math.abs(1 / (1 + Math.exp(-theta)) - 0.9) < 0.03)
})

test("only cooperation, or only conflict, is no certainty", () => {
  const parts = [0, 1, 2].map((index) => ({ index, part: 0.5, whole: 0.5, squares: 0.25 }))
  const { smoothed } = smoothShares(parts, [0, 1, 2], { dispersion: 0.5, typicalDrift: 0.25 })
  for (const { theta, variance } of smoothed) assert.ok(theta > 0 && theta < 4 && variance > 0.5)
})
