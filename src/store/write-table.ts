import { BIGINT, BOOLEAN, DATE, DOUBLE, type DuckDBType, VARCHAR } from "@duckdb/node-api"
import { Database } from "./database.ts"
import { literal } from "./sql.ts"
import { dateValue } from "./tables.ts"

/** A column of a table that is written to a file. */
export interface FileColumn {
  readonly name: string
  readonly type: "text" | "number" | "integer" | "boolean" | "day"
}

type FileCell = string | number | boolean | null

const TYPES: Readonly<Record<FileColumn["type"], DuckDBType>> = {
  text: VARCHAR,
  number: DOUBLE,
  integer: BIGINT,
  boolean: BOOLEAN,
  day: DATE,
}
const MEMORY_LIMIT = "512MB"
/** Rows that are gathered before they are handed over. */
const ROWS_A_TIME = 8192

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Writes rows to a Parquet file. They pass through a database beside it, so that memory stays small; the file is there only
 * when it is whole.
 */
export async function writeParquet(
  path: string,
  columns: readonly FileColumn[],
  rows: AsyncIterable<readonly FileCell[]>,
): Promise<number> {
  const database = await Database.open(":memory:", {
    memory_limit: MEMORY_LIMIT,
    threads: "1",
    temp_directory: `${path}.tmp`,
  })
  try {
    return await database.transaction(async (transaction) => {
      const fields = columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`)
      await transaction.run(`CREATE TABLE written (${fields.join(", ")})`)
      const table = { name: "written", types: columns.map(({ type }) => TYPES[type]) }
      let count = 0
      let batch: (readonly FileCell[])[] = []
      const flush = async (): Promise<void> => {
        await transaction.append(
          table,
          batch.map((cells) => cells.map((cell, at) => duckValue(cell, columns[at]!.type))),
        )
        count += batch.length
        batch = []
      }
      for await (const row of rows) {
        batch.push(row)
        if (batch.length >= ROWS_A_TIME) await flush()
      }
      await flush()
      await transaction.run(
        `COPY written TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, PRESERVE_ORDER true)`,
      )
      return count
    })
  } finally {
    await database.close()
  }
}

function duckValue(cell: FileCell, type: FileColumn["type"]) {
  if (cell === null) return null
  if (type === "day") return dateValue(String(cell))
  if (type === "integer") return BigInt(Math.trunc(Number(cell)))
  return type === "text" ? String(cell) : cell
}

/** The texts of one column of a Parquet or CSV file with a header, in order of its rows; throws where it has no such column. */
export async function* readColumn(path: string, column: string): AsyncGenerator<string | null> {
  const database = await Database.open(":memory:", { memory_limit: MEMORY_LIMIT, threads: "1" })
  const source = path.toLowerCase().endsWith(".parquet")
    ? `read_parquet(${literal(path)})`
    : `read_csv(${literal(path)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = true, max_line_size = 33554432, buffer_size = 67108864, strict_mode = false)`
  try {
    for await (const row of database.stream(`SELECT ${quoted(column)} AS value FROM ${source}`))
      yield row.value === null ? null : String(row.value)
  } finally {
    await database.close()
  }
}
