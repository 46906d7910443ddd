import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { contentHash } from "../../src/store/content-hash.ts"
import { Database } from "../../src/store/database.ts"
import { openStore, parseQuery, StoreError } from "../../src/store/index.ts"
import { migrate } from "../../src/store/migrate.ts"
import { MIGRATIONS } from "../../src/store/schema.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-migrate-"))
after(() => rmSync(folder, { recursive: true, force: true }))

async function inDatabase<T>(
  name: string,
  use: (database: Database, path: string) => Promise<T>,
): Promise<T> {
  const path = join(folder, name)
  const database = await Database.open(path, {})
  try {
    return await use(database, path)
  } finally {
    await database.close()
  }
}
const OLD = {
  version: 1,
  statements: ["CREATE TABLE notes (text VARCHAR)", "INSERT INTO notes VALUES ('kept')"],
}
const NEW = { version: 2, statements: ["ALTER TABLE notes ADD COLUMN day DATE"] }
const version = async (database: Database) =>
  (await database.read("SELECT max(version) AS v FROM schema_version"))[0]?.v

test("steps are numbered from one on without a gap", () => {
  assert.deepEqual(
    MIGRATIONS.map(({ version }) => version),
    MIGRATIONS.map((_, at) => at + 1),
  )
})

test("an older record is brought up to date and keeps what it holds", async () => {
  await inDatabase("old.duckdb", async (database, path) => {
    await migrate(database, path, [OLD])
    assert.equal(await version(database), 1)
    await migrate(database, path, [OLD, NEW])
    assert.equal(await version(database), 2)
    assert.deepEqual(await database.read("SELECT text, day FROM notes"), [{ text: "kept", day: null }])
    await migrate(database, path, [OLD, NEW])
    assert.equal((await database.read("SELECT * FROM schema_version")).length, 2)
  })
})

test("a step that fails is undone as a whole", async () => {
  await inDatabase("failing.duckdb", async (database, path) => {
    await migrate(database, path, [OLD])
    const broken = {
      version: 2,
      statements: ["ALTER TABLE notes ADD COLUMN day DATE", "SELECT nothing FROM nowhere"],
    }
    await assert.rejects(migrate(database, path, [OLD, broken]))
    assert.equal(await version(database), 1)
    assert.deepEqual(await database.read("SELECT * FROM notes"), [{ text: "kept" }])
  })
})

test("an empty database becomes a record when it is opened", async () => {
  await inDatabase("empty.duckdb", async (database) => database.read("SELECT 1"))
  const store = await openStore(join(folder, "empty.duckdb"))
  assert.equal((await store.summary()).documents, 0)
  await store.close()
})

test("a record of a newer schema is refused, for reading and for writing", async () => {
  const path = join(folder, "newer.duckdb")
  await (await openStore(path)).close()
  await inDatabase("newer.duckdb", (database) =>
    database.transaction((transaction) => transaction.run("INSERT INTO schema_version VALUES (999)")),
  )
  for (const readOnly of [false, true])
    await assert.rejects(
      openStore(path, { readOnly }),
      (error) => error instanceof StoreError && /newer Chancery \(schema 999/.test(error.message),
    )
})

test("somebody else's database is refused and left alone", async () => {
  await inDatabase("other.duckdb", (database) =>
    database.transaction((transaction) => transaction.run("CREATE TABLE cats (name VARCHAR)")),
  )
  await assert.rejects(
    openStore(join(folder, "other.duckdb")),
    (error) => error instanceof StoreError && /not a Chancery record/.test(error.message),
  )
})

test("a record of the first version is searched, exported and verified after it was brought up to date", async () => {
  const article = { id: "d", text: "Two ministers met in Beijing." }
  await inDatabase("first.duckdb", async (database, path) => {
    await migrate(database, path, MIGRATIONS.slice(0, 1))
    await database.transaction((transaction) =>
      transaction.run(
        "INSERT INTO documents (id, events, content_hash, coder, article) VALUES ('d', 0, $hash, 'old coder', $article)",
        { hash: contentHash(article), article: JSON.stringify(article) },
      ),
    )
  })
  const store = await openStore(join(folder, "first.duckdb"))
  assert.equal(await store.indexTexts(), 1)
  const found = await store.search({
    query: parseQuery("minist*"),
    scope: "articles",
    order: "relevance",
    page: { limit: 1, offset: 0 },
  })
  assert.equal(found.total, 1)
  assert.deepEqual((await store.document("d"))?.provenance.stored, null)
  assert.equal((await store.verify(() => {})).mismatches, 0)
  await store.close()
})

test("the place of each happening, told in its JSON, stands in columns of its own", async () => {
  await inDatabase("places.duckdb", async (database, path) => {
    const step = 10
    await migrate(
      database,
      path,
      MIGRATIONS.filter(({ version }) => version < step),
    )
    const place = { name: "Minsk", country: "BLR", latitude: 53.9, longitude: 27.5667, text: "Minsk" }
    for (const [id, happening] of [
      ["placed", { place }],
      ["named", { place: { ...place, latitude: null, longitude: null } }],
      ["nowhere", { place: null }],
    ] as const)
      await database.transaction((transaction) =>
        transaction.run(
          `INSERT INTO happenings (id, type, status, reports, documents, owners, only_state_media, headline, happening)
           VALUES ($id, 'CONSULT', 'occurred', 1, 1, 1, false, '', $json)`,
          { id, json: JSON.stringify(happening) },
        ),
      )
    await migrate(
      database,
      path,
      MIGRATIONS.filter(({ version }) => version <= step),
    )
    const rows = await database.read(
      "SELECT id, place_name, place_country, latitude, longitude FROM happenings ORDER BY id",
    )
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        ["named", "Minsk", "BLR", null, null],
        ["nowhere", null, null, null, null],
        ["placed", "Minsk", "BLR", 53.9, 27.5667],
      ],
    )
  })
})
