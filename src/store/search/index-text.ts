import { deflateRawSync } from "node:zlib"
import { BLOB, blobValue, DATE, type DuckDBValue, INTEGER, VARCHAR } from "@duckdb/node-api"
import type { Database, Row, Table, Transaction } from "../database.ts"
import { dateValue } from "../tables.ts"
import { lengthCode, PostingsWriter } from "./postings.ts"
import { SEARCH_POSTINGS } from "./schema.ts"
import { SEARCH_SCOPES, type SearchScope } from "./scope.ts"
import { indexWords } from "./words.ts"

/** Units of a full segment. */
const SEGMENT_UNITS: Readonly<Record<SearchScope, number>> = { articles: 16_384, evidence: 32_768 }
/** So many smaller segments are made into one. */
const MOST_SMALL = 8
/** Fast rather than small. */
const DEFLATE_LEVEL = 3
/** Words between a title and its text, so that no phrase runs from one into the other. */
const GAP = 1000

const UNITS: Table = {
  name: "search_units",
  types: [VARCHAR, INTEGER, INTEGER, VARCHAR, VARCHAR, DATE, VARCHAR, VARCHAR, VARCHAR, BLOB],
}
const POSTINGS: Table = { name: "search_postings", types: [VARCHAR, INTEGER, VARCHAR, INTEGER, BLOB] }

/** Texts of the units that are not indexed yet, or whose segment is made anew. */
const TEXTS: Readonly<Record<SearchScope, string>> = {
  articles: `SELECT d.id, d.id AS document, d.title, json_extract_string(d.article, '$.text') AS text,
      d.day::VARCHAR AS day, lower(d.publisher_name) AS outlet, lower(d.publisher_domain) AS domain, d.language FROM documents d`,
  evidence: `SELECT e.id, e.document, NULL AS title, e.evidence AS text,
      d.day::VARCHAR AS day, lower(d.publisher_name) AS outlet, lower(d.publisher_domain) AS domain, d.language
    FROM events e JOIN documents d ON d.id = e.document`,
}

/** Indexes what came since the last time, a segment in each transaction; gives the number of units. */
export async function indexTexts(database: Database): Promise<number> {
  let indexed = 0
  for (const scope of SEARCH_SCOPES)
    for (;;) {
      const units = await database.transaction((transaction) => indexSegment(transaction, scope))
      if (units === 0) break
      indexed += units
    }
  if (indexed > 0) await sortPostings(database)
  return indexed
}

/** The share of rows out of order from which they are sorted. */
const MOST_UNSORTED = 0.25
const SORTED_SETTING = "search sorted"

/** Puts the rows of a term side by side, whichever segment they are of, once enough of them are not. */
async function sortPostings(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    const [counted] = await transaction.read("SELECT count(*)::DOUBLE AS rows FROM search_postings")
    const [setting] = await transaction.read("SELECT value FROM settings WHERE name = $name", {
      name: SORTED_SETTING,
    })
    const rows = Number(counted?.rows)
    if (rows - Number(setting?.value ?? 0) < rows * MOST_UNSORTED) return
    await transaction.run("ALTER TABLE search_postings RENAME TO unsorted_postings")
    await transaction.run(SEARCH_POSTINGS)
    await transaction.run(
      "INSERT INTO search_postings SELECT * FROM unsorted_postings ORDER BY scope, term, segment",
    )
    await transaction.run("DROP TABLE unsorted_postings")
    await transaction.run("DELETE FROM settings WHERE name = $name", { name: SORTED_SETTING })
    await transaction.run("INSERT INTO settings VALUES ($name, $rows)", {
      name: SORTED_SETTING,
      rows: String(rows),
    })
  })
}

/** Units that no segment holds. */
const freshOf = (scope: SearchScope): string =>
  `${TEXTS[scope]} ANTI JOIN search_units u ON u.scope = '${scope}' AND u.id = ${scope === "articles" ? "d.id" : "e.id"}`

async function hasFresh(source: Pick<Transaction, "read">, scope: SearchScope): Promise<boolean> {
  const [pending] = await source.read(`SELECT count(*)::INTEGER AS units FROM (${freshOf(scope)} LIMIT 1)`)
  return Number(pending?.units) > 0
}

/** True where the index holds everything that can be searched. */
export async function isIndexed(database: Database): Promise<boolean> {
  for (const scope of SEARCH_SCOPES) if (await hasFresh(database, scope)) return false
  return true
}

