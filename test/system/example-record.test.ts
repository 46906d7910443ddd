import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { Encounter, Ledger, PromiseEntry } from "../../src/record/index.ts"
import { chancery } from "../app/cli/chancery.ts"

/** What the record of the example news must say of Belarus and China, whose visits and agreements we know. */
const folder = mkdtempSync(join(tmpdir(), "chancery-record-"))
const store = join(folder, "record.duckdb")
after(() => rmSync(folder, { recursive: true, force: true }))

const ask = <T>(...args: string[]): T => {
  const { status, stdout, stderr } = chancery([...args, "--store", store, "--format", "json"])
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout) as T
}

let visits: readonly Encounter[]
let ledger: Ledger

before(() => {
  const { status, stderr } = chancery(["run", "examples/news", "--store", store])
  assert.equal(status, 0, stderr)
  visits = ask<{ readonly encounters: Encounter[] }>(
    "visits",
    "--leader",
    "Lukashenko",
    "--year",
    "2023",
  ).encounters
  ledger = ask<Ledger>("ledger", "BLR", "CHN")
})

test("Lukashenko's two visits to China in 2023 are counted once each, whatever number of outlets tell of them", () => {
  const toChina = visits.filter(
    ({ kind, status, host, guests }) =>
      kind === "visit" &&
      status === "occurred" &&
      host === "CHN" &&
      guests.some(({ name }) => name === "Alexander Lukashenko"),
  )
  assert.deepEqual(
    toChina.map(({ from }) => from?.slice(0, 7)),
    ["2023-02", "2023-12"],
  )
  for (const { evidence } of toChina)
    assert.ok(new Set(evidence.map(({ outlet }) => outlet)).size >= 3, JSON.stringify(evidence))
})

test("the agreements of March 2023 stand in the ledger with both presidents, their worth and their state", () => {
  const worth = ({ amounts }: PromiseEntry) =>
    amounts.some(({ value, unit }) => value === 3_500_000_000 && unit === "USD")
  const promise = ledger.promises.find(worth)
  assert.ok(promise !== undefined, JSON.stringify(ledger.promises))
  assert.equal(promise.state, "signed")
  const parties = [...promise.by, ...promise.to].map(({ name }) => name)
  assert.ok(parties.includes("Alexander Lukashenko") && parties.includes("Xi Jinping"), parties.join(", "))
  assert.ok(promise.history.every(({ evidence }) => evidence.words !== ""))
})

test("that Xi had not visited Minsk since 2015 is a claim, with who makes it", () => {
  const claim = ledger.absences.find(({ evidence }) => evidence.words.includes("Minsk"))
  assert.ok(claim !== undefined, JSON.stringify(ledger.absences))
})

interface Point {
  readonly happenings: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

test("where a month rests on few happenings, its band is wide; where on none, there is no figure", () => {
  const { points } = ask<{ readonly points: Point[] }>(
    "relation",
    "BLR",
    "CHN",
    "--by",
    "month",
    "--from",
    "2023",
  )
  assert.ok(points.some(({ happenings }) => happenings > 0))
  for (const { happenings, share, low, high } of points) {
    if (happenings === 0) assert.equal(share, null)
    else if (happenings < 4) assert.ok(high! - low! > 15, JSON.stringify({ happenings, low, high }))
  }
})
