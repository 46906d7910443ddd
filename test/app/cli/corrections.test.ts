import assert from "node:assert/strict"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { before, test } from "node:test"
import { readAnnotatedArticles } from "../../../scripts/training/annotated-articles.ts"
import { judgedFields } from "../../../src/correction/index.ts"
import type { Correction, Event, Explanation } from "../../../src/record/index.ts"
import { identified, openStore } from "../../../src/store/index.ts"
import { chancery, jsonLines, parseLines, scratchFolder } from "./chancery.ts"

const folder = scratchFolder()
const TEXT = "The president of Kenya met the president of Estonia in Nairobi on Friday."
const run = (...args: string[]) => chancery(args, { cwd: folder })

let events: readonly Event[]
let corrections: readonly Correction[]
before(async () => {
  writeFileSync(join(folder, "d.jsonl"), jsonLines([{ id: "d", text: TEXT, published: "2022-03-05" }]))
  for (const store of ["record.duckdb", "other.duckdb"]) {
    const coded = run("run", "d.jsonl", "--store", store)
    assert.equal(coded.status, 0, coded.stderr)
  }
  const store = await openStore(join(folder, "record.duckdb"))
  const document = await store.document("d")
  events = document?.coded ?? []
  assert.ok(events.length > 0)
  corrections = events.map((event, at) =>
    identified({
      kind: at === 0 ? "fix" : "reject",
      author: "Ada",
      time: "2024-01-01T10:00:00.000Z",
      note: null,
      target: {
        document: "d",
        contentHash: document?.provenance.contentHash ?? "",
        event: event.id,
        evidence: event.evidence,
        trigger: event.trigger,
      },
      coder: event.coder,
      seen: judgedFields(event),
      changes: at === 0 ? { status: "planned" } : {},
      undoes: null,
    }),
  )
  await store.addCorrections(corrections)
  await store.close()
})

test("corrections are listed with what they say and whether they stand", () => {
  const { stdout, status } = run("corrections", "list", "--store", "record.duckdb", "--json")
  assert.equal(status, 0)
  assert.deepEqual(
    parseLines<Correction & { state: string }>(stdout)
      .filter(({ kind }) => kind === "fix")
      .map(({ author, changes, state }) => [author, changes.status, state]),
    [["Ada", "planned", "stands"]],
  )
  assert.match(run("corrections", "list", "--store", "record.duckdb").stdout, /status: planned/)
})

test("exported as training data, a corrected article is read as an annotated one", () => {
  const { stdout, status, stderr } = run("corrections", "export", "--store", "record.duckdb")
  assert.equal(status, 0, stderr)
  mkdirSync(join(folder, "training"), { recursive: true })
  writeFileSync(join(folder, "training", "own.jsonl"), stdout)
  const [article, ...others] = readAnnotatedArticles(join(folder, "training"), new Map())
  assert.deepEqual(others, [])
  const [gold, ...rest] = article?.gold ?? []
  assert.deepEqual(rest, [])
  assert.deepEqual([gold?.type, gold?.status, gold?.quote], [events[0]?.type, "planned", TEXT])
  assert.equal(TEXT.slice(gold?.trigger?.start, gold?.trigger?.end), events[0]?.trigger?.text)
  assert.deepEqual(
    gold?.sources.map(({ country }) => country),
    events[0]?.actors.map(({ country }) => country),
  )
})

test("exported and imported twice elsewhere, they are there once, and the record follows them unless told not to", () => {
  const exported = run("corrections", "export", "--format", "jsonl", "--store", "record.duckdb").stdout
  writeFileSync(join(folder, "said.jsonl"), exported)
  const first = run("corrections", "import", "said.jsonl", "--store", "other.duckdb")
  assert.match(first.stdout, new RegExp(`^${corrections.length} corrections added, 0 there already`))
  const second = run("corrections", "import", "said.jsonl", "--store", "other.duckdb")
  assert.match(second.stdout, new RegExp(`^0 corrections added, ${corrections.length} there already`))
  const statuses = () =>
    parseLines<Event>(
      run("export", "--table", "events", "--format", "jsonl", "--store", "other.duckdb").stdout,
    ).map(({ status }) => status)
  assert.deepEqual(statuses(), ["planned"])
  assert.equal(run("corrections", "off", "--store", "other.duckdb").status, 0)
  assert.deepEqual(
    statuses(),
    events.map(({ status }) => status),
  )
})

test("a line that is no correction, or was changed, is named and costs the others nothing", () => {
  const [good] = parseLines<Correction>(readFileSync(join(folder, "said.jsonl"), "utf8"))
  writeFileSync(
    join(folder, "bad.jsonl"),
    jsonLines([{ ...good, author: "Somebody else" }, { ...good, id: undefined, kind: "praise" }, good]),
  )
  const { status, stderr, stdout } = run("corrections", "import", "bad.jsonl", "--store", "other.duckdb")
  assert.equal(status, 3)
  assert.match(stderr, /^bad\.jsonl:1: its id is .* it was changed; skipped/m)
  assert.match(stderr, /^bad\.jsonl:2: "kind" is "praise"; it must be one of/m)
  assert.match(stdout, /^0 corrections added, 1 there already/)
})

test("an event of the record and the events of a file are explained; what is not there is told", () => {
  const id = events[0]?.id ?? ""
  const told = run("explain", id, "--store", "record.duckdb")
  assert.equal(told.status, 0, told.stderr)
  assert.match(told.stdout, new RegExp(`^${id} `))
  assert.match(told.stdout, /^trigger: /m)
  assert.match(told.stdout, /^type: .* decided by /m)
  assert.match(told.stdout, /^on record: /m)
  const missing = run("explain", "0123456789abcdef", "--store", "record.duckdb")
  assert.equal(missing.status, 3)
  assert.match(missing.stderr, /no event "0123456789abcdef"/)

  const [first] = parseLines<Explanation>(run("explain", "--file", "d.jsonl", "1", "--json").stdout)
  assert.equal(first?.event?.id, id)
  const wrong = run("explain", "--file", "d.jsonl", "99")
  assert.equal(wrong.status, 2)
  assert.match(wrong.stderr, /number from 1 to/)
})
