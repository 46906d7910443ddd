import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { expNegative, gelu } from "../../../src/text/encoder/nonlinear.ts"

test("gelu is the input's share by the normal distribution, within a millionth", () => {
  // Values of x·Φ(x) from tables of the normal distribution.
  const known = [
    [0, 0],
    [1, 0.8413447],
    [-1, -0.1586553],
    [2.5, 2.4844758],
    [-3, -0.0040497],
    [7, 7],
    [-7, 0],
  ] as const
  for (const [x, value] of known) assert.ok(Math.abs(gelu(x) - value) < 1e-6, `${x}: ${gelu(x)}`)
})

test("expNegative is e to the x up to 0, and 0 for what is too small to count", () => {
  fc.assert(
    fc.property(fc.double({ min: -23.9, max: 0, noNaN: true }), (x) => {
      assert.ok(Math.abs(expNegative(x) / Math.exp(x) - 1) < 1e-7)
    }),
  )
  assert.equal(expNegative(-25), 0)
  assert.equal(expNegative(Number.NEGATIVE_INFINITY), 0)
})
