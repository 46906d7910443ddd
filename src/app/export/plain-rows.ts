import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { isCalendarDay } from "../../record/index.ts"
import { type FileColumn, writeParquet } from "../../store/index.ts"

type PlainCell = string | number | boolean | null
/** A flat record; what it does not name is null. */
export type PlainRow = Readonly<Record<string, PlainCell>>

/** The columns of all rows, in the order in which they first come, each of the narrowest type that holds its cells. */
export function columnsOf(rows: readonly PlainRow[]): FileColumn[] {
  const names = [...new Set(rows.flatMap(Object.keys))]
  return names.map((name) => ({ name, type: typeOf(rows.map((row) => cellOf(row, name))) }))
}

function typeOf(cells: readonly PlainCell[]): FileColumn["type"] {
  const known = cells.filter((cell) => cell !== null)
  if (known.length === 0) return "text"
  if (known.every((cell) => typeof cell === "boolean")) return "boolean"
  if (known.every((cell) => Number.isSafeInteger(cell))) return "integer"
  if (known.every((cell) => typeof cell === "number")) return "number"
  return known.every((cell) => typeof cell === "string" && isCalendarDay(cell)) ? "day" : "text"
}

const cellOf = (row: PlainRow, name: string): PlainCell =>
  Object.hasOwn(row, name) ? (row[name] ?? null) : null

/** The rows as the bytes of a Parquet file. */
export async function parquetOf(rows: readonly PlainRow[]): Promise<Buffer> {
  const columns = columnsOf(rows)
  const cells = async function* () {
    for (const row of rows) yield columns.map(({ name }) => cellOf(row, name))
  }
  const folder = await mkdtemp(join(tmpdir(), "chancery-rows-"))
  try {
    const path = join(folder, "rows.parquet")
    await writeParquet(path, columns, cells())
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
