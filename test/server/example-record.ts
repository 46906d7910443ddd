import { bundledData } from "../../src/app/bundled-data.ts"
import { createRecordLinker } from "../../src/app/record-linker.ts"
import { createServer, type ServerOptions } from "../../src/app/server/create-server.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { loadCountryNames } from "../../src/codebook/country-names.ts"
import { createOutlets, parseOutlets } from "../../src/codebook/outlets.ts"
import type { Event } from "../../src/record/index.ts"
import { openStore, type Store } from "../../src/store/index.ts"
import { buildEvent, type EventSketch, PLACES } from "../happening/build-event.ts"

const OUTLETS = createOutlets([
  parseOutlets(
    "own.tsv",
    "name\tcountry\towner\taffiliation\tdomain\nState Wire\tBLR\tState House\tstate-affiliated\twire.example",
  ),
])
const CODER = { coder: "chancery test", time: "2023-12-05T00:00:00.000Z" }

/** One report: its document, day and outlet, with the event that it tells. */
export interface ReportSketch extends EventSketch {
  readonly published: string
  readonly outlet?: string
}

/** A document whose text is the evidence of its one event. */
export function reading(id: string, { published, outlet = "North Post", ...sketch }: ReportSketch) {
  const evidence = sketch.evidence ?? "They met."
  const event: Event = buildEvent({ ...sketch, evidence, id: `${id} 0`, document: id })
  return {
    article: { id, title: `On ${id}`, text: evidence, published, publisher: { name: outlet } },
    events: [event],
  }
}

const VISIT = { mode: "visit", actors: ["Alexander Lukashenko/BLR"], recipients: ["CHN"], score: 4 }
const DEAL = { type: "AGREE", actors: ["BLR"], recipients: ["CHN"], score: 6 } as const

/** A small record: a visit foreseen and told twice, a deal promised, a state accused, and what stays undated. */
export const READINGS = [
  reading("plan", {
    ...VISIT,
    status: "planned",
    date: "2023-12-03",
    published: "2023-11-28",
    place: PLACES.beijing,
    evidence: "He is to go to Beijing.",
  }),
  reading("https://wire.example/2023/12/03?page=1#top", {
    ...VISIT,
    date: "2023-12-03",
    published: "2023-12-03T10:00:00Z",
    outlet: "State Wire",
    place: PLACES.beijing,
    evidence: "He arrived in Beijing.",
  }),
  reading("spring", {
    ...VISIT,
    date: "2023-03-01",
    published: "2023-03-02",
    evidence: "He was in Beijing.",
  }),
  reading("deal", {
    ...DEAL,
    status: "promised",
    published: "2023-12-04",
    evidence: "A trade deal is promised.",
  }),
  reading("words", {
    type: "ACCUSE",
    actors: ["UKR"],
    recipients: ["RUS"],
    score: -2,
    date: "2023-12-01",
    published: "2023-12-02",
    evidence: "Kyiv accused Moscow.",
  }),
]

/** The record in memory, linked and indexed, and a server over it. */
export async function serveExamples(options: Partial<ServerOptions> = {}) {
  const store = await openStore(":memory:")
  await addReadings(store, READINGS)
  const server = await createServer({
    store,
    outlets: OUTLETS,
    codebook: loadCodebook(bundledData),
    countryName: loadCountryNames(bundledData),
    ...options,
  })
  const close = async () => {
    await server.close()
    await store.close()
  }
  return { store, server, close }
}

export async function addReadings(
  store: Store,
  readings: readonly ReturnType<typeof reading>[],
  time = CODER.time,
): Promise<void> {
  await store.putBatch(readings, { ...CODER, time })
  await store.relink(createRecordLinker(OUTLETS))
  await store.indexTexts()
}
