import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { packData, unpackData } from "../../src/app/browser/packed-data.ts"
import { documentId } from "../../src/app/documents/document-id.ts"

const FILES = fc.dictionary(fc.string({ minLength: 1 }), fc.uint8Array({ maxLength: 40 }), {
  noNullPrototype: true,
})

test("what is packed comes out as it went in, also as text, and in whatever order it went in", () => {
  fc.assert(
    fc.property(FILES, (files) => {
      const entries = Object.entries(files)
      const packed = packData(new Map(entries))
      assert.deepEqual(packData(new Map(entries.toReversed())), packed)
      const data = unpackData(packed)
      for (const [path, bytes] of entries) {
        assert.deepEqual(data.bytes(path), bytes)
        assert.equal(data.text(path), Buffer.from(bytes).toString("utf8"))
      }
    }),
  )
})

test("what is no pack, or is cut off, is named as such", () => {
  const packed = packData(new Map([["a.tsv", new Uint8Array(100)]]))
  assert.throws(() => unpackData(new TextEncoder().encode("<!doctype html>")), /some other file/)
  assert.throws(() => unpackData(packed.subarray(0, 20)), /cut off/)
  assert.throws(() => unpackData(packed.subarray(0, packed.length - 1)).bytes("a.tsv"), /cut off/)
  assert.throws(() => unpackData(packed).text("b.tsv"), /data\/b\.tsv is not in the packed data/)
})

test("a document's id is the one that earlier versions gave it", () => {
  const draft = { text: "Minsk \ud83d\udd4a \ud800", title: "A title", published: "2023-12-03" }
  assert.equal(documentId(draft), "a97bfe83c3660be1")
})
