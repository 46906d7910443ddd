import { Database } from "../database.ts"
import { migrate } from "../migrate.ts"

/** The record's tables that a lake holds as Parquet: what documents gave, and what linking made of it. */
export const CODED_TABLES = ["documents", "events", "participants", "attributions", "quantities"] as const
export const LINKED_TABLES = ["happenings", "happening_events", "happening_pairs"] as const
export const LAKE_TABLES = [...CODED_TABLES, ...LINKED_TABLES] as const

export type CodedTable = (typeof CODED_TABLES)[number]
export type LinkedTable = (typeof LINKED_TABLES)[number]
export type LakeTable = CodedTable | LinkedTable

/** A column by its name in the record and its type in DuckDB's words: VARCHAR, INTEGER, DOUBLE, BOOLEAN or DATE. */
export interface LakeColumn {
  readonly name: string
  readonly type: string
}

/** The columns of each table in the order in which the record has them. */
export type LakeSchema = Readonly<Record<LakeTable, readonly LakeColumn[]>>

/** The columns of a record of the newest version: a lake's tables are the record's own. */
export async function lakeSchema(): Promise<LakeSchema> {
  const database = await Database.open(":memory:", { threads: "1" })
  try {
    await migrate(database, "a new record")
    return await schemaOf(database)
  } finally {
    await database.close()
  }
}

async function schemaOf(database: Database): Promise<LakeSchema> {
  const rows = await database.read(
    "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index",
  )
  const columnsOf = (table: LakeTable): LakeColumn[] =>
    rows
      .filter(({ table_name }) => table_name === table)
      .map(({ column_name, data_type }) => ({ name: String(column_name), type: String(data_type) }))
  return Object.fromEntries(LAKE_TABLES.map((table) => [table, columnsOf(table)])) as unknown as LakeSchema
}
