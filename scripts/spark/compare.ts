import { join } from "node:path"
import { DuckDBInstance } from "@duckdb/node-api"
import { lakeSchema } from "../../src/store/index.ts"

/** A difference between a record and a lake: so many rows of a table stand in one of them and not in the other. */
export interface TableComparison {
  readonly table: string
  readonly rows: number
  readonly missing: number
  readonly surplus: number
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** When a document was stored is no part of what it says. */
const APART = new Set(["stored"])

/** Compares every table of a lake with the record's, row by row and column by column. */
export const compareWithRecord = (lake: string, record: string): Promise<TableComparison[]> =>
  compare(
    [],
    record,
    (table) => `read_parquet(${quoted(join(lake, table, "*/*.parquet"))}, hive_partitioning = false)`,
  )

/** Compares two records in what a lake would hold of them. */
export const compareRecords = (one: string, record: string): Promise<TableComparison[]> =>
  compare([`ATTACH ${quoted(one)} AS one (READ_ONLY)`], record, (table) => `one.${table}`)

async function compare(
  before: readonly string[],
  record: string,
  relation: (table: string) => string,
): Promise<TableComparison[]> {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB", threads: "2" })
  const connection = await instance.connect()
  try {
    for (const sql of [...before, `ATTACH ${quoted(record)} AS record (READ_ONLY)`]) await connection.run(sql)
    const comparisons: TableComparison[] = []
    for (const [table, columns] of Object.entries(await lakeSchema())) {
      const names = columns.filter(({ name }) => !APART.has(name)).map(({ name }) => `"${name}"`)
      const wanted = `SELECT ${names.join(", ")} FROM record.${table}`
      const given = `SELECT ${names.join(", ")} FROM ${relation(table)}`
      const reader = await connection.runAndReadAll(
        `SELECT (SELECT count(*) FROM record.${table})::INTEGER AS rows,
                (SELECT count(*) FROM (${wanted} EXCEPT ALL ${given}))::INTEGER AS missing,
                (SELECT count(*) FROM (${given} EXCEPT ALL ${wanted}))::INTEGER AS surplus`,
      )
      const [row] = reader.getRowObjectsJS()
      comparisons.push({
        ...{ table, rows: Number(row?.rows), missing: Number(row?.missing), surplus: Number(row?.surplus) },
      })
    }
    return comparisons
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** The rows of a query over Parquet files or records. */
export async function queryRows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" })
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJS()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
