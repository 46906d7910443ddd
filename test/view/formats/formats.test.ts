import assert from "node:assert/strict"
import { test } from "node:test"
import { loadFormatNames } from "../../../src/app/export/format-names.ts"
import type { Event, Happening } from "../../../src/record/index.ts"
import {
  ADDITIONS,
  additionsOf,
  type Cell,
  csvRow,
  EVENT_TABLE,
  GDELT_EVENTS,
  GDELT_MENTIONS,
  HAPPENING_TABLE,
  type HappeningSource,
  ICEWS,
  PETRARCH2,
  PHOENIX,
  POLECAT,
  ploverJson,
  type ReportSource,
  type TableFormat,
  tsvRow,
} from "../../../src/view/formats/index.ts"
import { buildEvent, PLACES } from "../../happening/build-event.ts"

const NAMES = loadFormatNames()

const VISIT = buildEvent({
  id: "e1",
  document: "news/one.md",
  type: "CONSULT",
  mode: "visit",
  quad: "verbal cooperation",
  score: 4,
  actors: ["Alexander Lukashenko/BLR"],
  recipients: ["China/CHN"],
  place: PLACES.beijing,
  date: "2023-12-03",
  evidence: "He arrived in Beijing.",
})

const sourceOf = (event: Event): ReportSource => ({
  event,
  document: {
    title: "A visit",
    published: "2023-12-03T12:24:00Z",
    url: "https://north.example/1",
    publisher: { name: "North Post", domain: "north.example" },
    coder: "chancery test (abcd)",
  },
  outlet: { name: "North Post", country: "LTU", owner: "North Trust", affiliation: "independent" },
  happening: null,
})

/** What the formats ask of a happening; the rest is of no matter to them. */
const happeningOf = (events: readonly Event[]): Happening =>
  ({
    ...events[0]!,
    id: "h1",
    events: events.map(({ id }) => id),
    bestEvent: events[0]!.id,
    documents: [...new Set(events.map(({ document }) => document))],
    outlets: ["North Post"],
    independentOwners: 1,
    onlyStateMedia: false,
    onlyRecalled: false,
    firstReported: { day: "2023-12-03", outlet: "North Post", document: "news/one.md" },
  }) as unknown as Happening

const told = (event: Event): HappeningSource => ({
  happening: happeningOf([event]),
  reports: [sourceOf(event)],
})

const asRecords = <T>(format: TableFormat<T>, source: T): Record<string, Cell>[] =>
  format
    .rowsOf(source, NAMES)
    .map((row) => Object.fromEntries(format.columns.map(({ name }, at) => [name, row[at] ?? null])))

test("each format has exactly the columns that its readers know, and each row fills them", () => {
  const widths: [TableFormat<never>, number][] = [
    [ICEWS as TableFormat<never>, 20],
    [POLECAT as TableFormat<never>, 40],
    [PHOENIX as TableFormat<never>, 26],
    [GDELT_EVENTS as TableFormat<never>, 61],
    [GDELT_MENTIONS as TableFormat<never>, 16],
  ]
  for (const [format, width] of widths) assert.equal(format.columns.length, width)
  const both = { ...sourceOf(VISIT), ...told(VISIT) }
  for (const format of [ICEWS, POLECAT, PETRARCH2, EVENT_TABLE, PHOENIX, GDELT_EVENTS, GDELT_MENTIONS])
    for (const row of (format as TableFormat<unknown>).rowsOf(both, NAMES))
      assert.equal(row.length, format.columns.length)
  assert.equal(
    HAPPENING_TABLE.rowsOf(told(VISIT).happening, NAMES)[0]?.length,
    HAPPENING_TABLE.columns.length,
  )
  assert.equal(additionsOf(sourceOf(VISIT), NAMES).length, ADDITIONS.length)
})

test("ICEWS names countries in English and scores with Goldstein's scale", () => {
  const [row] = asRecords(ICEWS, sourceOf({ ...VISIT, cameo: "042" }))
  assert.equal(row?.["Source Country"], "Belarus")
  assert.equal(row?.["Target Country"], "China")
  assert.equal(row?.["CAMEO Code"], "042")
  assert.equal(row?.Intensity, NAMES.codebook.goldstein("042"))
  assert.equal(row?.Province, null)
})

test("one meeting of many is one POLECAT row, and one ICEWS row for each side that acts upon another", () => {
  const summit: Event = {
    ...VISIT,
    reciprocal: true,
    actors: ["BLR", "CHN", "RUS"].map((code) => ({ ...VISIT.actors[0]!, name: code, country: code })),
    recipients: [],
  }
  const [polecat, ...more] = asRecords(POLECAT, sourceOf(summit))
  assert.equal(more.length, 0)
  assert.equal(polecat?.["Actor Country"], "BLR; CHN; RUS")
  assert.equal(ICEWS.rowsOf(sourceOf(summit), NAMES).length, 6)
})

test("protest is material conflict in PLOVER and Phoenix, verbal in GDELT", () => {
  const protest = {
    ...VISIT,
    type: "PROTEST",
    plover: "PROTEST",
    mode: null,
    cameo: "141",
    score: -6,
  } as const
  assert.equal(asRecords(POLECAT, sourceOf(protest))[0]?.["Quad Code"], "4")
  assert.equal(asRecords(PHOENIX, told(protest))[0]?.quad_class, 4)
  assert.equal(asRecords(GDELT_EVENTS, told(protest))[0]?.QuadClass, 3)
})

test("a planned visit is no visit in formats that know no plans", () => {
  const planned = { ...VISIT, status: "planned", plover: "AGREE", cameo: null } as const
  const [polecat] = asRecords(POLECAT, sourceOf(planned))
  assert.equal(polecat?.["Event Type"], "AGREE")
  assert.equal(polecat?.["Event Mode"], null, "visit is no mode of AGREE")
  assert.match(String(asRecords(ICEWS, sourceOf(planned))[0]?.["CAMEO Code"]), /^03/, "an intent, no visit")
})

test("what is unknown is an empty cell, never a word or a nought", () => {
  const bare: Event = { ...VISIT, date: null, place: null, recipients: [] }
  const [row] = asRecords(GDELT_EVENTS, told(bare))
  for (const name of ["SQLDATE", "FractionDate", "Actor2Code", "AvgTone", "ActionGeo_Lat", "Actor1Geo_Type"])
    assert.equal(row?.[name], null, name)
  assert.equal(asRecords(ICEWS, sourceOf(bare))[0]?.["Target Name"], null)
})

test("GDELT's numbers name the same side of the same happening in both tables", () => {
  const events = asRecords(GDELT_EVENTS, told(VISIT)).map((row) => row.GLOBALEVENTID)
  const mentions = asRecords(GDELT_MENTIONS, told(VISIT)).map((row) => row.GLOBALEVENTID)
  assert.deepEqual(mentions, events)
  assert.ok(events.every((id) => Number.isSafeInteger(id)))
})

test("PLOVER's JSON has no nulls, and holds the evidence with its offsets", () => {
  const json = JSON.stringify(ploverJson(sourceOf(VISIT), NAMES))
  assert.ok(!json.includes("null"))
  assert.deepEqual(JSON.parse(json).text_info, { sequence: 1, start: 0, end: VISIT.evidence.end })
})

test("a tab or a line end in a text breaks no row", () => {
  assert.equal(tsvRow(["a\tb\r\nc", null, 0]), "a b  c\t\t0\n")
  assert.equal(csvRow(['say "yes"', "a,b", "", null, true]), '"say ""yes""","a,b","",,true\n')
})
