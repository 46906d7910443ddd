import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { DuckDBInstance } from "@duckdb/node-api"
import fc from "fast-check"
import { serveExamples } from "./example-record.ts"

let served: Awaited<ReturnType<typeof serveExamples>>
let folder: string
before(async () => {
  served = await serveExamples()
  folder = mkdtempSync(join(tmpdir(), "chancery-parquet-"))
})
after(async () => {
  await served?.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (rows: unknown) =>
  served.server.inject({
    method: "POST",
    url: "/api/v1/parquet",
    payload: { rows } as object,
  })

/** The rows of a Parquet file and the types of its columns, as DuckDB reads them. */
async function opened(bytes: Buffer) {
  const path = join(folder, "rows.parquet")
  writeFileSync(path, bytes)
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  const read = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`)
  const types = read.columnTypes().map(String)
  const rows = read.getRowObjectsJson()
  connection.closeSync()
  instance.closeSync()
  return { types, rows }
}

test("a chart's rows come back from Parquet as they were, each column of its type", async () => {
  const answer = await ask([
    { month: "2023-12", day: "2023-12-03", share: 71.5, happenings: 3, planned: true },
    { month: "2024-01", day: null, share: 4, happenings: 1, note: "it's “so”" },
  ])
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers["content-type"], "application/vnd.apache.parquet")
  const { types, rows } = await opened(answer.rawPayload)
  assert.deepEqual(types, ["VARCHAR", "DATE", "DOUBLE", "BIGINT", "BOOLEAN", "VARCHAR"])
  assert.deepEqual(rows, [
    { month: "2023-12", day: "2023-12-03", share: 71.5, happenings: "3", planned: true, note: null },
    { month: "2024-01", day: null, share: 4, happenings: "1", planned: null, note: "it's “so”" },
  ])
})

test("whatever texts and numbers stand in the rows, DuckDB reads them again", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          text: fc.option(fc.string({ unit: "grapheme" })),
          number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      async (rows) => {
        const given = [{ text: "word", number: 0.5 }, ...rows]
        const read = await opened((await ask(given)).rawPayload)
        assert.deepEqual(
          read.rows,
          given.map(({ text, number }) => ({ text, number: number === null ? null : number + 0 })),
        )
      },
    ),
    { numRuns: 15, seed: 20231203 },
  ))

for (const [what, rows, told] of [
  ["no rows", [], /rows/],
  ["rows without columns", [{}], /no column/],
  ["two names that differ in case alone", [{ Share: 1, share: 2 }], /two of one name/],
  ["a name that cannot be seen", [{ "a\u0000b": 1 }], /cannot name a column/],
  ["a list in a cell", [{ share: [1] }], /share/],
] as const)
  test(`refused with what is wrong: ${what}`, async () => {
    const answer = await ask(rows)
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json<{ detail: string }>().detail, told)
  })
