import assert from "node:assert/strict"
import { test } from "node:test"
import { seeded } from "../../../scripts/bench/seeded.ts"
import { Encoder } from "../../../src/text/encoder/encoder.ts"
import { gelu } from "../../../src/text/encoder/nonlinear.ts"
import type { Tensor } from "../../../src/text/encoder/tensors.ts"

const SHAPE = { layers: 2, heads: 2, width: 16, longest: 24 }
const PIECES = 12
const WIDE = 32

/** Weights of one byte, as the file has them, so that the kernel's rounding adds nothing. */
function network(
  seed: number,
): Map<string, Tensor & { readonly scales: Float32Array; readonly cells: Int8Array }> {
  const random = seeded(seed)
  const tensors = new Map<string, Tensor & { readonly scales: Float32Array; readonly cells: Int8Array }>()
  const add = (name: string, rows: number, columns: number, middle = 0): void => {
    const cells = Int8Array.from({ length: rows * columns }, (_, at) =>
      at % columns === 0 ? 127 : Math.round(254 * random() - 127),
    )
    const scales = new Float32Array(rows).fill(0.004)
    const values = Float32Array.from(cells, (cell) => cell * Math.fround(0.004) + middle)
    tensors.set(name, { rows, columns, values, scales, cells })
  }
  add("words", PIECES, SHAPE.width)
  add("positions", SHAPE.longest, SHAPE.width)
  const norm = (name: string) => {
    add(`${name}.scale`, 1, SHAPE.width, 1)
    add(`${name}.shift`, 1, SHAPE.width)
  }
  const layer = (name: string, rows: number, columns: number) => {
    add(name, rows, columns)
    add(`${name}.bias`, 1, rows)
  }
  norm("embedded")
  for (let at = 0; at < SHAPE.layers; at += 1) {
    layer(`${at}.query`, SHAPE.width, SHAPE.width)
    layer(`${at}.keyvalue`, 2 * SHAPE.width, SHAPE.width)
    layer(`${at}.output`, SHAPE.width, SHAPE.width)
    norm(`${at}.attended`)
    layer(`${at}.up`, WIDE, SHAPE.width)
    layer(`${at}.down`, SHAPE.width, WIDE)
    norm(`${at}.finished`)
  }
  return tensors
}

type Rows = number[][]

/** The same network, written plainly in floating point. */
function plainly(tensors: ReadonlyMap<string, Tensor>, pieces: readonly number[]): Rows {
  const of = (name: string): Tensor => tensors.get(name)!
  const linear = (name: string, x: Rows): Rows => {
    const { rows, columns, values } = of(name)
    return x.map((row) =>
      Array.from({ length: rows }, (_, out) =>
        row.reduce(
          (sum, cell, at) => sum + cell * values[out * columns + at]!,
          of(`${name}.bias`).values[out]!,
        ),
      ),
    )
  }
  const norm = (name: string, x: Rows): Rows =>
    x.map((row) => {
      const mean = row.reduce((sum, cell) => sum + cell, 0) / row.length
      const spread = row.reduce((sum, cell) => sum + (cell - mean) ** 2, 0) / row.length
      return row.map(
        (cell, at) =>
          ((cell - mean) / Math.sqrt(spread)) * of(`${name}.scale`).values[at]! +
          of(`${name}.shift`).values[at]!,
      )
    })
  const plus = (a: Rows, b: Rows): Rows => a.map((row, at) => row.map((cell, to) => cell + b[at]![to]!))
  const size = SHAPE.width / SHAPE.heads
  let x: Rows = norm(
    "embedded",
    pieces.map((piece, place) =>
      Array.from(
        { length: SHAPE.width },
        (_, at) =>
          of("words").values[piece * SHAPE.width + at]! + of("positions").values[place * SHAPE.width + at]!,
      ),
    ),
  )
  for (let layer = 0; layer < SHAPE.layers; layer += 1) {
    const queries = linear(`${layer}.query`, x)
    const keysValues = linear(`${layer}.keyvalue`, x)
    const context = queries.map((query) =>
      Array.from({ length: SHAPE.width }, (_, cell) => {
        const from = cell - (cell % size)
        const scores = keysValues.map((key) =>
          Array.from({ length: size }, (_, at) => query[from + at]! * key[from + at]!).reduce(
            (a, b) => a + b,
            0,
          ),
        )
        const parts = scores.map((score) => Math.exp(score / Math.sqrt(size)))
        const total = parts.reduce((a, b) => a + b, 0)
        return parts.reduce((sum, part, at) => sum + (part / total) * keysValues[at]![SHAPE.width + cell]!, 0)
      }),
    )
    x = norm(`${layer}.attended`, plus(x, linear(`${layer}.output`, context)))
    const wide = linear(`${layer}.up`, x).map((row) => row.map(gelu))
    x = norm(`${layer}.finished`, plus(x, linear(`${layer}.down`, wide)))
  }
  return x
}

const encoderOf = (tensors: ReturnType<typeof network>): Encoder =>
  new Encoder(SHAPE, { of: (name) => tensors.get(name)!, bytesOf: (name) => tensors.get(name)! })

test("the kernel's encoder gives what the plain sums give, for the positions asked for", () => {
  const tensors = network(7)
  const encoder = encoderOf(tensors)
  for (const pieces of [[3], [1, 2, 3, 4, 5], Array.from({ length: 23 }, (_, at) => at % PIECES)]) {
    const wanted = [pieces.length - 1, 0, pieces.length >> 1]
    const expected = plainly(tensors, pieces)
    const at = encoder.encode(pieces, wanted)
    wanted.forEach((place, row) => {
      for (let cell = 0; cell < SHAPE.width; cell += 1) {
        const found = encoder.kernel.floats[at + row * SHAPE.width + cell]!
        assert.ok(Math.abs(found - expected[place]![cell]!) < 0.02, `${place}/${cell}: ${found}`)
      }
    })
  }
})

test("a text's vectors do not depend on what was encoded before", () => {
  const encoder = encoderOf(network(11))
  const read = () => {
    const at = encoder.encode([1, 2, 3, 4, 5], [2])
    return encoder.kernel.floats.slice(at, at + SHAPE.width)
  }
  const first = read()
  encoder.encode(
    Array.from({ length: 24 }, () => 9),
    [0, 5],
  )
  assert.deepEqual(read(), first)
})
