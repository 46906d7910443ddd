import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs"
import { join, resolve } from "node:path"
import { Database, type Transaction } from "../database.ts"
import { migrate } from "../migrate.ts"
import { literal } from "../sql.ts"
import { StoreError } from "../store-error.ts"
import { LAKE_TABLES, type LakeSchema, type LakeTable, lakeSchema } from "./lake-schema.ts"

/** What lies in a lake beside its tables: the note of the job that wrote it, and the record that we keep over it. */
const NOTE = "_lake"
const RECORD = "_record.duckdb"
const SETTING = "lake"
const WHOLE = "whole"

interface Note {
  readonly state: string
  /** JSON of `lake-schema` as the job that wrote it had it. */
  readonly described: string
}

/**
 * Gives the path of a record over a lake: its tables are views of the lake's Parquet files, so that nothing is copied and the same
 * queries run; what is kept in the file itself is the index of words. Made anew whenever the lake or the schema has changed.
 */
export async function recordOverLake(folder: string): Promise<string> {
  const lake = resolve(folder)
  const note = readNote(lake)
  const path = join(lake, RECORD)
  const schema = await lakeSchema()
  const stamp = stampOf(lake, JSON.stringify([note, schema]))
  if (existsSync(path) && (await isOf(path, stamp))) return path
  const part = `${path}.part`
  rmSync(part, { force: true })
  await build(part, { lake, note, schema, stamp })
  rmSync(path, { force: true })
  renameSync(part, path)
  return path
}

function readNote(lake: string): Note {
  const folder = join(lake, NOTE)
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".txt")) : undefined
  if (file === undefined)
    throw new StoreError(
      `${lake} is no lake of Chancery: there is no ${NOTE} in it. See docs/spark.md for how one is made.`,
    )
  const note = JSON.parse(readFileSync(join(folder, file), "utf8")) as Note
  if (note.state !== WHOLE)
    throw new StoreError(`${lake} is ${note.state}: wait for the job to end, or run its link stage again.`)
  return note
}

/** Changes with every file of the lake. */
function stampOf(lake: string, begin: string): string {
  const hash = createHash("sha256").update(`${lake}\0${begin}`)
  for (const table of LAKE_TABLES)
    for (const file of filesOf(lake, table)) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  return hash.digest("hex")
}

const filesOf = (lake: string, table: LakeTable): string[] => {
  const folder = join(lake, table)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".parquet"))
    .sort()
    .map((name) => join(folder, name))
}

async function isOf(path: string, stamp: string): Promise<boolean> {
  const database = await Database.open(path, { access_mode: "READ_ONLY" })
  try {
    const [row] = await database.read("SELECT value FROM settings WHERE name = $name", { name: SETTING })
    return row?.value === stamp
  } finally {
    await database.close()
  }
}

async function build(
  path: string,
  { lake, note, schema, stamp }: { lake: string; note: Note; schema: LakeSchema; stamp: string },
): Promise<void> {
  const written = (JSON.parse(note.described) as { readonly tables: LakeSchema }).tables
  const database = await Database.open(path, { threads: "1" })
  try {
    await migrate(database, path)
    await database.transaction(async (transaction) => {
      // A table of which no row was written stays as it is: empty.
      for (const table of LAKE_TABLES)
        if (filesOf(lake, table).length > 0) await view(transaction, { lake, table, schema, written })
      await transaction.run("INSERT INTO settings VALUES ($name, $stamp)", { name: SETTING, stamp })
    })
  } finally {
    await database.close()
  }
}

/** Puts a view of a table's files in the place of the table; a column that an older job did not know is null. */
async function view(
  transaction: Transaction,
  {
    lake,
    table,
    schema,
    written,
  }: { lake: string; table: LakeTable; schema: LakeSchema; written: LakeSchema },
): Promise<void> {
  const known = new Set((written[table] ?? []).map(({ name }) => name))
  const columns = schema[table].map(({ name, type }) =>
    known.has(name) ? `"${name}"` : `NULL::${type} AS "${name}"`,
  )
  const files = literal(join(lake, table, "*/*.parquet"))
  await transaction.run(`DROP TABLE ${table}`)
  await transaction.run(
    `CREATE VIEW ${table} AS SELECT ${columns.join(", ")} FROM read_parquet(${files}, hive_partitioning = false)`,
  )
}
