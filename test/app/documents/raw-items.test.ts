import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { after, test } from "node:test"
import { gzipSync } from "node:zlib"
import fc from "fast-check"
import { byteLines } from "../../../src/app/documents/byte-lines.ts"
import { type ParsedItem, parseItem } from "../../../src/app/documents/parse-item.ts"
import { rawItems, sniffFormat } from "../../../src/app/documents/raw-items.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-raw-items-"))
after(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function readAll(paths: string[], stdin = "", published?: string): Promise<ParsedItem[]> {
  const parsed: ParsedItem[] = []
  const input = Readable.from(stdin === "" ? [] : [Buffer.from(stdin)])
  for await (const item of rawItems(paths, input as Readable))
    parsed.push(...(await parseItem(item, published === undefined ? {} : { published })))
  return parsed
}

const articles = (items: readonly ParsedItem[]) =>
  items.flatMap((item) => (item.problem === undefined ? [item.article] : []))
const problems = (items: readonly ParsedItem[]) =>
  items.flatMap((item) => (item.problem === undefined ? [] : [`${item.where}: ${item.problem}`]))

test("a folder is read with its subfolders, sorted, without hidden files and unknown formats", async () => {
  write("tree/b.txt", "B\n\nText b.")
  write("tree/a/z.md", "# Z\n\nText z.")
  write("tree/a/picture.png", "PNG")
  write("tree/.hidden/x.txt", "X")
  write("tree/c.jsonl", '{"text":"one"}\n\n{"text":"two","id":"t"}\n')
  const found = articles(await readAll([join(folder, "tree")]))
  assert.deepEqual(
    found.map(({ text }) => text),
    ["# Z\n\nText z.", "B\n\nText b.", "one", "two"],
  )
  assert.equal(found[0]?.id, join(folder, "tree/a/z.md"))
  assert.equal(found[3]?.id, "t")
})

test("without an id a document's id is derived from its content", async () => {
  const [one, same, dated] = articles(
    await readAll(["-"], '{"text":"one"}\n{"text":"one"}\n{"text":"one","published":"2022-03-04"}\n'),
  )
  assert.match(one?.id ?? "", /^[0-9a-f]{16}$/)
  assert.equal(one?.id, same?.id)
  assert.notEqual(one?.id, dated?.id)
})

test("bad lines are named with file and line, and the others are read", async () => {
  const path = write(
    "mixed.jsonl",
    Buffer.concat([
      Buffer.from('{"text":"one"}\n{"text":\n{"txt":"two"}\n"'),
      Buffer.from([0xff, 10]),
      Buffer.from('{"text":"five"}'),
    ]),
  )
  const items = await readAll([path])
  assert.deepEqual(
    articles(items).map(({ text }) => text),
    ["one", "five"],
  )
  const named = problems(items)
  assert.equal(named.length, 3)
  assert.ok(named[0]?.startsWith(`${path}:2: it is not valid JSON`), named[0])
  assert.ok(named[1]?.startsWith(`${path}:3: "text" is missing`), named[1])
  assert.ok(named[2]?.startsWith(`${path}:4: the line is not UTF-8`), named[2])
})

test("a file that is not there is named, and the others are read", async () => {
  const path = write("there.txt", "Title\n\nText.")
  const items = await readAll([join(folder, "nowhere.txt"), path])
  assert.match(problems(items)[0] ?? "", /nowhere\.txt: there is no such file/)
  assert.equal(articles(items).length, 1)
})

test("an empty file holds no document", async () => {
  assert.match(problems(await readAll([write("empty.txt", " \n")]))[0] ?? "", /holds no text/)
})

test("a .json file holds one document or a list, of which a bad one is named by its place", async () => {
  const one = write("one.json", '{"text": "one"}')
  const list = write("list.json", '[{"text": "a"}, {"title": "b"}, {"text": "c"}]')
  const items = await readAll([one, list])
  assert.deepEqual(
    articles(items).map(({ text }) => text),
    ["one", "a", "c"],
  )
  assert.equal(articles(items)[0]?.id, one)
  assert.match(problems(items)[0] ?? "", /list\.json: document 2: "text" is missing/)
})

test("gzipped files are read; a broken archive is named", async () => {
  const good = write("good.jsonl.gz", gzipSync('{"text":"one"}\n'))
  const bad = write("bad.txt.gz", "no archive")
  const items = await readAll([bad, good])
  assert.equal(articles(items)[0]?.text, "one")
  assert.match(problems(items)[0] ?? "", /bad\.txt\.gz: it cannot be read/)
})

test("standard input is JSONL, a page, or one plain text", async () => {
  const text = "Envoys meet\n3 March 2022\n\nThey met {in Riga}.\n"
  const [plain] = articles(await readAll(["-"], text))
  assert.deepEqual([plain?.text, plain?.title, plain?.published], [text, "Envoys meet", "2022-03-03"])
  const [page] = articles(await readAll(["-"], "<!DOCTYPE html><html><body><p>They met.</p></body></html>"))
  assert.equal(page?.text, "They met.")
  assert.deepEqual(await readAll(["-"]), [])
})

test("the format of an unnamed input is told by its first bytes", () => {
  assert.equal(sniffFormat('\ufeff {"text":"a"}'), "jsonl")
  assert.equal(sniffFormat('broken\n{"text":"a"}\n'), "jsonl")
  assert.equal(sniffFormat('[\n {"text":"a"}]'), "json")
  assert.equal(sniffFormat('{\n "text":"a"}'), "json")
  assert.equal(sniffFormat("[Updated] Envoys meet"), "text")
  assert.equal(sniffFormat("<p>Envoys"), "text")
})

test("a date given for all holds only where a document has none", async () => {
  const items = await readAll(["-"], '{"text":"a"}\n{"text":"b","published":"2020-01-02"}\n', "2022-03-04")
  assert.deepEqual(
    articles(items).map(({ published }) => published),
    ["2022-03-04", "2020-01-02"],
  )
})

test("a publication date that is no date is left out with a warning", async () => {
  const [item] = await readAll(["-"], '{"text":"a","published":"9:40 AM"}\n')
  assert.ok(item !== undefined && item.problem === undefined)
  assert.equal("published" in item.article, false)
  assert.match(item.warnings[0] ?? "", /"published" is "9:40 AM", not a date/)
})

test("lines come out the same however the bytes are cut", async () => {
  const lines = fc.array(fc.constantFrom("", "a", "bb\r", "é", "long line"), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(lines, fc.integer({ min: 1, max: 7 }), async (parts, size) => {
      const bytes = Buffer.from(`${parts.join("\n")}`)
      const chunks: Buffer[] = []
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
      const found: string[] = []
      for await (const line of byteLines(Readable.from(chunks), 100))
        found.push(Buffer.from(line.bytes).toString())
      const expected = parts.map((part) => part.replace(/\r$/, ""))
      if (parts.at(-1) === "") expected.pop()
      assert.deepEqual(found, expected)
    }),
  )
})

test("a line beyond the limit is cut off and marked", async () => {
  const found: { length: number; overlong: boolean }[] = []
  for await (const { bytes, overlong } of byteLines(
    Readable.from([Buffer.from("aaaa"), Buffer.from("aaaa"), Buffer.from("aaaa\nbb\n")]),
    5,
  ))
    found.push({ length: bytes.length, overlong })
  assert.deepEqual(found, [
    { length: 8, overlong: true },
    { length: 2, overlong: false },
  ])
})
