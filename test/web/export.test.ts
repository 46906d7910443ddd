import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { citationBibtex, citationText } from "../../web/src/export/citation.ts"
import { fileStem } from "../../web/src/export/file-stem.ts"
import { csvText, jsonLines } from "../../web/src/export/table-text.ts"

const VERSION = {
  fingerprint: "03643c5bf1de",
  documents: 1,
  events: 3,
  happenings: 2,
  outlets: 1,
  first: "2023-12-03",
  last: "2023-12-03",
  coder: "chancery 0.1.0",
}
const CITED = { title: "Belarus – China: 50 % {share}", path: "/pairs/BLR-CHN?by=year" }

test("a chart's data come as CSV with the columns of all its rows, and what is unknown is empty", () => {
  assert.equal(
    csvText([
      { month: "2023-12", share: 71.5, note: 'a "state" visit, they say' },
      { month: "2024-01", share: null, only: true },
    ]),
    'month,share,note,only\n2023-12,71.5,"a ""state"" visit, they say",\n2024-01,,,true\n',
  )
})

test("JSON lines give back the rows that were written", () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const row = fc.dictionary(
    fc.string({ minLength: 1 }).filter((name) => name !== "__proto__"),
    cell,
  )
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const written = jsonLines(rows).split("\n").slice(0, -1)
      assert.deepEqual(
        written.map((line) => JSON.parse(line)),
        rows.map((one) => ({ ...one })),
      )
    }),
  )
})

test("a citation names the view, where it stands and the version of its data", () => {
  assert.equal(
    citationText(CITED, VERSION),
    "Chancery: Belarus – China: 50 % {share}. Data version 03643c5bf1de: 1 article of 1 outlet, 3 Dec 2023 to 3 Dec 2023; coded by chancery 0.1.0. View: /pairs/BLR-CHN?by=year",
  )
  const entry = citationBibtex(CITED, VERSION)
  assert.match(entry, /^@misc\{chancery-03643c5bf1de,\n/)
  assert.ok(entry.includes("title = {{Belarus – China: 50 \\% \\{share\\}}}"))
})

test("file names hold letters and digits alone", () => {
  assert.equal(fileStem("Côte d’Ivoire – Türkiye: share, by year"), "cote-d-ivoire-turkiye-share-by-year")
  assert.equal(fileStem("…"), "chart")
})
