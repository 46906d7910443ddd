import assert from "node:assert/strict"
import { test } from "node:test"
import { dayWords, monthWords, periodWords } from "../../web/src/wording/dates.ts"
import { amount, counted } from "../../web/src/wording/numbers.ts"
import { partyNames, sidesOf, sidesWords } from "../../web/src/wording/parties.ts"
import { amountOf, quantityWords } from "../../web/src/wording/quantities.ts"

const period = (start: string | null, end: string | null, precision: string | null) =>
  periodWords({ start, end, precision })
const party = (name: string, country: string | null = null) => ({ name, country, sector: null, role: null })

test("a date is told no more precisely than it is known", () => {
  assert.equal(period("2023-12-03", "2023-12-03", "day"), "3 Dec 2023")
  assert.equal(period("2023-03-01", "2023-03-31", "month"), "March 2023")
  assert.equal(period("2023-07-01", "2023-09-30", "quarter"), "Q3 2023")
  assert.equal(period("2022-03-01", "2022-05-31", "season"), "spring 2022")
  assert.equal(period("2022-01-01", "2022-12-31", "year"), "2022")
  assert.equal(period("1990-01-01", "1999-12-31", "decade"), "1990s")
  assert.equal(period("1901-01-01", "2000-12-31", "century"), "20th century")
  assert.equal(period("2024-09-02", "2024-09-08", "week"), "week of 2 Sept 2024")
})

test("a stretch of days names month and year once where they are shared", () => {
  assert.equal(period("2023-12-03", "2023-12-05", "day"), "3–5 Dec 2023")
  assert.equal(period("2023-02-28", "2023-03-02", "day"), "28 Feb – 2 Mar 2023")
  assert.equal(period("2023-12-30", "2024-01-02", "day"), "30 Dec 2023 – 2 Jan 2024")
  assert.equal(period("2023-03-01", "2023-05-31", "month"), "March–May 2023")
})

test("what is not dated is not given a date", () => {
  assert.equal(period(null, null, null), "undated")
  assert.equal(dayWords(null), "undated")
  assert.equal(dayWords("soon"), "soon")
  assert.equal(period("2023-13-01", null, "day"), "undated")
})

test("a publication time is told as its day", () => {
  assert.equal(dayWords("2021-05-23T18:40:00Z"), "23 May 2021")
  assert.equal(monthWords("2021-05"), "May 2021")
})

test("amounts are told as a reader would say them", () => {
  assert.equal(amount(3_560_000_000), "3.56 billion")
  assert.equal(amount(12_800), "12,800")
  assert.equal(counted(1, "report"), "1 report")
  assert.equal(counted(2, "report"), "2 reports")
  assert.equal(quantityWords({ kind: "money", value: 5e6, unit: "EUR", text: "" }), "EUR 5 million")
  assert.equal(
    quantityWords({ kind: "ordinal", value: 2, unit: "visit", text: "", period: "2023" }),
    "no. 2 visit in 2023",
  )
  assert.equal(quantityWords({ kind: "count", value: 52, unit: "prisoner", text: "" }), "52 prisoners")
  assert.equal(amountOf(1, "hour"), "1 hour")
  assert.equal(amountOf(7, "killed"), "7 killed")
  assert.equal(amountOf(3, "armed person"), "3 armed people")
  assert.equal(amountOf(2, "company"), "2 companies")
  assert.equal(amountOf(4, null), "4")
})

test("where both sides act alike the first state is set against the others", () => {
  const talks = {
    actors: [party("A", "BLR"), party("B", "BLR"), party("C", "CHN")],
    recipients: [],
    reciprocal: true,
  }
  assert.deepEqual(
    sidesOf(talks).right.map(({ name }) => name),
    ["C"],
  )
  assert.equal(sidesWords(talks), "A, B ↔ C")
})

test("a side that nobody names is not made up", () => {
  assert.equal(sidesWords({ actors: [party("A")], recipients: [], reciprocal: false }), "A")
  assert.equal(
    sidesWords({ actors: [], recipients: [party("B")], reciprocal: false }),
    "somebody unnamed → B",
  )
  assert.equal(sidesWords({ actors: [], recipients: [], reciprocal: false }), "nobody named")
})

test("a long list of parties is counted, not spelt out", () => {
  assert.equal(partyNames(["A", "B", "C", "D"].map((name) => party(name))), "A, B and 2 more")
})
