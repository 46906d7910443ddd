import type { Database } from "./database.ts"
import { MIGRATIONS, type Migration } from "./schema.ts"
import { StoreError } from "./store-error.ts"

/** Version of the open file: 0 for an empty one. Throws StoreError for a database that is no record of ours. */
async function schemaVersion(database: Database, path: string): Promise<number> {
  const tables = await database.read("SELECT table_name AS name FROM duckdb_tables() WHERE NOT internal")
  if (tables.length === 0) return 0
  if (!tables.some(({ name }) => name === "schema_version"))
    throw new StoreError(
      `${path} is a database, but not a Chancery record: it holds ${tables.length} other tables and no schema_version. Give another path.`,
    )
  const [row] = await database.read("SELECT max(version) AS version FROM schema_version")
  return Number(row?.version ?? 0)
}

/** Brings an older record up to the newest version, each step in its own transaction; a newer one is refused. */
export async function migrate(
  database: Database,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const found = await schemaVersion(database, path)
  refuseNewer(found, path, migrations)
  for (const { version, statements } of migrations.filter(({ version }) => version > found))
    await database.transaction(async (transaction) => {
      await transaction.run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
      for (const statement of statements) await transaction.run(statement)
      await transaction.run("INSERT INTO schema_version VALUES ($version)", { version })
    })
}

/** For reading only: throws StoreError unless the record has exactly the newest version. */
export async function requireNewest(database: Database, path: string): Promise<void> {
  const found = await schemaVersion(database, path)
  refuseNewer(found, path, MIGRATIONS)
  const newest = newestOf(MIGRATIONS)
  if (found < newest)
    throw new StoreError(
      `${path} has an older schema (${found}; this Chancery reads ${newest}). Open it once for writing to bring it up to date.`,
      { problem: "older" },
    )
}

const newestOf = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0

function refuseNewer(found: number, path: string, migrations: readonly Migration[]): void {
  const newest = newestOf(migrations)
  if (found > newest)
    throw new StoreError(
      `${path} was written by a newer Chancery (schema ${found}; this one knows ${newest}). Update Chancery, or give another path.`,
    )
}
