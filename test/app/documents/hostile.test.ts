import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import fc from "fast-check"
import { rawItems } from "../../../src/app/documents/raw-items.ts"
import { createTask, type ReadingResult } from "../../../src/app/reading/reading-task.ts"
import { HOSTILE_FILES } from "./hostile-files.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-hostile-"))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Sound files, one before and one after the others. */
const [FIRST, LAST] = ["a-first.txt", "z-last.html"].map((name) => join(folder, name)) as [string, string]
writeFileSync(FIRST, "The two presidents met in Minsk.")
writeFileSync(
  LAST,
  "<title>A report</title><p>The two presidents met in Minsk on Monday, the ministry said.</p>",
)
const NEIGHBOURS = [FIRST, LAST]

const read = await createTask({ output: "articles" })

/** Reads a file between its neighbours; CPU time in seconds, since others may be at the machine. */
async function readBetween(path: string) {
  const found: Pick<ReadingResult, "articles" | "notes">[] = []
  const begun = process.cpuUsage()
  for await (const item of rawItems([FIRST, path, LAST])) found.push(await read([item]))
  const { user, system } = process.cpuUsage(begun)
  const articles = found.flatMap((result) => result.articles)
  return {
    own: articles.filter(({ id }) => !NEIGHBOURS.includes(id)),
    neighbours: articles.filter(({ id }) => NEIGHBOURS.includes(id)).map(({ id }) => id),
    problems: found.flatMap(({ notes }) => notes).filter(({ level }) => level === "problem"),
    seconds: (user + system) / 1e6,
  }
}

/** A hundred times what the slowest takes on one core, and a small part of what anything worse than linear would. */
const MOST_SECONDS = 20

for (const { name, content, sound = 0 } of HOSTILE_FILES)
  test(`${name}: it ends, its neighbours are read, and what is sound in it too`, async () => {
    const path = join(folder, name)
    writeFileSync(path, content)
    const { own, neighbours, problems, seconds } = await readBetween(path)
    rmSync(path)
    assert.deepEqual(neighbours, NEIGHBOURS)
    assert.ok(
      own.length >= sound,
      `${own.length} of ${sound}; ${problems.map(({ message }) => message).join("; ")}`,
    )
    assert.ok(seconds < MOST_SECONDS, `${seconds} s`)
    for (const { message, where } of problems) {
      assert.ok(where.startsWith(path), where)
      assert.doesNotMatch(message, /defect of Chancery/)
      assert.ok(message.length < 1000, "a message does not repeat the whole input")
    }
  })

const ENDINGS = ["txt", "md", "html", "json", "jsonl", "warc", "xml", "txt.gz", "warc.gz", "bin"] as const
/** Pieces of every format that is read, so that bytes at random are not all refused at the door. */
const PIECES = [
  '{"text":"They met."}',
  '{"text":',
  "\n",
  "\r\n\r\n",
  "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 20\r\n\r\n",
  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
  "<html><head><title>T</title>",
  "<p>They met.",
  "</p>",
  "<script type='application/ld+json'>{",
  "<meta charset=utf-16>",
  "<page><title>A</title><text>",
  "</text></page>",
  "---\ntitle: A\n---\n",
  "# Title\n",
  "\u202e",
  "\ufeff",
]

test("whatever bytes a file of any kind holds, reading it ends and costs no other document", async () => {
  const bytes = fc
    .array(
      fc.oneof(
        fc.constantFrom(...PIECES).map((piece) => Buffer.from(piece)),
        fc.uint8Array({ maxLength: 40 }),
      ),
      {
        maxLength: 12,
      },
    )
    .map((pieces) => Buffer.concat(pieces))
  let made = 0
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom(...ENDINGS), async (content, ending) => {
      const path = join(folder, `m-${++made}.${ending}`)
      writeFileSync(path, content)
      const { neighbours, problems } = await readBetween(path)
      rmSync(path)
      assert.deepEqual(neighbours, NEIGHBOURS)
      for (const { message } of problems) assert.doesNotMatch(message, /defect of Chancery/)
    }),
    { numRuns: 300 },
  )
})
