import assert from "node:assert/strict"
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
  LeaderPage,
  LeaderRow,
  MapHappenings,
  MapPage,
  NetworkPage,
  OutletPage,
  SourcesPage,
} from "../../src/view/index.ts"
import { buildEvent, type EventSketch, PLACES } from "../happening/build-event.ts"

const outlets = createOutlets([
  parseOutlets(
    "own.tsv",
    "name\tcountry\towner\taffiliation\tdomain\taliases\nState Wire\tBLR\tState House\tstate-affiliated\twire.example\tThe Wire",
  ),
])
const LUKASHENKO = "Alexander Lukashenko/BLR"
const XI = "Xi Jinping/CHN"

interface Report {
  readonly day: string
  readonly publisher: string
  readonly sketch: EventSketch
}
const REPORTS: readonly Report[] = [
  {
    day: "2023-03-02",
    publisher: "State Wire",
    sketch: {
      mode: "visit",
      actors: [LUKASHENKO],
      recipients: [XI],
      place: PLACES.beijing,
      date: "2023-03-01",
      evidence: "Lukashenko met Xi in Beijing.",
    },
  },
  {
    day: "2023-05-02",
    publisher: "Free Gazette",
    sketch: {
      mode: "phone",
      actors: ["Lukashenko/BLR"],
      recipients: [XI],
      date: "2023-05-01",
      reciprocal: true,
      evidence: "Lukashenko and Xi spoke by telephone.",
    },
  },
  {
    day: "2023-11-28",
    publisher: "The Wire",
    sketch: {
      mode: "visit",
      status: "planned",
      actors: [LUKASHENKO],
      recipients: ["CHN"],
      date: "2024-12-03",
      evidence: "Lukashenko is to travel to China.",
    },
  },
  {
    day: "2023-06-02",
    publisher: "Free Gazette",
    sketch: {
      type: "ASSAULT",
      quad: "material conflict",
      score: -10,
      actors: ["RUS"],
      recipients: ["UKR"],
      place: PLACES.kharkiv,
      date: "2023-06-01",
      evidence: "Russia shelled Kharkiv.",
    },
  },
  {
    day: "2023-06-12",
    publisher: "Free Gazette",
    sketch: {
      type: "ASSAULT",
      quad: "material conflict",
      score: -10,
      actors: ["RUS"],
      recipients: ["UKR"],
      place: { name: "Ukraine", country: "UKR", latitude: 49, longitude: 32, text: "Ukraine" },
      date: "2023-06-11",
      evidence: "Russia shelled places in Ukraine.",
    },
  },
]

let store: Store
let server: FastifyInstance
before(async () => {
  store = await openStore(":memory:")
  await store.putBatch(
    REPORTS.map(({ day, publisher, sketch }, at) => ({
      article: {
        id: `d${at}`,
        title: `On ${day}`,
        text: sketch.evidence ?? "",
        published: day,
        publisher: { name: publisher },
      },
      events: [buildEvent({ ...sketch, id: `d${at} 0`, document: `d${at}` })],
    })),
    { coder: "chancery test" },
  )
  await store.relink(createRecordLinker(outlets))
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
})

async function get<T>(path: string, status = 200): Promise<T> {
  const answer = await server.inject(`/api/v1${path}`)
  assert.equal(answer.statusCode, status, answer.body)
  return answer.json() as T
}
const leader = (id: string) => get<LeaderPage>(`/leaders/${encodeURIComponent(id)}`)

test("a leader is listed once, also where reports give his last name alone", async () => {
  const rows = await get<LeaderRow[]>("/leaders")
  assert.deepEqual(
    rows.map(({ id, held, ahead, first, last }) => [id, held, ahead, first, last]),
    [
      ["BLR Alexander Lukashenko", 2, 1, "2023-03-01", "2023-05-01"],
      ["CHN Xi Jinping", 2, 0, "2023-03-01", "2023-05-01"],
    ],
  )
  assert.deepEqual(
    (await get<LeaderRow[]>("/leaders?limit=1&offset=1")).map(({ name }) => name),
    ["Xi Jinping"],
  )
})

test("a guest's arc leads from his capital to the place, a host's from his guest's; a call has none", async () => {
  const { encounters, capital } = await leader("BLR Alexander Lukashenko")
  assert.equal(capital?.name, "Minsk")
  assert.deepEqual(
    encounters.map(({ kind, part, status, start, at, atTold, counterparts }) => [
      ...[kind, part, status, start?.name, at?.name, atTold, counterparts.join()],
    ]),
    [
      ["visit", "guest", "occurred", "Minsk", "Beijing", true, "Xi Jinping"],
      ["call", "elsewhere", "occurred", undefined, undefined, false, "Xi Jinping"],
      ["visit", "guest", "planned", "Minsk", "Beijing", false, "CHN"],
    ],
  )
  const [visit] = (await leader("CHN Xi Jinping")).encounters
  assert.deepEqual(
    [visit?.part, visit?.start?.name, visit?.at?.name, visit?.other.name],
    ["host", "Minsk", "Beijing", "Belarus"],
  )
})

