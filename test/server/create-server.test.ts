import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { FastifyInstance } from "fastify"
import { bundledData } from "../../src/app/bundled-data.ts"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createServer } from "../../src/app/server/create-server.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { loadCountryNames } from "../../src/codebook/country-names.ts"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import { openStore, type Store } from "../../src/store/index.ts"
import type {
  DocumentPage,
  HappeningPage,
  LedgerPage,
  PairPage,
  PairRow,
  Problem,
  RelationPage,
  Summary,
  VisitsPage,
} from "../../src/view/index.ts"
import { buildEvent, type EventSketch, PLACES } from "../happening/build-event.ts"

const webRoot = mkdtempSync(join(tmpdir(), "chancery-web-"))
mkdirSync(join(webRoot, "assets"))
writeFileSync(join(webRoot, "index.html"), "<!doctype html><title>The page</title>")
writeFileSync(join(webRoot, "assets", "page.js"), "export {}")

const outlets = createOutlets([
  parseOutlets(
    "own.tsv",
    "name\tcountry\towner\taffiliation\tdomain\nState Wire\tBLR\tState House\tstate-affiliated\twire.example",
  ),
])
const VISIT: EventSketch = {
  mode: "visit",
  actors: ["Alexander Lukashenko/BLR"],
  recipients: ["CHN"],
  place: PLACES.beijing,
  score: 4,
}
const ID = "https://wire.example/2023/12/03?page=1#top"

let store: Store
let server: FastifyInstance
before(async () => {
  store = await openStore(":memory:")
  const article = (id: string, published: string, name: string) => ({
    id,
    title: `On ${id}`,
    text: "He arrived in Beijing.",
    published,
    url: ID,
    publisher: { name },
  })
  const reading = (id: string, published: string, publisher: string, sketch: EventSketch) => ({
    article: article(id, published, publisher),
    events: [buildEvent({ ...sketch, id: `${id} 0`, document: id })],
  })
  await store.putBatch(
    [
      reading(ID, "2023-12-03T10:00:00Z", "State Wire", {
        ...VISIT,
        date: "2023-12-03",
        evidence: "He arrived in Beijing.",
      }),
      reading("plan", "2023-11-28", "Unheard Gazette", {
        ...VISIT,
        status: "planned",
        date: "2023-12-03",
        evidence: "He is to go to Beijing.",
      }),
      reading("spring", "2023-03-02", "State Wire", {
        ...VISIT,
        date: "2023-03-01",
        evidence: "He was in Beijing.",
      }),
    ],
    { coder: "chancery test" },
  )
  await store.relink(createRecordLinker(outlets))
  server = await createServer({
    store,
    outlets,
    codebook: loadCodebook(bundledData),
    countryName: loadCountryNames(bundledData),
    webRoot,
  })
})
after(async () => {
  await server.close()
  await store.close()
  rmSync(webRoot, { recursive: true, force: true })
})

async function get<T>(url: string, status = 200): Promise<T> {
  const answer = await server.inject(url)
  assert.equal(answer.statusCode, status, answer.body)
  return answer.json() as T
}

test("the summary counts documents, events, happenings, pairs and outlets", async () => {
  const summary = await get<Summary>("/api/v1/summary")
  assert.deepEqual(
    [summary.documents, summary.events, summary.happenings, summary.pairs, summary.outlets],
    [3, 3, 2, 1, 2],
  )
  assert.deepEqual(summary.byStatus, [
    { status: "occurred", events: 2 },
    { status: "planned", events: 1 },
  ])
})

test("a pair's row names both states and gives level, quad classes and the months with news", async () => {
  const [row, ...others] = await get<PairRow[]>("/api/v1/pairs")
  assert.equal(others.length, 0)
  assert.deepEqual(
    [row?.a, row?.b],
    [
      { code: "BLR", name: "Belarus" },
      { code: "CHN", name: "China" },
    ],
  )
  assert.deepEqual([row?.happenings, row?.reports, row?.documents, row?.planned], [2, 3, 3, 0])
  assert.equal(row?.byQuad["verbal cooperation"], 2)
  assert.deepEqual(
    row?.months.map(({ month }) => month),
    ["2023-03", "2023-12"],
  )
  assert.ok(row!.share! > 50 && row!.low! < row!.share! && row!.share! < row!.high!)
})

