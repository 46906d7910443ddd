import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { HappeningRow, PairRow } from "../../src/view/api.ts"
import { documentAddress, happeningAddress, pairAddress, readAddress } from "../../web/src/addresses.ts"
import { filterPairs, readSort, sortPairs, writeSort } from "../../web/src/overview/sort.ts"
import {
  newestFirst,
  type PairFilters,
  passing,
  readFilters,
  within,
  writeFilters,
} from "../../web/src/pair/filters.ts"

const NONE: PairFilters = {
  status: undefined,
  type: undefined,
  from: undefined,
  to: undefined,
  independent: false,
}

test("each view has an address of its own", () => {
  assert.deepEqual(readAddress("/"), { view: "overview" })
  assert.deepEqual(readAddress(pairAddress("BLR-CHN")), { view: "pair", pair: "BLR-CHN" })
  assert.deepEqual(readAddress("/documents"), { view: "documents" })
  assert.deepEqual(readAddress("/about/"), { view: "about" })
  assert.deepEqual(readAddress(happeningAddress("h1")), { view: "happening", id: "h1" })
})

/** Browsers take dots alone for folders, whatever the encoding. */
const DOTS = /^\.{1,2}$/

test("an id may be any string: a path, an address, an accented name", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: "grapheme" }).filter((id) => !DOTS.test(id)),
      (id) => {
        const url = new URL(documentAddress(id, id), "http://localhost")
        assert.deepEqual(readAddress(url.pathname), { view: "document", id })
        assert.equal(url.searchParams.get("event"), id)
      },
    ),
  )
})

test("what is no address names no view", () => {
  for (const path of ["/pairs", "/nothing", "/pairs/BLR-CHN/more", "/documents/%E0%A4%A"])
    assert.deepEqual(readAddress(path), { view: "nowhere" })
})

test("filters survive the way through the address", () => {
  const filters: PairFilters = {
    status: "planned",
    type: "CONSULT",
    from: "2023-01-01",
    to: "2023-12-31",
    independent: true,
  }
  assert.deepEqual(readFilters(new URLSearchParams(writeFilters(filters))), filters)
  assert.equal(writeFilters(NONE), "")
})

test("values that mean nothing do not filter", () => {
  assert.deepEqual(
    readFilters(new URLSearchParams("status=perhaps&from=yesterday&type=&independent=1")),
    NONE,
  )
})

const row = (id: string, start: string | null, more: Partial<HappeningRow> = {}): HappeningRow => ({
  id,
  type: "CONSULT",
  typeName: "Consult",
  mode: null,
  quad: "verbal cooperation",
  status: "occurred",
  start,
  end: start,
  precision: "day",
  dateCertain: true,
  place: null,
  actors: [],
  recipients: [],
  reciprocal: false,
  reports: 1,
  documents: 1,
  independentOwners: 1,
  onlyStateMedia: false,
  score: 1,
  headline: "",
  ...more,
})
const ids = (rows: readonly HappeningRow[]) => rows.map(({ id }) => id)

test("a happening counts in a period that it overlaps", () => {
  const rows = [row("a", "2023-02-27", { end: "2023-03-02" }), row("b", "2023-05-01"), row("c", null)]
  assert.deepEqual(ids(within(rows, { ...NONE, from: "2023-03-01", to: "2023-03-31" })), ["a"])
  assert.deepEqual(ids(within(rows, NONE)), ["a", "b", "c"])
})

test("what only state media tell can be left out", () => {
  const rows = [row("a", null, { onlyStateMedia: true }), row("b", null, { status: "planned" })]
  assert.deepEqual(ids(passing(rows, { ...NONE, independent: true })), ["b"])
  assert.deepEqual(ids(passing(rows, { ...NONE, status: "planned" })), ["b"])
})

test("the newest stands first and the undated last", () => {
  const rows = [row("a", null), row("b", "2021-01-01"), row("c", "2022-01-01")]
  assert.deepEqual(ids(newestFirst(rows)), ["c", "b", "a"])
})

const pairOf = (pair: string, names: readonly [string, string], share: number | null): PairRow => ({
  pair,
  a: { code: pair.slice(0, 3), name: names[0] },
  b: { code: pair.slice(4), name: names[1] },
  happenings: 1,
  reports: 1,
  documents: 1,
  planned: 0,
  byQuad: {
    "verbal cooperation": 1,
    "material cooperation": 0,
    "verbal conflict": 0,
    "material conflict": 0,
  },
  share,
  low: null,
  high: null,
  first: null,
  last: null,
  months: [],
})
const PAIRS = [
  pairOf("CIV-FRA", ["Côte d’Ivoire", "France"], null),
  pairOf("BLR-CHN", ["Belarus", "China"], 90),
  pairOf("POL-RUS", ["Poland", "Russia"], 20),
]
const pairs = (rows: readonly PairRow[]) => rows.map(({ pair }) => pair)

test("pairs without a share come last in either direction", () => {
  assert.deepEqual(pairs(sortPairs(PAIRS, readSort("share"))), ["POL-RUS", "BLR-CHN", "CIV-FRA"])
  assert.deepEqual(pairs(sortPairs(PAIRS, readSort("-share"))), ["BLR-CHN", "POL-RUS", "CIV-FRA"])
  assert.equal(writeSort(readSort("-share")), "-share")
  assert.equal(writeSort(readSort("nonsense")), "-happenings")
})

test("countries are found by the beginnings of their names or codes, accents aside", () => {
  assert.deepEqual(pairs(filterPairs(PAIRS, "cote")), ["CIV-FRA"])
  assert.deepEqual(pairs(filterPairs(PAIRS, "rus pol")), ["POL-RUS"])
  assert.deepEqual(pairs(filterPairs(PAIRS, "chn")), ["BLR-CHN"])
  assert.deepEqual(pairs(filterPairs(PAIRS, "land")), [])
  assert.equal(filterPairs(PAIRS, " ").length, 3)
})
