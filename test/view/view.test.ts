import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { linkEvents } from "../../src/happening/index.ts"
import {
  codebookPage,
  documentPage,
  happeningPage,
  happeningRow,
  type Names,
  pairCountries,
  pairRow,
} from "../../src/view/index.ts"
import { buildEvent } from "../happening/build-event.ts"

const names: Names = {
  codebook: loadCodebook(bundledData),
  outlets: createOutlets([
    parseOutlets(
      "own.tsv",
      "name\tcountry\towner\taffiliation\tdomain\tfrom\tto\nDaily Post\tAAA\tPost Trust\tindependent\tpost.example\t\t2019-12-31\nDaily Post\tAAA\tMinistry\tstate-affiliated\tpost.example\t2020-01-01\t",
    ),
  ]),
  countryName: (code) => ({ BLR: "Belarus", CHN: "China" })[code] ?? code,
}
const event = buildEvent({
  mode: "visit",
  actors: ["Alexander Lukashenko/BLR"],
  recipients: ["CHN"],
  date: "2023-03",
})
const [happening] = linkEvents([event])

test("a pair is two codes in alphabetical order, and nothing else", () => {
  assert.deepEqual(pairCountries("BLR-CHN", names), [
    { code: "BLR", name: "Belarus" },
    { code: "CHN", name: "China" },
  ])
  for (const wrong of ["CHN-BLR", "BLR-BLR", "BLR", "blr-chn", "BLR-CHN-RUS", "../etc"])
    assert.equal(pairCountries(wrong, names), undefined, wrong)
})

test("a happening's row gives the type its name, the date its precision and each party its country", () => {
  const row = happeningRow({ happening: happening!, headline: "He went." }, names)
  assert.deepEqual(
    [row.typeName, row.start, row.end, row.precision, row.dateCertain],
    ["Consult", "2023-03-01", "2023-03-31", "month", true],
  )
  assert.deepEqual(row.actors, [{ name: "Alexander Lukashenko", country: "BLR", sector: "GOV", role: null }])
  assert.equal(row.headline, "He went.")
})

test("a happening without score and quad class has those of its type and mode", () => {
  const row = happeningRow({ happening: { ...happening!, score: null, quad: null }, headline: "" }, names)
  assert.deepEqual([row.score, row.quad], [4, "verbal cooperation"])
})

test("an outlet is labelled as of the report's day, and an unknown one keeps its own name", () => {
  const report = (published: string | null, name: string) => ({
    event,
    document: { title: null, published, url: null, publisher: { name } },
  })
  const page = happeningPage(
    { happening: happening!, headline: "" },
    [
      report("2019-05-01", "Daily Post"),
      report("2021-05-01T08:00:00Z", "Daily Post"),
      report(null, "Mystery Sheet"),
    ],
    names,
  )
  assert.deepEqual(
    page.reportsOf.map(({ outlet }) => [outlet?.name, outlet?.affiliation, outlet?.owner]),
    [
      ["Daily Post", "independent", "Post Trust"],
      ["Daily Post", "state-affiliated", "Ministry"],
      ["Mystery Sheet", "unknown", null],
    ],
  )
})

test("a document's page keeps the offsets of its events and names their happening, if they have one", () => {
  const entry = { id: "a", title: null, published: null, url: null, publisher: null, events: 2 }
  const untyped = buildEvent({ type: null })
  const page = documentPage(
    {
      ...entry,
      article: { id: "a", text: event.evidence.text },
      coded: [event, untyped],
      happeningOf: new Map([[event.id, "h1"]]),
    },
    names,
  )
  assert.deepEqual(
    page.coded.map(({ happening: of, typeName }) => [of, typeName]),
    [
      ["h1", "Consult"],
      [null, ""],
    ],
  )
  for (const { evidence } of page.coded)
    assert.equal(page.text.slice(evidence.start, evidence.end), evidence.text)
  assert.equal(page.outlet, null)
})

test("a pair's row counts plans and quad classes, and has no share where nothing occurred", () => {
  const totals = { pair: "BLR-CHN", happenings: 3, reports: 4, documents: 2, first: null, last: null }
  const tallies = [
    { quad: "verbal cooperation", status: "planned", happenings: 2 },
    { quad: "material conflict", status: "denied", happenings: 1 },
  ] as const
  const row = pairRow(totals, { tallies, series: [], level: undefined }, names)
  assert.deepEqual([row?.planned, row?.share, row?.months], [2, null, []])
  assert.deepEqual(row?.byQuad, {
    "verbal cooperation": 2,
    "material cooperation": 0,
    "verbal conflict": 0,
    "material conflict": 1,
  })
})

test("the codebook's page holds each code once", () => {
  const { types, statuses, sectors } = codebookPage(names.codebook)
  for (const codes of [types, statuses, sectors].map((list) => list.map(({ code }) => code)))
    assert.equal(new Set(codes).size, codes.length)
})
