import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { FastifyInstance } from "fastify"
import { bundledData } from "../../src/app/bundled-data.ts"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createServer } from "../../src/app/server/create-server.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { loadCountryNames } from "../../src/codebook/country-names.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { openStore, type Store } from "../../src/store/index.ts"
import type { TodayPage } from "../../src/view/index.ts"
import { buildEvent, type EventSketch } from "../happening/build-event.ts"

const outlets = createOutlets([])
const BELARUS_CHINA = { actors: ["Alexander Lukashenko/BLR"], recipients: ["Xi Jinping/CHN"] }
const POLAND_BELARUS = { actors: ["Mateusz Morawiecki/POL"], recipients: ["BLR"] }

let store: Store
let server: FastifyInstance

const reading = (id: string, published: string, sketch: EventSketch) => ({
  article: { id, title: id, text: `Of ${id}.`, published, publisher: { name: `${id} Post` } },
  events: [buildEvent({ ...sketch, id: `${id} 0`, document: id, evidence: `Of ${id}.` })],
})

async function serve(readings: readonly ReturnType<typeof reading>[]): Promise<void> {
  store = await openStore(":memory:")
  await store.putBatch(readings, { coder: "chancery test" })
  await store.relink(createRecordLinker(outlets))
  const names = { codebook: loadCodebook(bundledData), countryName: loadCountryNames(bundledData) }
  server = await createServer({ store, outlets, ...names })
}

before(() =>
  serve([
    reading("announcement", "2023-11-20", {
      ...BELARUS_CHINA,
      mode: "visit",
      status: "planned",
      date: "2023-12-04",
    }),
    reading("arrival", "2023-12-04", { ...BELARUS_CHINA, mode: "visit", date: "2023-12-04" }),
    reading("closure", "2023-12-05", {
      ...POLAND_BELARUS,
      type: "SANCTION",
      quad: "material conflict",
      score: -6,
      date: "2023-12-05",
    }),
    reading("spring", "2023-04-02", { ...POLAND_BELARUS, date: "2023-04-01", score: 3 }),
    reading("promise", "2023-11-28", {
      ...POLAND_BELARUS,
      type: "AGREE",
      status: "promised",
      date: "2023-12-02",
    }),
    reading("memory", "2023-12-06", { ...BELARUS_CHINA, date: "2016-09-29", background: true }),
    reading("late", "2023-12-10", { ...BELARUS_CHINA, type: "AID", date: "2023-12-09", score: 5 }),
  ]),
)
after(async () => {
  await server.close()
  await store.close()
})

async function today(query = "", status = 200): Promise<TodayPage> {
  const answer = await server.inject(`/api/v1/today${query}`)
  assert.equal(answer.statusCode, status, answer.body)
  return answer.json() as TodayPage
}
const typesOf = ({ fresh }: TodayPage) => fresh.happenings.map(({ type }) => type).sort()

test("unless a day is given, today is the last week of the record's own news, whatever the clock says", async () => {
  const page = await today()
  assert.deepEqual([page.from, page.until, page.earliest], ["2023-12-04", "2023-12-10", "2023-04-02"])
})

test("new is what no earlier article told: neither a plan that came true nor what is only recalled", async () => {
  const page = await today("?from=2023-12-04")
  assert.deepEqual(typesOf(page), ["AID", "SANCTION"])
  assert.equal(page.fresh.total, 2)
  assert.ok(
    typesOf(await today("?from=2023-11-01")).includes("CONSULT"),
    "the announced visit is new in November",
  )
})

test("a pair stands beside where it stood the year before, and one that did nothing is not there", async () => {
  const { moved } = await today("?from=2023-12-04")
  assert.equal(moved.daysBefore, 365)
  const poland = moved.pairs.find(({ pair }) => pair === "BLR-POL")
  assert.deepEqual([poland?.a.name, poland?.b.name], ["Belarus", "Poland"])
  assert.deepEqual([poland?.happeningsBefore, poland?.happeningsSince], [1, 1])
  assert.ok(
    poland?.change !== null && poland!.change.points < 0 && poland!.change.low < poland!.change.points,
  )
  assert.equal(moved.pairs.find(({ pair }) => pair === "BLR-CHN")?.before, null)
  assert.deepEqual(
    (await today("?from=2023-12-06")).moved.pairs.map(({ pair }) => pair),
    ["BLR-CHN"],
  )
})

test("what was foretold falls due on its day, kept or not heard of again", async () => {
  const { due } = await today("?from=2023-12-01")
  assert.deepEqual(
    due.plans.map(({ type, outcome, foretold }) => [type, outcome, foretold]),
    [
      ["CONSULT", "occurred", "2023-11-20"],
      ["AGREE", "unknown", "2023-11-28"],
    ],
  )
  assert.deepEqual((await today("?from=2023-12-06")).due, { total: 0, plans: [] })
})

test("a day that is none is refused, and a day after all news gives an empty page", async () => {
  await today("?from=2023-02-30", 400)
  const page = await today("?from=2024-01-01")
  assert.deepEqual([page.fresh.total, page.moved.pairs, page.due.total, page.silent], [0, [], 0, []])
})

test("a record without articles has no today, and says so without an error", async () => {
  await server.close()
  await store.close()
  await serve([])
  const page = await today()
  assert.deepEqual([page.from, page.until, page.fresh.total], [null, null, 0])
})
