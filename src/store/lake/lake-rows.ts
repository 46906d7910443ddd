import { DuckDBDateValue } from "@duckdb/node-api"
import type { Happening } from "../../record/index.ts"
import { contentHash } from "../content-hash.ts"
import type { Linker, StoredBy, StoredReading } from "../store.ts"
import {
  attributionRows,
  type Cells,
  documentRow,
  eventRow,
  happeningRow,
  pairRow,
  participantRows,
  quantityRows,
} from "../tables.ts"
import type { CodedTable, LakeSchema, LakeTable, LinkedTable } from "./lake-schema.ts"

/** A row by the names of its columns; days as ISO text. */
export type LakeRow = Readonly<Record<string, string | number | boolean | null>>

/** Rows under the names of their columns. */
function named(schema: LakeSchema, table: LakeTable, rows: readonly Cells[]): LakeRow[] {
  const columns = schema[table]
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, plain(cells[at] ?? null)])),
  )
}

function plain(cell: Cells[number]): LakeRow[string] {
  return cell instanceof DuckDBDateValue ? cell.toString() : (cell as LakeRow[string])
}

/** What a document adds to the tables of a lake, as the store would hold it after linking; `signature` is that of its text. */
export function codedRows(
  schema: LakeSchema,
  { article, events }: StoredReading,
  by: StoredBy & { readonly signature: string | undefined },
): Record<CodedTable, readonly LakeRow[]> {
  const document = named(schema, "documents", [
    documentRow(article, events.length, { ...by, hash: contentHash(article) }),
  ])
  // As relinking leaves it: a document with events has a signature, "" where its text is too short to compare.
  const signed = events.length === 0 ? null : (by.signature ?? "")
  return {
    documents: document.map((row) => ({ ...row, signature: signed })),
    events: named(schema, "events", events.map(eventRow)).map((row) => ({ ...row, linked: true })),
    participants: named(schema, "participants", events.flatMap(participantRows)),
    attributions: named(schema, "attributions", events.flatMap(attributionRows)),
    quantities: named(schema, "quantities", events.flatMap(quantityRows)),
  }
}

/** What a happening adds to the tables of a lake; `headline` is the evidence of its best event. */
export function linkedRows(
  schema: LakeSchema,
  happening: Happening,
  { headline, pairs }: { readonly headline: string; readonly pairs: ReturnType<Linker["pairs"]> },
): Record<LinkedTable, readonly LakeRow[]> {
  return {
    happenings: named(schema, "happenings", [happeningRow(happening, headline)]),
    happening_events: named(
      schema,
      "happening_events",
      happening.events.map((event) => [happening.id, event]),
    ),
    happening_pairs: named(
      schema,
      "happening_pairs",
      pairs.map((pair) => pairRow(happening, pair)),
    ),
  }
}
