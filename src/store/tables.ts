import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api"
import type { Article, Event, Happening, PairDirection } from "../record/index.ts"
import type { Table } from "./database.ts"
import type { StoredBy } from "./store.ts"

export const DOCUMENTS: Table = {
  name: "documents",
  types: [
    ...[VARCHAR, VARCHAR, VARCHAR, DATE, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
    ...[INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
  ],
}
/** A temporary table of signatures on their way into `documents`. */
export const SIGNED: Table = { name: "signed", types: [VARCHAR, VARCHAR] }
export const EVENTS: Table = {
  name: "events",
  types: [
    ...[VARCHAR, VARCHAR, INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, VARCHAR, BOOLEAN],
    ...[DATE, DATE, BOOLEAN, VARCHAR, VARCHAR, DOUBLE, DOUBLE, DOUBLE, VARCHAR, VARCHAR, BOOLEAN, VARCHAR],
  ],
}
export const PARTICIPANTS: Table = {
  name: "participants",
  types: [VARCHAR, VARCHAR, INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
}
export const ATTRIBUTIONS: Table = {
  name: "attributions",
  types: [VARCHAR, INTEGER, VARCHAR, VARCHAR, VARCHAR],
}
export const QUANTITIES: Table = {
  name: "quantities",
  types: [VARCHAR, INTEGER, VARCHAR, DOUBLE, VARCHAR, VARCHAR, VARCHAR],
}
export const EVENT_KEYS: Table = { name: "event_keys", types: [VARCHAR, VARCHAR] }
export const HAPPENINGS: Table = {
  name: "happenings",
  types: [
    ...[VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, VARCHAR, DATE, DATE],
    ...[INTEGER, INTEGER, INTEGER, BOOLEAN, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR],
    ...[VARCHAR, VARCHAR, DOUBLE, DOUBLE],
  ],
}
export const HAPPENING_EVENTS: Table = { name: "happening_events", types: [VARCHAR, VARCHAR] }
export const HAPPENING_PAIRS: Table = {
  name: "happening_pairs",
  types: [
    ...[VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, VARCHAR, DOUBLE, VARCHAR, VARCHAR, DATE, DATE],
    ...[INTEGER, INTEGER, VARCHAR, BOOLEAN, VARCHAR],
  ],
}

export const DATASET_REJECTED: Table = {
  name: "dataset_rejects",
  types: [INTEGER, BIGINT, VARCHAR, VARCHAR],
}

export type Cells = readonly DuckDBValue[]

export const documentRow = (
  article: Article,
  events: number,
  { hash, coder, extractor, time }: StoredBy & { readonly hash: string },
): Cells => [
  article.id,
  article.title ?? null,
  article.published ?? null,
  dateValue(article.published),
  article.url ?? null,
  article.publisher?.name ?? null,
  article.publisher?.domain ?? null,
  article.language ?? null,
  events,
  hash,
  coder,
  JSON.stringify(article),
  null,
  extractor ?? null,
  time ?? null,
]

export const eventRow = (event: Event, position: number): Cells => [
  event.id,
  event.document,
  position,
  event.type,
  event.plover,
  event.mode,
  event.cameo,
  event.quad,
  event.score,
  event.status,
  event.background,
  dateValue(event.date?.start),
  dateValue(event.date?.end),
  event.date?.certain ?? null,
  event.place?.name ?? null,
  event.place?.country ?? null,
  event.place?.latitude ?? null,
  event.place?.longitude ?? null,
  event.confidence,
  event.coder,
  event.evidence.text,
  false,
  JSON.stringify(event),
]

export const participantRows = ({ id, actors, recipients }: Event): Cells[] =>
  (["actor", "recipient"] as const).flatMap((side) =>
    (side === "actor" ? actors : recipients).map((participant, position) => [
      id,
      side,
      position,
      participant.name,
      participant.country,
      participant.sector,
      participant.role,
      participant.kind ?? null,
      participant.text,
    ]),
  )

export const attributionRows = ({ id, attribution }: Event): Cells[] =>
  attribution.map(({ name, kind, country }, position) => [id, position, name, kind, country ?? null])

export const quantityRows = ({ id, quantities }: Event): Cells[] =>
  quantities.map(({ kind, value, unit, period, text }, position) => [
    ...[id, position, kind, value, unit, period ?? null, text],
  ])

/** Whom alone word of it comes from, null where others tell it too. */
const toldOnlyBy = ({ toldOnlyBy: tellers }: Happening): string | null =>
  tellers.length === 0 ? null : JSON.stringify(tellers)

export const happeningRow = (happening: Happening, headline: string): Cells => [
  happening.id,
  happening.type,
  happening.mode,
  happening.quad,
  happening.score,
  happening.status,
  dateValue(happening.date?.start),
  dateValue(happening.date?.end),
  happening.events.length,
  happening.documents.length,
  happening.independentOwners,
  happening.onlyStateMedia,
  headline,
  JSON.stringify(happening),
  happening.cameo,
  JSON.stringify(happening.owners),
  toldOnlyBy(happening),
  happening.place?.name ?? null,
  happening.place?.country ?? null,
  happening.place?.latitude ?? null,
  happening.place?.longitude ?? null,
]

export const pairRow = (
  happening: Happening,
  { pair, direction }: { readonly pair: string; readonly direction: PairDirection },
): Cells => [
  happening.id,
  pair,
  direction,
  happening.type,
  happening.mode,
  happening.quad,
  happening.score,
  happening.cameo,
  happening.status,
  dateValue(happening.date?.start),
  dateValue(happening.date?.end),
  happening.events.length,
  happening.independentOwners,
  JSON.stringify(happening.owners),
  happening.onlyStateMedia,
  toldOnlyBy(happening),
]

const MILLISECONDS_A_DAY = 86_400_000

/** The calendar day of an ISO date or date-time; null where it is none. */
export function dateValue(iso: string | undefined): DuckDBDateValue | null {
  const time = Date.parse(`${iso?.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? null : new DuckDBDateValue(time / MILLISECONDS_A_DAY)
}
