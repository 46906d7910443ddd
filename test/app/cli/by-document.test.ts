import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { test } from "node:test"
import type { EventLine } from "../../../src/app/events/event-line.ts"
import type { CodedLine } from "../../../src/app/lake/code-lines.ts"
import type { Happening } from "../../../src/record/index.ts"
import type { PairPoint } from "../../../src/relation/index.ts"
import { articleRecord, warcRecord } from "../documents/warc-fixture.ts"
import { COMMAND, chancery, jsonLines, parseLines } from "./chancery.ts"

const document = (id: string, day: number) => ({
  id,
  text: "The president of Kenya met the president of Estonia in Nairobi on Friday. Estonia condemned Russia.",
  published: `2022-03-${String(day).padStart(2, "0")}`,
  publisher: { name: `Outlet ${day}` },
})

test("every line is answered with one line before the next is sent, and a poisoned one with its error", async () => {
  const child = spawn(process.execPath, [COMMAND, "code", "--by-document", "-"], {
    stdio: ["pipe", "pipe", "pipe"],
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ask = async (line: string): Promise<CodedLine> => {
    child.stdin.write(`${line}\n`)
    return JSON.parse((await answers.next()).value as string) as CodedLine
  }
  const first = await ask(JSON.stringify(document("a", 4)))
  assert.deepEqual(
    [first.documents[0]?.id, first.documents[0]?.month, first.error],
    ["a", "2022-03", undefined],
  )
  assert.match((await ask('{"id":"x","text":"Esto')).error ?? "", /not valid JSON/)
  assert.match((await ask('{"id":"y"}')).error ?? "", /"text" is missing/)
  const last = await ask(JSON.stringify(document("b", 5)))
  assert.equal(last.documents[0]?.id, "b")
  child.stdin.end()
  assert.deepEqual(await once(child, "close"), [3, null])
})

test("the rows of a document are those of its events, each with its link keys", () => {
  const input = jsonLines([document("a", 4)])
  const [line] = parseLines<CodedLine>(chancery(["code", "--by-document", "-"], { input }).stdout)
  const [coded] = line!.documents
  const events = parseLines<EventLine>(chancery(["code", "-"], { input }).stdout)
  const rows = coded!.tables.events ?? []
  assert.deepEqual(
    rows.map(({ id }) => id),
    events.map(({ id }) => id),
  )
  assert.deepEqual(
    coded!.links.map(({ event }) => event),
    events.map(({ id }) => id),
  )
  assert.ok(coded!.links.every(({ keys }) => keys.length > 0))
})

test("a record of a web archive travels in a line; one that holds no page adds no document", () => {
  const archived = (record: Buffer): string => `${JSON.stringify({ warc: record.toString("base64") })}\n`
  const request = warcRecord("request", "https://harbour.example/1", Buffer.from("GET / HTTP/1.1\r\n\r\n"))
  const input = [articleRecord(1), request, Buffer.from("no record")].map(archived).join("")
  const lines = parseLines<CodedLine>(chancery(["code", "--by-document", "-"], { input }).stdout)
  assert.deepEqual(
    lines.map(({ documents, error }) => [documents.length, error ?? null]),
    [
      [1, null],
      [0, null],
      [0, "it is no WARC record"],
    ],
  )
})

test("events linked group by group give the happenings of linking them all, and the same relation", () => {
  const input = jsonLines([document("a", 4), document("b", 5), document("c", 20)])
  const coded = parseLines<CodedLine>(chancery(["code", "--by-document", "-"], { input }).stdout)
  const groups = coded.flatMap(({ documents }) =>
    documents.flatMap(({ tables, published, id }) =>
      (tables.events ?? []).map(({ event }) => ({
        ...{ group: id === "c" ? "late" : "early", event, published },
        ...{
          publisher_name: tables.documents?.[0]?.publisher_name,
          signature: tables.documents?.[0]?.signature,
        },
      })),
    ),
  )
  const grouped = parseLines<{
    id: string
    tables: { happenings: { happening: string }[]; happening_pairs: { pair: string }[] }
  }>(chancery(["link", "--by-group", "-"], { input: jsonLines(groups) }).stdout)
  assert.ok(grouped.length > 1)
  const whole = chancery(["link", "-"], { input: chancery(["code", "-"], { input }).stdout }).stdout
  assert.deepEqual(
    grouped.map(({ id }) => id).sort(),
    parseLines<Happening>(whole).map(({ id }) => id),
  )
  const paired = grouped
    .flatMap(({ tables }) =>
      tables.happening_pairs.map(({ pair }) => ({ pair, happening: tables.happenings[0]!.happening })),
    )
    .sort((a, b) => (a.pair < b.pair ? -1 : 1))
  const rows = parseLines<{ tables: { relations: PairPoint[] } }>(
    chancery(["series", "--by-pair", "-"], { input: jsonLines(paired) }).stdout,
  ).flatMap(({ tables }) => tables.relations)
  const series = parseLines<PairPoint>(chancery(["series", "-"], { input: whole }).stdout)
  const counts = (points: readonly PairPoint[]) =>
    points.map(({ pair, period, happenings }) => [pair, period, happenings])
  assert.deepEqual(counts(rows), counts(series))
  assert.ok(series.length > 1)
})

test("a line without a group is refused, and the process ends with 3", () => {
  const { status, stderr } = chancery(["link", "--by-group", "-"], { input: '{"event":"{}"}\n' })
  assert.equal(status, 3)
  assert.match(stderr, /needs "group" and "event"/)
})
