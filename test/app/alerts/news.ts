import { createRecordLinker } from "../../../src/app/record-linker.ts"
import { createOutlets, parseOutlets } from "../../../src/codebook/outlets.ts"
import type { Alert, AlertDelivery, AlertQuery, Store, StoredReading } from "../../../src/store/index.ts"
import { buildEvent, type EventSketch, PLACES } from "../../happening/build-event.ts"

const LINKER = createRecordLinker(
  createOutlets([
    parseOutlets(
      "own.tsv",
      "name\tcountry\towner\taffiliation\tdomain\nNorth Post\tLTU\tNorth\tindependent\tnorth.example",
    ),
  ]),
)

export const VISIT: EventSketch = {
  mode: "visit",
  actors: ["Alexander Lukashenko/BLR"],
  recipients: ["CHN"],
  place: PLACES.beijing,
  date: "2023-12-03",
  evidence: "He arrived in Beijing.",
}
export const SANCTION: EventSketch = {
  type: "SANCTION",
  quad: "material conflict",
  score: -6,
  actors: ["LTU"],
  recipients: ["BLR"],
  date: "2023-12-05",
  evidence: "Vilnius closed its roads.",
}

export interface NewsOptions {
  readonly published?: string
  readonly outlet?: string
  readonly text?: string
}

/** A document with its events, as it is put into a store. */
export const news = (
  id: string,
  sketches: readonly EventSketch[],
  { published = "2023-12-03", outlet = "North Post", text = `Text of ${id}.` }: NewsOptions = {},
): StoredReading => ({
  article: { id, text, published, publisher: { name: outlet } },
  events: sketches.map((sketch, at) => buildEvent({ ...sketch, id: `${id}#${at}`, document: id })),
})

export async function keep(store: Store, readings: readonly StoredReading[], coder = "test"): Promise<void> {
  await store.putBatch(readings, { coder })
  await store.relink(LINKER)
}

export const alert = (
  name: string,
  query: Partial<AlertQuery> = {},
  delivery: AlertDelivery = { to: "desktop" },
): Alert => ({
  id: `id-${name}`,
  name,
  made: "2023-12-01T00:00:00.000Z",
  query: { kinds: ["new", "status"], pairs: [], types: [], statuses: [], outlets: [], ...query },
  delivery,
  secret: delivery.to === "webhook" ? "whsec_c2VjcmV0" : null,
})