test("a pair's relation is computed as asked, with its owners and the weights on offer", async () => {
  const { series, owners, weightsOffered } = await get<RelationPage>("/api/v1/pairs/BLR-CHN/relation")
  assert.deepEqual([series.by, series.weights, series.points.length], ["month", "plover", 10])
  assert.equal(series.points[1]?.share, null)
  assert.ok(series.points[1]!.smoothed!.low < series.points[0]!.smoothed!.low)
  assert.deepEqual(weightsOffered, ["plover", "goldstein", "unit"])
  assert.ok(owners.length > 0)
  const path = `/api/v1/pairs/BLR-CHN/relation?by=year&weights=unit&owner=${encodeURIComponent(owners[0]!.key)}`
  const other = (await get<RelationPage>(path)).series
  assert.deepEqual([other.by, other.weights, other.points.length <= 1], ["year", "unit", true])
})

test("a pair's page lists its happenings, latest first, and filters them", async () => {
  const page = await get<PairPage>("/api/v1/pairs/BLR-CHN")
  assert.deepEqual(
    page.happenings.map(({ headline }) => headline),
    ["He arrived in Beijing.", "He was in Beijing."],
  )
  assert.equal(
    (await get<PairPage>("/api/v1/pairs/BLR-CHN?from=2023-12-01&type=CONSULT&status=occurred")).happenings
      .length,
    1,
  )
  assert.equal((await get<PairPage>("/api/v1/pairs/BLR-CHN?to=2023-12-31&type=ASSAULT")).happenings.length, 0)
  assert.deepEqual((await get<PairPage>("/api/v1/pairs/AUS-NZL")).happenings, [])
})

test("a pair's happenings come page by page, with how many there are in all", async () => {
  const first = await get<PairPage>("/api/v1/pairs/BLR-CHN?limit=1")
  const second = await get<PairPage>("/api/v1/pairs/BLR-CHN?limit=1&offset=1")
  assert.deepEqual([first.total, second.total], [2, 2])
  assert.deepEqual(
    [...first.happenings, ...second.happenings],
    (await get<PairPage>("/api/v1/pairs/BLR-CHN")).happenings,
  )
  const beyond = await get<PairPage>("/api/v1/pairs/BLR-CHN?limit=1&offset=2&type=CONSULT")
  assert.deepEqual([beyond.total, beyond.happenings.length], [2, 0])
  assert.equal((await get<PairPage>("/api/v1/pairs/BLR-CHN?type=ASSAULT")).total, 0)
})

test("a happening's page tells how the plan came true, and who says so", async () => {
  const { happenings } = await get<PairPage>("/api/v1/pairs/BLR-CHN")
  const page = await get<HappeningPage>(`/api/v1/happenings/${happenings[0]!.id}`)
  assert.deepEqual(
    page.history.map(({ status, reported }) => [status, reported]),
    [
      ["planned", "2023-11-28"],
      ["occurred", "2023-12-03"],
    ],
  )
  assert.deepEqual(
    page.reportsOf.map(({ outlet }) => [outlet?.name, outlet?.affiliation]),
    [
      ["Unheard Gazette", "unknown"],
      ["State Wire", "state-affiliated"],
    ],
  )
  assert.deepEqual([page.independentOwners, page.onlyStateMedia, page.place?.name], [2, false, "Beijing"])
})

test("a document is found by an id that is an address, with its text and where its events belong", async () => {
  const page = await get<DocumentPage>(`/api/v1/documents/${encodeURIComponent(ID)}`)
  assert.equal(page.text, "He arrived in Beijing.")
  assert.equal(page.coded.length, 1)
  assert.equal(page.coded[0]?.typeName, "Consult")
  assert.match(page.coded[0]?.happening ?? "", /^h[0-9a-f]{16}$/)
  assert.deepEqual(
    (await get<{ id: string }[]>("/api/v1/documents?limit=1&offset=1")).map(({ id }) => id),
    ["plan"],
  )
})

