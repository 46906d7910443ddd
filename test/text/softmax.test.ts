import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import {
  addFeature,
  featureName,
  hashingInto,
  noFeatures,
  predict,
  type SoftmaxModel,
  weightedSums,
} from "../../src/text/softmax.ts"

const BUCKETS = 1 << 12
const part = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean())

test("a feature handed over in parts is the feature of the joined name", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(part, { maxLength: 3 }),
      fc.double({ noNaN: true }),
      (name, parts, value) => {
        const [second, third, fourth] = parts
        const [whole, apart] = [noFeatures(), noFeatures()]
        addFeature(whole, [name, ...parts.map(String)].join(" "), BUCKETS, value)
        hashingInto(apart, BUCKETS)(name, value, second, third, fourth)
        assert.deepEqual(apart, whole)
        assert.equal(featureName(name, ...parts), [name, ...parts.map(String)].join(" "))
      },
    ),
  )
})

const widths = fc.integer({ min: 1, max: 19 })
const sparse = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 63 }), fc.double({ min: -9, max: 9, noNaN: true })),
)

test("sums over classes are, to the last bit, what adding row after row gives", () => {
  fc.assert(
    fc.property(widths, sparse, (width, cells) => {
      const weights = Int8Array.from({ length: 64 * width }, (_, at) => ((at * 37) % 255) - 127)
      const scales = Float32Array.from({ length: width }, (_, at) => 0.01 * (at + 1))
      const features = { indices: cells.map(([at]) => at), values: cells.map(([, value]) => value) }
      const expected = new Float64Array(width)
      for (const [row, value] of cells)
        for (let label = 0; label < width; label += 1)
          expected[label]! += weights[row * width + label]! * value
      for (let label = 0; label < width; label += 1) expected[label]! *= scales[label]!
      assert.deepEqual(weightedSums(features, weights, width, scales).map(plainZero), expected.map(plainZero))
      const classes = Array.from({ length: width }, (_, at) => `class ${at}`)
      const model: SoftmaxModel = { classes, buckets: 64, weights, scales }
      const total = predict(model, features).reduce((sum, share) => sum + share, 0)
      assert.ok(Math.abs(total - 1) < 1e-9)
    }),
  )
})

const plainZero = (value: number): number => (value === 0 ? 0 : value)
