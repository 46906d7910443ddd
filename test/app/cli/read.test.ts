import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "node:test"
import type { Article } from "../../../src/record/index.ts"
import { COMMAND, chancery, jsonLines, parseLines, scratchFolder } from "./chancery.ts"

const folder = scratchFolder()
mkdirSync(join(folder, "news"))
writeFileSync(join(folder, "news/b.txt"), "Envoys meet\r\n3 March 2022\r\n\r\nThey met in Riga.\r\n")
writeFileSync(join(folder, "news/a.md"), "---\ntitle: Talks\npublisher: Harbour Gazette\n---\nTalks began.\n")
writeFileSync(
  join(folder, "news/c.html"),
  "<html><head><title>Page</title></head><body><p>The page was read.</p></body></html>",
)

test("documents come out in order, with their path as id and their text untouched", () => {
  const { status, stdout, stderr } = chancery(["read", "news"], { cwd: folder })
  assert.equal(stderr, "")
  assert.equal(status, 0)
  assert.deepEqual(parseLines(stdout), [
    { id: "news/a.md", text: "Talks began.\n", title: "Talks", publisher: { name: "Harbour Gazette" } },
    {
      id: "news/b.txt",
      text: "Envoys meet\r\n3 March 2022\r\n\r\nThey met in Riga.\r\n",
      title: "Envoys meet",
      published: "2022-03-03",
    },
    { id: "news/c.html", text: "The page was read.", title: "Page" },
  ])
})

test("bad documents are named with file, line and remedy, and only they are lost", () => {
  writeFileSync(join(folder, "mixed.jsonl"), '{"text":"one"}\nnot json\n{"id":"x"}\n{"text":"four"}\n')
  const { status, stdout, stderr } = chancery(["read", "gone.txt", "mixed.jsonl"], { cwd: folder })
  assert.equal(status, 3)
  assert.deepEqual(
    parseLines<Article>(stdout).map(({ text }) => text),
    ["one", "four"],
  )
  const [gone, notJson, noText, sum] = stderr.split("\n")
  assert.match(gone ?? "", /^gone\.txt: there is no such file/)
  assert.match(notJson ?? "", /^mixed\.jsonl:2: .*not valid JSON.*each line must be one document/)
  assert.match(noText ?? "", /^mixed\.jsonl:3: "text" is missing; a document needs/)
  assert.equal(sum, "3 documents were skipped.")
})

test("the output is byte-identical for any number of workers, also where documents are lost", () => {
  const lines = Array.from({ length: 3000 }, (_, index) =>
    index % 500 === 7
      ? "broken"
      : JSON.stringify({ text: `Report ${index}. ${"The talks went on. ".repeat(12)}` }),
  )
  const input = lines.join("\n")
  const [one, two, five] = ["1", "2", "5"].map((workers) =>
    chancery(["read", "--workers", workers], { input }),
  )
  assert.equal(one?.status, 3)
  assert.equal(parseLines(one?.stdout ?? "").length, 2994)
  for (const other of [two, five]) {
    assert.equal(other?.stdout, one?.stdout)
    assert.equal(other?.stderr, one?.stderr)
  }
})

test("an answer comes while the writer keeps its end open", async () => {
  const command = spawn(process.execPath, [COMMAND, "read", "-"], { stdio: ["pipe", "pipe", "inherit"] })
  command.stdin.write('{"id":"1","text":"one"}\n')
  const [first] = (await once(command.stdout, "data")) as [Buffer]
  assert.equal(parseLines<Article>(first.toString())[0]?.id, "1")
  command.stdin.end('{"id":"2","text":"two"}\n')
  const [second] = (await once(command.stdout, "data")) as [Buffer]
  assert.equal(parseLines<Article>(second.toString())[0]?.id, "2")
  assert.deepEqual(await once(command, "close"), [0, null])
})

test("a reader that goes away ends the command quietly", async () => {
  const command = spawn(process.execPath, [COMMAND, "read", "-"], { stdio: ["pipe", "pipe", "pipe"] })
  let complaints = ""
  command.stderr.on("data", (chunk) => {
    complaints += chunk
  })
  command.stdin.on("error", () => {})
  command.stdout.once("data", () => command.stdout.destroy())
  const line = jsonLines([{ text: "The talks went on. ".repeat(500) }])
  for (let count = 0; count < 400; count++) command.stdin.write(line)
  command.stdin.end()
  const [code] = await once(command, "close")
  assert.equal(code, 0)
  assert.equal(complaints, "")
})

test("a date for all documents is checked", () => {
  const dated = chancery(["read", "--published", "3 Dec. 2023"], { input: '{"text":"one"}\n' })
  assert.equal(parseLines<Article>(dated.stdout)[0]?.published, "2023-12-03")
  const wrong = chancery(["read", "--published", "someday"], { input: '{"text":"one"}\n' })
  assert.equal(wrong.status, 2)
  assert.match(wrong.stderr, /It must be a date such as 2023-12-03/)
  assert.equal(wrong.stdout, "")
})

test("no input gives no output and no complaint", () => {
  const { status, stdout, stderr } = chancery(["read"])
  assert.deepEqual([status, stdout, stderr], [0, "", ""])
})