test("the codebook explains every type and status", async () => {
  const codebook = await get<{
    types: { code: string; definition: string }[]
    statuses: unknown[]
    sectors: unknown[]
  }>("/api/v1/codebook")
  assert.deepEqual([codebook.types.length, codebook.statuses.length], [16, 9])
  assert.ok(codebook.types.every(({ definition }) => definition.length > 10))
})

test("a request that makes no sense is told what would", async () => {
  const wrong = [
    "/api/v1/pairs/CHN-BLR",
    "/api/v1/pairs/BLR-CHN?status=perhaps",
    "/api/v1/pairs/BLR-CHN?type=WAR",
    "/api/v1/pairs/BLR-CHN?from=2023-02-30",
    "/api/v1/pairs/BLR-CHN?limit=few",
    "/api/v1/pairs/CHN-BLR/relation",
    "/api/v1/pairs/BLR-CHN/relation?by=fortnight",
    "/api/v1/pairs/BLR-CHN/relation?weights=mine",
    "/api/v1/pairs/BLR-CHN/relation?without=largest,smallest",
    "/api/v1/documents?limit=-1",
  ]
  for (const url of wrong) {
    const answer = await get<Problem>(url, 400)
    assert.ok(answer.detail.length > 0 && answer.remedy!.length > 0, url)
  }
  for (const url of ["/api/v1/happenings/none", "/api/v1/documents/none", "/api/v1/nothing"])
    assert.ok((await get<Problem>(url, 404)).detail.length > 0)
  assert.equal((await server.inject({ method: "POST", url: "/api/v1/summary" })).statusCode, 404)
})

test("any other path is the page's business; its files are served as they are", async () => {
  for (const path of ["/", "/pairs/BLR-CHN", "/documents/news%2Fone.html"]) {
    const answer = await server.inject(path)
    assert.equal(answer.statusCode, 200)
    assert.match(answer.body, /The page/)
    assert.match(String(answer.headers["content-type"]), /text\/html/)
  }
  assert.match(String((await server.inject("/assets/page.js")).headers["content-type"]), /javascript/)
  assert.doesNotMatch((await server.inject("/..%2f..%2fetc%2fpasswd")).body, /root:/)
})

test("a file that is not there is not found, however it is asked for", async () => {
  for (const path of ["/assets/gone.js", "/assets/gone.js?v=2", "/favicon.ico", "/robots.txt"]) {
    const answer = await server.inject(path)
    assert.equal(answer.statusCode, 404, path)
    assert.match(answer.body, /There is nothing at/)
  }
})

test("the ledger of a pair and a leader's visits count each stay once, the plan with its fulfilment", async () => {
  const ledger = (await server.inject({ url: "/api/v1/pairs/BLR-CHN/ledger" })).json<LedgerPage>()
  assert.deepEqual(
    ledger.encounters.map(({ kind, from, status }) => [kind, from, status]),
    [
      ["visit", "2023-03-01", "occurred"],
      ["visit", "2023-12-03", "occurred"],
    ],
  )
  assert.equal(ledger.a.name, "Belarus")
  const visits = (
    await server.inject({ url: "/api/v1/visits?leader=lukashenko&year=2023" })
  ).json<VisitsPage>()
  assert.deepEqual(
    visits.counts.map(({ who, with: other, visits: made }) => [who.name, other, made]),
    [["Alexander Lukashenko", "CHN", 2]],
  )
  for (const url of [
    "/api/v1/visits",
    "/api/v1/visits?year=23",
    "/api/v1/pairs/CHN-BLR/ledger",
    "/api/v1/pairs/BLR-CHN/ledger?asOf=May",
  ])
    assert.equal((await server.inject({ url })).statusCode, 400, url)
})
