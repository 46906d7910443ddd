import assert from "node:assert/strict"
import { test } from "node:test"
import { gzipSync } from "node:zlib"
import fc from "fast-check"
import { unpacked } from "../../../src/app/documents/unpacked.ts"

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What comes out, and the code of the error at the end, if any. */
async function unpack(bytes: Buffer, size = 65_536): Promise<{ text: string; code: string | undefined }> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of unpacked(chunksOf(bytes, size))) pieces.push(piece)
  } catch (error) {
    return { text: Buffer.concat(pieces).toString("utf8"), code: (error as NodeJS.ErrnoException).code }
  }
  return { text: Buffer.concat(pieces).toString("utf8"), code: undefined }
}

test("members come out as one text, however the bytes are cut and with zeros between them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 64 }),
      fc.nat(20),
      async (texts, size, zeros) => {
        const bytes = Buffer.concat(texts.flatMap((text) => [gzipSync(text), Buffer.alloc(zeros)]))
        assert.deepEqual(await unpack(bytes, size), { text: texts.join(""), code: undefined })
      },
    ),
    { numRuns: 60 },
  )
})

test("what is no gzip between two members costs neither of them a byte, and is told at the end", async () => {
  for (const garbage of ["no gzip at all", "\x1f\x8b\x08 nor this", "\x1f"])
    for (const size of [1, 7, 65_536]) {
      const bytes = Buffer.concat([
        gzipSync("one\n"),
        Buffer.from(garbage, "latin1"),
        gzipSync("two\n"),
        gzipSync("three\n"),
      ])
      assert.deepEqual(await unpack(bytes, size), { text: "one\n\ntwo\nthree\n", code: "Z_DATA_ERROR" })
    }
})

test("a damaged member costs itself alone", async () => {
  const damaged = gzipSync("lost ".repeat(50))
  damaged.fill(0xff, 14, damaged.length)
  const { text, code } = await unpack(Buffer.concat([gzipSync("one\n"), damaged, gzipSync("two\n")]))
  assert.match(text, /^one\n.*\ntwo\n$/s)
  assert.equal(code, "Z_DATA_ERROR")
  const wrong = gzipSync("doubtful\n")
  wrong.writeUInt32LE(1, wrong.length - 8)
  assert.deepEqual(await unpack(Buffer.concat([wrong, gzipSync("two\n")])), {
    text: "doubtful\n\ntwo\n",
    code: "Z_DATA_ERROR",
  })
})

test("of an archive that is cut off comes what it holds, then the error", async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at * 7919}\n`).join("")
  const whole = gzipSync(lines)
  const { text, code } = await unpack(whole.subarray(0, whole.length - 20))
  assert.ok(lines.startsWith(text) && text.length > lines.length * 0.8, String(text.length))
  assert.equal(code, "Z_BUF_ERROR")
  assert.deepEqual(await unpack(Buffer.from("no archive")), { text: "", code: "Z_DATA_ERROR" })
  assert.deepEqual(await unpack(Buffer.alloc(0)), { text: "", code: undefined })
})
