import assert from "node:assert/strict"
import { test } from "node:test"
import { MatrixKernel, ROW_BLOCK, roundUp } from "../../src/text/matrix-kernel.ts"

/** Weights of at most 127 and inputs in 1/1024: both are exact as integers. */
const weight = (row: number, column: number): number => ((row * 31 + column * 17) % 255) - 127
const input = (row: number, column: number): number => (((row * 13 + column * 7) % 2049) - 1024) / 1024

for (const [rows, inner, outer] of [
  [1, 8, 8],
  [3, 10, 5],
  [9, 64, 50],
  [130, 24, 17],
] as const)
  test(`a ${outer} by ${inner} matrix times ${rows} vectors is what plain loops give`, () => {
    const kernel = new MatrixKernel()
    const matrix = new Float32Array(outer * inner)
    for (let row = 0; row < outer; row += 1)
      for (let column = 0; column < inner; column += 1)
        matrix[row * inner + column] = column === 0 ? 127 : weight(row, column)
    const bias = Float32Array.from({ length: outer }, (_, row) => row / 4)
    const layer = kernel.layer(matrix, bias, outer, inner)
    const x = kernel.allocate(roundUp(rows, ROW_BLOCK) * layer.inner)
    const y = kernel.allocate(roundUp(rows, ROW_BLOCK) * layer.outer)
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < inner; column += 1)
        kernel.floats[x + row * layer.inner + column] = input(row, column)
    kernel.apply(layer, x, y, rows)
    for (let row = 0; row < rows; row += 1)
      for (let out = 0; out < outer; out += 1) {
        let sum = bias[out]!
        for (let column = 0; column < inner; column += 1)
          sum += matrix[out * inner + column]! * input(row, column)
        assert.ok(Math.abs(kernel.floats[y + row * layer.outer + out]! - sum) < 0.01)
      }
  })

test("sums and rectified cells are what plain loops over single-precision numbers give", () => {
  const kernel = new MatrixKernel()
  const size = 12
  const [a, b, to] = [kernel.allocate(size), kernel.allocate(size), kernel.allocate(size)]
  const [left, right] = [0.1, -0.7].map((first) =>
    Float32Array.from({ length: size }, (_, at) => first + at / 7 - 1),
  )
  kernel.floats.set(left!, a)
  kernel.floats.set(right!, b)
  kernel.sum(a, b, to, size)
  const sums = Float32Array.from(left!, (value, at) => value + right![at]!)
  assert.deepEqual(kernel.floats.slice(to, to + size), sums)
  kernel.rectify(to, to, size)
  assert.deepEqual(
    kernel.floats.slice(to, to + size),
    sums.map((value) => Math.max(value, 0)),
  )
})
