import assert from "node:assert/strict"
import { test } from "node:test"
import { gzipSync } from "node:zlib"
import fc from "fast-check"
import { parseItem } from "../../../src/app/documents/parse-item.ts"
import type { RawItem } from "../../../src/app/documents/raw-item.ts"
import { warcItems } from "../../../src/app/documents/warc/warc-items.ts"
import { articlePage, articleRecord, packed, responseBlock, warcRecord } from "./warc-fixture.ts"

const NUMBERS = [1, 2, 3, 4, 5]
const RECORDS = NUMBERS.map(articleRecord)

/** Bytes as a file gives them, in chunks of a size. */
async function* chunksOf(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Buffer, gzipped: boolean, size?: number): Promise<RawItem[]> {
  const items: RawItem[] = []
  for await (const item of warcItems("crawl.warc", chunksOf(bytes, size), { gzipped })) items.push(item)
  return items
}

const numbersIn = (items: readonly RawItem[]): number[] =>
  items.flatMap((item) => (item.kind === "file" ? Number(item.url?.split("/").at(-1)) : []))
const problemsIn = (items: readonly RawItem[]): string[] =>
  items.flatMap((item) => (item.kind === "problem" ? item.message : []))

for (const gzipped of [true, false]) {
  const archive = (records: readonly Buffer[]): Buffer => (gzipped ? packed(records) : Buffer.concat(records))
  const kind = gzipped ? "a packed archive" : "a plain archive"

  test(`${kind} gives its pages in order, however the bytes come`, async () => {
    for (const size of [1, 7, 1000, 1e6])
      assert.deepEqual(numbersIn(await read(archive(RECORDS), gzipped, size)), NUMBERS)
  })

  test(`in ${kind} a record whose length is wrong costs itself alone`, async () => {
    for (const length of [0, 10, 100_000, 10 ** 14, -1]) {
      const wrong = warcRecord("response", "https://harbour.example/3", responseBlock(articlePage(3)), length)
      const items = await read(archive([...RECORDS.slice(0, 2), wrong, ...RECORDS.slice(3)]), gzipped)
      assert.deepEqual(numbersIn(items), [1, 2, 4, 5], `length ${length}`)
      assert.equal(problemsIn(items).length, 1)
    }
  })

  test(`${kind} that is cut off gives all pages before the cut`, async () => {
    const bytes = archive(RECORDS)
    const items = await read(bytes.subarray(0, bytes.length - 60), gzipped)
    assert.deepEqual(numbersIn(items), [1, 2, 3, 4])
    assert.equal(problemsIn(items).length, 1)
  })
}

test("a damaged member costs itself alone", async () => {
  const bytes = packed(RECORDS)
  const second = packed(RECORDS.slice(0, 1)).length
  for (const at of [second, second + 12, second + 60]) {
    const damaged = Buffer.from(bytes)
    damaged.fill(0xff, at, at + 8)
    const items = await read(damaged, true)
    assert.deepEqual(numbersIn(items), [1, 3, 4, 5], `damage at ${at}`)
    assert.equal(problemsIn(items).length, 1)
  }
})

test("an archive packed as one stream is read as well", async () => {
  const many = Array.from({ length: 40 }, (_, index) => articleRecord(index))
  assert.equal(numbersIn(await read(gzipSync(Buffer.concat(many)), true)).length, 40)
})

test("whatever byte is changed, no more than one page is lost, and nothing is thrown", async () => {
  const bytes = packed(RECORDS)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const damaged = Buffer.from(bytes)
      damaged[at] = damaged[at]! ^ change
      const pages = numbersIn(await read(damaged, true))
      assert.ok(pages.length >= NUMBERS.length - 1)
      assert.deepEqual(
        pages,
        [...pages].sort((a, b) => a - b),
      )
    }),
    { numRuns: 150 },
  )
})

test("only pages are read: no pictures, no failures, no requests", async () => {
  const records = [
    warcRecord("warcinfo", "", Buffer.from("software: x\r\n")),
    warcRecord("request", "https://harbour.example/1", Buffer.from("GET / HTTP/1.1\r\n\r\n")),
    warcRecord("response", "https://harbour.example/p", responseBlock("", { type: "image/png" })),
    warcRecord("response", "https://harbour.example/e", responseBlock("gone", { status: 404 })),
    articleRecord(1),
  ]
  assert.deepEqual(numbersIn(await read(packed(records), true)), [1])
})

test("bodies are unpacked and joined, and a bomb costs itself alone", async () => {
  const html = articlePage(7)
  const chunked = Buffer.concat([
    Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"),
    Buffer.from(`${html.length.toString(16)}\r\n${html}\r\n0\r\n\r\n`),
  ])
  const bomb = gzipSync(Buffer.alloc(40 * 2 ** 20))
  const records = [
    warcRecord(
      "response",
      "https://harbour.example/6",
      responseBlock("", { encoding: "gzip", body: gzipSync(html) }),
    ),
    warcRecord("response", "https://harbour.example/b", responseBlock("", { encoding: "gzip", body: bomb })),
    warcRecord("response", "https://harbour.example/7", chunked),
  ]
  const items = await read(packed(records), true)
  assert.deepEqual(numbersIn(items), [6, 7])
  assert.match(problemsIn(items)[0]!, /unpacks to more/)
  for (const item of items.filter(({ kind }) => kind === "file")) {
    const [parsed] = await parseItem(item, {})
    assert.ok(parsed?.problem === undefined && parsed?.article.text.startsWith("The president of Belarus"))
  }
})

test("a page's server names its charset, and the archive its address", async () => {
  const page = articlePage(1).replace("president of China", "президент Китая")
  const body = Buffer.from(
    [...page].map((c) => (c >= "А" && c <= "я" ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
  )
  const block = responseBlock("", { type: "text/html; charset=windows-1251", body })
  const [item] = await read(packed([warcRecord("response", "https://harbour.example/1", block)]), true)
  const [parsed] = await parseItem(item!, {})
  assert.ok(parsed?.problem === undefined)
  assert.match(parsed!.article.text, /президент Китая/)
  assert.equal(parsed!.article.url, "https://harbour.example/1")
})
