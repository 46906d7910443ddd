import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { DataError } from "../../src/codebook/data-files.ts"
import { loadVectors, similarity } from "../../src/text/vectors.ts"

const vectors = loadVectors(bundledData)

test("words of like meaning are nearer than words of unlike meaning", () => {
  const near = (left: string, right: string): number =>
    similarity(vectors, vectors.index(left), vectors.index(right))
  assert.ok(near("troops", "soldiers") > near("troops", "treaty"))
  assert.ok(near("embargo", "sanctions") > near("embargo", "ceremony"))
  assert.ok(near("Beijing", "China") > near("Beijing", "Nairobi"))
})

test("every vector has unit length", () => {
  for (let row = 0; row < vectors.count; row += 997)
    assert.ok(Math.abs(similarity(vectors, row, row) - 1) < 0.02)
})

test("an unknown inflection falls back on its base, an unknown word has no row", () => {
  assert.equal(vectors.index("SANCTIONS"), vectors.index("sanctions"))
  assert.equal(vectors.index("envoy's"), vectors.index("envoy"))
  assert.equal(vectors.index("qzxvbrk"), -1)
})

test("a file of another kind is refused with its name and the remedy", () => {
  const wrong = { text: () => "", bytes: () => new Uint8Array(64) }
  assert.throws(
    () => loadVectors(wrong),
    (error) => error instanceof DataError && /vectors\.bin.*train-vectors/u.test(error.message),
  )
})