async function indexSegment(transaction: Transaction, scope: SearchScope): Promise<number> {
  const limit = SEGMENT_UNITS[scope]
  const fresh = freshOf(scope)
  if (!(await hasFresh(transaction, scope))) return 0
  await mergeSmall(transaction, scope)
  const rows = await transaction.read(
    `${fresh} ORDER BY ${scope === "articles" ? "d.id" : "e.id"} LIMIT ${limit}`,
  )
  await writeSegment(transaction, scope, rows, await takeNumbers(transaction, scope, rows.length))
  return rows.length
}

/** Numbers are never given twice: postings of units that are gone keep theirs until their segment is made anew. */
async function takeNumbers(transaction: Transaction, scope: SearchScope, units: number) {
  const name = `search ${scope}`
  const [setting] = await transaction.read("SELECT value FROM settings WHERE name = $name", { name })
  const { number, segment } = JSON.parse(String(setting?.value ?? '{"number":1,"segment":1}')) as {
    readonly number: number
    readonly segment: number
  }
  await transaction.run("DELETE FROM settings WHERE name = $name", { name })
  await transaction.run("INSERT INTO settings VALUES ($name, $value)", {
    name,
    value: JSON.stringify({ number: number + units, segment: segment + 1 }),
  })
  return { number, segment }
}

/**
 * Segments that are small, or of which most units are gone, are struck out when there are many: their units are then fresh
 * again. A unit is so read anew a few times at most.
 */
async function mergeSmall(transaction: Transaction, scope: SearchScope): Promise<void> {
  const small = await transaction.read(
    `SELECT p.segment, count(u.number)::INTEGER AS units
     FROM (SELECT DISTINCT segment FROM search_postings WHERE scope = '${scope}') p
     LEFT JOIN search_units u ON u.scope = '${scope}' AND u.segment = p.segment
     GROUP BY p.segment HAVING count(u.number) < ${SEGMENT_UNITS[scope] / 2}`,
  )
  if (small.length < MOST_SMALL) return
  const segments = small.map(({ segment }) => Number(segment)).join(", ")
  for (const table of ["search_units", "search_postings"])
    await transaction.run(`DELETE FROM ${table} WHERE scope = '${scope}' AND segment IN (${segments})`)
}

async function writeSegment(
  transaction: Transaction,
  scope: SearchScope,
  rows: readonly Row[],
  first: { readonly number: number; readonly segment: number },
): Promise<void> {
  const writers = new Map<string, PostingsWriter>()
  rows.forEach(({ title, text }, at) => {
    addUnit(writers, first.number + at, title, text)
  })
  await transaction.append(
    UNITS,
    rows.map((row, at): DuckDBValue[] => [
      scope,
      first.number + at,
      first.segment,
      ...[
        row.id,
        row.document,
        dateValue(row.day === null ? undefined : String(row.day)),
        row.outlet,
        row.domain,
        row.language,
      ].map((value) => (value ?? null) as DuckDBValue),
      scope === "articles"
        ? blobValue(deflateRawSync(String(row.text ?? ""), { level: DEFLATE_LEVEL }))
        : null,
    ]),
  )
  // In order of terms, so that a term's rows lie together and the rest is passed over.
  const terms = [...writers.keys()].sort(compareTerms)
  await transaction.append(
    POSTINGS,
    terms.map((term): DuckDBValue[] => {
      const writer = writers.get(term)!
      return [scope, first.segment, term, writer.units, blobValue(writer.bytes())]
    }),
  )
}

const compareTerms = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function addUnit(writers: Map<string, PostingsWriter>, number: number, title: unknown, text: unknown): void {
  const ofTitle = indexWords(String(title ?? ""))
  const ofText = indexWords(String(text ?? ""))
  const begin = ofTitle.length === 0 ? 0 : ofTitle.length + GAP
  const places = new Map<string, number[]>()
  const place = (term: string, position: number): void => {
    const known = places.get(term)
    if (known === undefined) places.set(term, [position])
    else known.push(position)
  }
  ofTitle.forEach(({ term }, at) => {
    place(term, at)
  })
  ofText.forEach(({ term }, at) => {
    place(term, begin + at)
  })
  const code = lengthCode(ofTitle.length + ofText.length)
  for (const [term, positions] of places) {
    let writer = writers.get(term)
    if (writer === undefined) {
      writer = new PostingsWriter()
      writers.set(term, writer)
    }
    writer.add(number, positions, code)
  }
}