test("a leader's counts are by year and by the other state, under his whole name", async () => {
  const { counts, encounters } = await leader("BLR Lukashenko")
  assert.deepEqual(
    counts.map((count) => [count.year, count.with.code, count.visits, count.calls, count.planned]),
    [
      ["2023", "CHN", 1, 1, 0],
      ["2024", "CHN", 0, 0, 1],
    ],
  )
  for (const { happenings } of encounters) await get(`/happenings/${happenings[0]}`)
})

test("a tie weighs what occurred in the period, and plans weigh nothing", async () => {
  const page = await get<NetworkPage>("/network")
  assert.deepEqual(
    page.ties.map(({ pair, cooperation, conflict, happenings }) => [
      ...[pair, cooperation.toFixed(2), conflict.toFixed(2), happenings],
    ]),
    [
      ["RUS-UKR", "0.00", "2.40", 2],
      ["BLR-CHN", "0.60", "0.00", 2],
    ],
  )
  assert.deepEqual(
    page.states.map(({ code, capital }) => [code, capital?.name]),
    [
      ["BLR", "Minsk"],
      ["CHN", "Beijing"],
      ["RUS", "Moscow"],
      ["UKR", "Kyiv"],
    ],
  )
  const may = await get<NetworkPage>("/network?from=2023-05-01&to=2023-06-05")
  assert.deepEqual(
    may.ties.map(({ pair, happenings }) => [pair, happenings]),
    [
      ["RUS-UKR", 1],
      ["BLR-CHN", 1],
    ],
  )
  const one = await get<NetworkPage>("/network?limit=1")
  assert.deepEqual([one.ties.length, one.total, one.states.length], [1, 2, 2])
})

test("the map tells places from whole countries, and how much has no place at all", async () => {
  const page = await get<MapPage>("/map")
  assert.deepEqual([page.total, page.placed, page.leftOut], [5, 3, 0])
  assert.deepEqual(page.places.map(({ name, wholeCountry }) => [name, wholeCountry]).sort(), [
    ["Beijing", false],
    ["Kharkiv", false],
    ["Ukraine", true],
  ])
  const conflict = await get<MapPage>(`/map?quad=${encodeURIComponent("material conflict")}&to=2023-06-05`)
  assert.deepEqual(
    conflict.places.map(({ name, byQuad }) => [name, byQuad["material conflict"]]),
    [["Kharkiv", 1]],
  )
})

test("a box of the map gives its happenings, those on its edge included", async () => {
  const { latitude, longitude } = PLACES.kharkiv
  const box = `west=${longitude}&east=${longitude}&south=${latitude}&north=${latitude}`
  const { total, happenings } = await get<MapHappenings>(`/map/happenings?${box}`)
  assert.deepEqual([total, happenings[0]?.place?.name], [1, "Kharkiv"])
  assert.equal((await get<MapHappenings>(`/map/happenings?${box}&type=CONSULT`)).total, 0)
  await get("/map/happenings?west=1&east=2&south=3", 400)
  await get(`/map/happenings?${box.replace(String(latitude), "91")}`, 400)
})

test("names that the table of outlets joins are one outlet, and its owner has them by month", async () => {
  const { outlets, owners, stateMedia, anonymous } = await get<SourcesPage>("/sources")
  assert.deepEqual(
    outlets.map(({ id, owner, affiliation, documents }) => [id, owner, affiliation, documents]),
    [
      ["Free Gazette", null, "unknown", 3],
      ["State Wire BLR", "State House", "state-affiliated", 2],
    ],
  )
  assert.deepEqual(owners.find(({ owner }) => owner === "State House")?.months, [
    { month: "2023-03", documents: 1 },
    { month: "2023-11", documents: 1 },
  ])
  assert.deepEqual([stateMedia.whole.happenings, stateMedia.whole.onlyStateMedia], [5, 2])
  assert.ok(stateMedia.whole.low! < 0.4 && stateMedia.whole.high! > 0.4)
  assert.deepEqual(
    stateMedia.years.map(({ year, happenings, onlyStateMedia }) => [year, happenings, onlyStateMedia]),
    [
      ["2023", 4, 1],
      ["2024", 1, 1],
    ],
  )
  assert.equal(anonymous, 0)
})

test("an outlet's page gives the articles of all its names, latest first", async () => {
  const page = await get<OutletPage>(`/sources/${encodeURIComponent("State Wire BLR")}`)
  assert.deepEqual(
    page.articles.map(({ id }) => id),
    ["d2", "d0"],
  )
  const second = await get<OutletPage>(`/sources/${encodeURIComponent("State Wire BLR")}?limit=1&offset=1`)
  assert.deepEqual(
    second.articles.map(({ id }) => id),
    ["d0"],
  )
})

test("who or what the record does not know is told with what to do", async () => {
  for (const [path, status] of [
    ["/leaders/nobody", 400],
    ["/leaders/BLR%20Nobody%20Atall", 404],
    ["/sources/Nothing", 404],
    ["/network?from=yesterday", 400],
    ["/map?quad=peace", 400],
  ] as const) {
    const { remedy } = await get<{ remedy: string }>(path, status)
    assert.ok(remedy.length > 10, path)
  }
})
