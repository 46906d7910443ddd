import assert from "node:assert/strict"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "node:test"
import type { EventLine } from "../../../src/app/events/event-line.ts"
import type { Happening } from "../../../src/record/index.ts"
import { chancery, jsonLines, parseLines, scratchFolder } from "./chancery.ts"

const folder = scratchFolder()
const TEXT = `President flies to Nairobi
4 March 2022

The president of Kenya met the president of Estonia in Nairobi on Friday.

Estonia condemned Russia on Friday.
`
writeFileSync(join(folder, "article.txt"), TEXT)

const documents = Array.from({ length: 40 }, (_, index) => ({
  id: `d${index}`,
  text: `Report number ${index}. ${TEXT.slice(TEXT.indexOf("The president"))}`,
  published: `2022-03-${String((index % 28) + 1).padStart(2, "0")}`,
  publisher: { name: `Outlet ${index % 5}` },
}))

test("a text file is coded with offsets of the file, dated by its date line", () => {
  const { status, stdout, stderr } = chancery(["code", "article.txt"], { cwd: folder })
  assert.equal(stderr, "")
  assert.equal(status, 0)
  const events = parseLines<EventLine>(stdout)
  for (const { document, evidence, actors, recipients } of events) {
    assert.equal(document, "article.txt")
    for (const span of [evidence, ...actors, ...recipients])
      assert.equal(TEXT.slice(span.start, span.end), span.text)
  }
  const accusation = events.find(({ type }) => type === "ACCUSE")
  assert.equal(accusation?.date?.start, "2022-03-04")
  assert.deepEqual([accusation?.published, accusation?.publisher], ["2022-03-04", undefined])
})

test("events are byte-identical for any number of workers", () => {
  const input = jsonLines(
    Array.from({ length: 25 }, () => documents)
      .flat()
      .map((document, at) => ({ ...document, id: `${at}` })),
  )
  assert.ok(input.length > 200_000)
  const one = chancery(["code", "--workers", "1"], { input })
  const two = chancery(["code", "--workers", "2"], { input })
  assert.equal(one.status, 0)
  assert.equal(two.stdout, one.stdout)
})

test("given participants are classified one by one, in their order, also where nothing holds between them", () => {
  const text = "Estonia condemned Russia. Kenya and Peru have capitals."
  const span = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
  const pairs = [
    { actor: span("Kenya"), recipient: span("Peru") },
    { actor: span("Estonia"), recipient: span("Russia") },
    { actor: span("Estonia"), recipient: null },
  ]
  const { stdout, status } = chancery(["code"], {
    input: jsonLines([{ id: "p", text, participants: pairs }]),
  })
  assert.equal(status, 0)
  const events = parseLines<EventLine>(stdout)
  assert.deepEqual(
    events.map(({ actors }) => actors[0]?.text),
    ["Kenya", "Estonia", "Estonia"],
  )
  assert.equal(events.length, 3)
})

test("a document that breaks off is skipped, and the events of the others are complete", () => {
  const whole = chancery(["code"], { input: jsonLines(documents.slice(0, 3)) })
  const broken = chancery(["code"], {
    input: `${jsonLines(documents.slice(0, 2))}{"id":"x","text":"Esto\n${jsonLines(documents.slice(2, 3))}`,
  })
  assert.equal(broken.status, 3)
  assert.match(broken.stderr, /^stdin:3: /)
  assert.equal(broken.stdout, whole.stdout)
})

test("code piped into link gives happenings that name every event once", () => {
  const coded = chancery(["code"], { input: jsonLines(documents.slice(0, 8)) })
  const { stdout, status, stderr } = chancery(["link"], { input: coded.stdout })
  assert.equal(stderr, "")
  assert.equal(status, 0)
  const linked = parseLines<Happening>(stdout).flatMap(({ events }) => events)
  const typed = parseLines<EventLine>(coded.stdout).filter(({ type }) => type !== null)
  assert.deepEqual([...linked].sort(), typed.map(({ id }) => id).sort())
})

test("link tells the owners apart by the publishers that the events carry, or by the documents", () => {
  // Three own accounts of one meeting: one text in three papers would be one voice.
  const accounts = [
    "The president of Kenya met the president of Estonia in Nairobi on Friday.",
    "On Friday the president of Estonia met the president of Kenya in Nairobi.",
    "In Nairobi the president of Kenya met the president of Estonia on Friday, officials said.",
  ]
  const same = documents
    .slice(0, 3)
    .map((document, at) => ({ ...document, text: accounts[at] ?? "", published: "2022-03-04" }))
  const coded = chancery(["code"], { input: jsonLines(same) }).stdout
  const owners = (lines: string) =>
    Math.max(...parseLines<Happening>(lines).map(({ independentOwners }) => independentOwners))
  assert.equal(owners(chancery(["link"], { input: coded }).stdout), 3)
  const bare = jsonLines(parseLines<EventLine>(coded).map(({ publisher, published, ...event }) => event))
  writeFileSync(join(folder, "documents.jsonl"), jsonLines(same))
  const linked = chancery(["link", "-", "--documents", "documents.jsonl"], { input: bare, cwd: folder })
  assert.equal(owners(linked.stdout), 3)
})

test("a line that is no event is named and skipped", () => {
  const { status, stderr } = chancery(["link"], { input: '{"id":"e"}\n[]\n' })
  assert.equal(status, 3)
  assert.match(
    stderr,
    /^stdin:1: "document" is nothing; an event needs it.*\nstdin:2: each line must be a JSON object/,
  )
})
