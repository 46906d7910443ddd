import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import type { FastifyInstance } from "fastify"
import { bundledData } from "../../src/app/bundled-data.ts"
import { importDatasets } from "../../src/app/datasets/import-datasets.ts"
import { loadLookups } from "../../src/app/datasets/lookups.ts"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createServer } from "../../src/app/server/create-server.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { loadCountryNames } from "../../src/codebook/country-names.ts"
import { createOutlets } from "../../src/codebook/outlets.ts"
import { openStore, type Store } from "../../src/store/index.ts"
import type { DatasetsPage, Problem, SearchPage } from "../../src/view/index.ts"
import { buildEvent } from "../happening/build-event.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-routes-"))
const TEXT = "Two ministers met in Beijing. A joint statement followed."
let store: Store
let server: FastifyInstance

before(async () => {
  const outlets = createOutlets([])
  store = await openStore(":memory:")
  const event = buildEvent({
    id: "e",
    document: "d",
    actors: ["BLR"],
    recipients: ["CHN"],
    date: "2023-12-03",
    score: 4,
    evidence: "Two ministers met in Beijing.",
  })
  const article = {
    id: "d",
    text: TEXT,
    title: "Ministers meet",
    published: "2023-12-04",
    publisher: { name: "North Post" },
  }
  await store.putBatch([{ article, events: [event] }], { coder: "chancery test" })
  await store.relink(createRecordLinker(outlets))
  await store.indexTexts()
  const file = join(folder, "phoenix.tsv")
  const cells = [
    "1",
    "20231105",
    "",
    "",
    "",
    "BLRGOV",
    "BLR",
    "GOV",
    "",
    "CHNGOV",
    "CHN",
    "GOV",
    "",
    "042",
    "04",
    "1",
    "1.9",
  ]
  writeFileSync(file, [...cells, ...Array<string>(9).fill("")].join("\t"))
  for await (const report of importDatasets(store, file, { lookups: loadLookups() }))
    assert.equal(report.rows, 1)
  server = await createServer({
    store,
    outlets,
    codebook: loadCodebook(bundledData),
    countryName: loadCountryNames(bundledData),
  })
})
after(async () => {
  await server.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function get<T>(url: string): Promise<{ status: number; body: T }> {
  const answer = await server.inject({ url, headers: { host: "127.0.0.1:4180" } })
  return { status: answer.statusCode, body: answer.json<T>() }
}

test("search gives documents with the stretch that holds what was asked for", async () => {
  const { body } = await get<SearchPage>(`/api/v1/search?q=${encodeURIComponent('"joint statement"')}`)
  assert.equal(body.total, 1)
  const [hit] = body.hits
  assert.deepEqual(
    [hit?.id, hit?.title, hit?.outlet?.name, hit?.event],
    ["d", "Ministers meet", "North Post", null],
  )
  const { text, start, marks } = hit!.snippet
  assert.equal(TEXT.slice(start, start + text.length), text)
  assert.deepEqual(
    marks.map((mark) => text.slice(mark.start, mark.end)),
    ["joint statement"],
  )
})

test("search in the evidence gives the event and its happening", async () => {
  const { body } = await get<SearchPage>("/api/v1/search?in=evidence&q=minist*")
  assert.deepEqual([body.hits[0]?.event?.id, body.hits[0]?.event?.status], ["e", "occurred"])
  assert.equal(typeof body.hits[0]?.event?.happening, "string")
})

test("a query that cannot be meant is a bad request with an example", async () => {
  const { status, body } = await get<Problem>("/api/v1/search?q=-war")
  assert.equal(status, 400)
  assert.match(body.remedy ?? "", /joint statement/)
})

test("a pair's series of others stand beside ours, which come first", async () => {
  const { body } = await get<DatasetsPage>("/api/v1/pairs/BLR-CHN/datasets")
  assert.deepEqual(
    body.datasets.map(({ dataset, events, months }) => [
      dataset,
      events,
      months[0]?.month,
      months[0]?.verbalCooperation,
      months[0]?.score,
    ]),
    [
      ["chancery", 1, "2023-12", 1, 4],
      ["phoenix", 1, "2023-11", 1, 1.9],
    ],
  )
  assert.equal((await get("/api/v1/pairs/CHN-BLR/datasets")).status, 400)
})
