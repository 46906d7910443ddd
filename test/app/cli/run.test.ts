import assert from "node:assert/strict"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { after, test } from "node:test"
import { setTimeout } from "node:timers/promises"
import { openStore } from "../../../src/store/index.ts"
import { COMMAND, chancery, jsonLines, scratchFolder } from "./chancery.ts"

const folder = scratchFolder()
const document = (index: number) => ({
  id: `d${index}`,
  text: `The president of Kenya met the president of Estonia in Nairobi on Friday. Report ${index}.`,
  published: "2022-03-05",
  publisher: { name: index % 2 === 0 ? "Harbour Gazette" : "Coast Courier" },
})
const documents = Array.from({ length: 30 }, (_, index) => document(index))
writeFileSync(join(folder, "first.jsonl"), jsonLines(documents.slice(0, 10)))
writeFileSync(join(folder, "all.jsonl"), jsonLines(documents))

const started: ChildProcess[] = []
after(() => {
  for (const command of started) command.kill("SIGKILL")
})

function start(args: readonly string[]): ChildProcess {
  const command = spawn(process.execPath, [COMMAND, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  })
  started.push(command)
  return command
}

test("a run stores what is new, skips what is there, and tells both", () => {
  const first = chancery(["run", "first.jsonl", "--store", "record.duckdb"], { cwd: folder })
  assert.equal(first.status, 0, first.stderr)
  assert.match(first.stdout, /10 documents stored, 0 there already/)
  const second = chancery(["run", "all.jsonl", "--store", "record.duckdb"], { cwd: folder })
  assert.match(second.stdout, /20 documents stored, 10 there already/)
  assert.match(second.stdout, /CONSULT +│ +30 /)
  assert.match(second.stdout, /pairs of states +│ +1 /)
})

test("a document that cannot be read makes the exit code 3, and the others are stored", () => {
  const run = chancery(["run", "-", "--store", "lossy.duckdb"], {
    cwd: folder,
    input: `${jsonLines([document(1)])}{"id":1}\n`,
  })
  assert.equal(run.status, 3)
  assert.match(run.stderr, /^stdin:2: "text" is missing/)
  assert.match(run.stdout, /1 document stored, 0 there already, 1 skipped/)
})

test("a run that is stopped keeps what it stored, and the next one ends as if nothing had happened", async () => {
  const many = Array.from({ length: 6000 }, (_, index) => document(index))
  writeFileSync(join(folder, "many.jsonl"), jsonLines(many))
  const command = start(["run", "many.jsonl", "--store", "stopped.duckdb", "--workers", "1"])
  const closed = once(command, "close")
  while (!existsSync(join(folder, "stopped.duckdb"))) await setTimeout(20)
  await setTimeout(2000)
  command.kill("SIGINT")
  assert.deepEqual(await closed, [130, null])
  writeFileSync(join(folder, "few.jsonl"), jsonLines(many.slice(0, 40)))
  const again = chancery(["run", "few.jsonl", "--store", "stopped.duckdb"], { cwd: folder })
  assert.equal(again.status, 0, again.stderr)
  const store = await openStore(join(folder, "stopped.duckdb"))
  const { documents: stored, events } = await store.summary()
  await store.close()
  assert.equal(events, stored, "one meeting a document")
})

test("the record is served on this machine, at the next port where one is taken, until it is told to end", async () => {
  const taken = createServer().listen(0, "127.0.0.1")
  await once(taken, "listening")
  const { port } = taken.address() as { port: number }
  const command = start(["serve", "--store", "record.duckdb", "--port", String(port)])
  const [line] = (await once(command.stdout!, "data")) as [Buffer]
  const address = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(line.toString())
  assert.ok(address !== null && Number(address[1]) > port, line.toString())
  const answer = await fetch(`${address[0]}api/v1/summary`)
  assert.equal(((await answer.json()) as { documents: number }).documents, 30)
  command.kill("SIGTERM")
  assert.deepEqual(await once(command, "close"), [0, null])
  taken.close()
})

test("a store that is not there is no store to serve", () => {
  const { status, stderr } = chancery(["serve", "--store", "none.duckdb"], { cwd: folder })
  assert.equal(status, 2)
  assert.match(stderr, /none\.duckdb: there is no such store; make one with: chancery run/)
})

test("a table of outlets that breaks its rules is named with its line", () => {
  writeFileSync(
    join(folder, "outlets.tsv"),
    "name\tcountry\towner\taffiliation\tdomain\nGazette\tEST\tX\tfriendly\tg.example\n",
  )
  const { status, stderr } = chancery(
    ["run", "first.jsonl", "--store", "o.duckdb", "--outlets", "outlets.tsv"],
    { cwd: folder },
  )
  assert.equal(status, 1)
  assert.match(stderr, /^chancery: .*outlets\.tsv:2: affiliation "friendly"/)
})

test("while a server has the record open it can be read beside it, and whoever would write is told who reads", async () => {
  const command = start(["serve", "--store", "record.duckdb", "--port", "0"])
  await once(command.stdout!, "data")
  const reading = [
    ["search", "Nairobi"],
    ["ledger", "EST", "KEN"],
    ["visits", "--year", "2022"],
    ["relation", "EST", "KEN"],
    ["panel"],
    ["export"],
    ["verify"],
  ]
  for (const args of reading) {
    const { status, stderr } = chancery([...args, "--store", "record.duckdb"], { cwd: folder })
    assert.equal(status, 0, `${args[0]}: ${stderr}`)
  }
  const { status, stderr } = chancery(["run", "all.jsonl", "--store", "record.duckdb"], { cwd: folder })
  assert.equal(status, 1)
  assert.match(
    stderr,
    new RegExp(
      `record\\.duckdb is in use by process ${command.pid} \\(.+\\), which reads it\\..*end that process`,
    ),
  )
  if (existsSync("/proc/self/cmdline")) assert.match(stderr, /\(chancery serve --store record\.duckdb/)
  command.kill("SIGTERM")
  await once(command, "close")
})
