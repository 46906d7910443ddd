import { inflateRawSync } from "node:zlib"
import type { Event } from "../../record/index.ts"
import { STANDING_EVENTS } from "../apply-corrections.ts"
import type { Database, Parameters, Row } from "../database.ts"
import { ENTRY, toEntry } from "../read-documents.ts"
import { literal } from "../sql.ts"
import type { DocumentEntry, Page } from "../store.ts"
import { bestOf } from "./best.ts"
import { indexTexts } from "./index-text.ts"
import { matchClauses, type TermPostings } from "./matches.ts"
import type { Clause, SearchFilter, SearchQuery } from "./query.ts"
import type { SearchScope } from "./scope.ts"
import { type Snippet, snippetOf } from "./snippet.ts"

export interface SearchRequest {
  readonly query: SearchQuery
  readonly scope: SearchScope
  /** Best first, or latest first. */
  readonly order: "relevance" | "date"
  readonly page: Page
}

/** A document in which what was asked for stands; of evidence, the event that was read from it. */
export interface SearchHit {
  readonly document: DocumentEntry
  readonly event: Event | null
  readonly happening: string | null
  readonly snippet: Snippet
}

export interface SearchResult {
  readonly total: number
  readonly hits: readonly SearchHit[]
}

/** The index of words of an open store. It keeps in mind which units are there until something is written. */
export class SearchIndex {
  readonly #database: Database
  readonly #known = new Map<SearchScope, Promise<Units>>()

  constructor(database: Database) {
    this.#database = database
  }

  /** To be called whenever documents come or go. */
  forget(): void {
    this.#known.clear()
  }

  async index(): Promise<number> {
    const indexed = await indexTexts(this.#database)
    if (indexed > 0) this.forget()
    return indexed
  }

  /** Finds units in the index, and reads only those that are shown. */
  async search({ query, scope, order, page }: SearchRequest): Promise<SearchResult> {
    const [units, postings] = await Promise.all([
      this.#units(scope, query.filter),
      postingsOf(this.#database, scope, query.clauses),
    ])
    const { numbers, scores } = matchClauses(query.clauses, postings, units.live)
    const tie = (a: number, b: number): number => units.days[b]! - units.days[a]! || a - b
    const rank = order === "date" || query.clauses.length === 0 ? Float32Array.from(units.days) : scores
    const inOrder = bestOf(numbers, rank, { first: page.offset + page.limit, tie })
    const shown = inOrder.slice(page.offset)
    return { total: numbers.length, hits: await hitsOf(this.#database, scope, shown, query.clauses) }
  }

  #units(scope: SearchScope, filter: SearchFilter): Promise<Units> {
    if (Object.keys(filter).length > 0) return unitsOf(this.#database, scope, filter)
    const units = this.#known.get(scope) ?? unitsOf(this.#database, scope, filter)
    this.#known.set(scope, units)
    return units
  }
}

/** By number: which units are there and pass the filter, and their days; undated ones are the oldest. */
interface Units {
  readonly live: Uint8Array
  readonly days: Int32Array
}

async function unitsOf(database: Database, scope: SearchScope, filter: SearchFilter): Promise<Units> {
  const { conditions, values } = conditionsOf(scope, filter)
  const [numbers, days] = (await database.integers(
    `SELECT u.number, coalesce(epoch(u.day) // 86400, -2000000000)::INTEGER FROM search_units u WHERE ${conditions.join(" AND ")}`,
    values,
  )) as [Int32Array, Int32Array]
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0)
  const units = { live: new Uint8Array(highest + 1), days: new Int32Array(highest + 1) }
  numbers.forEach((number, at) => {
    units.live[number] = 1
    units.days[number] = days[at]!
  })
  return units
}

/** The events of a happening of the pair, or the documents in which they stand. */
const OF_PAIR = `SELECT e.id AS event, e.document FROM happening_pairs p JOIN happening_events x ON x.happening = p.happening
  JOIN ${STANDING_EVENTS} e ON e.id = x.event WHERE p.pair = $pair`

function conditionsOf(scope: SearchScope, filter: SearchFilter) {
  const evidence = scope === "evidence"
  const own = `u.id IN (SELECT ${evidence ? "id" : "document"} FROM ${STANDING_EVENTS} WHERE`
  const conditionOf: Readonly<Record<keyof SearchFilter, string>> = {
    pair: `u.id IN (SELECT ${evidence ? "event" : "document"} FROM (${OF_PAIR}))`,
    outlet: "$outlet IN (u.outlet, u.domain)",
    from: "u.day >= $from::DATE",
    to: "u.day <= $to::DATE",
    type: `${own} type = $type)`,
    status: `${own} status = $status)`,
    language: "u.language = $language",
  }
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return {
    conditions: [
      "u.scope = $scope",
      ...(evidence ? ["u.id NOT IN (SELECT id FROM corrected_events WHERE rejected)"] : []),
      ...given.map(([name]) => conditionOf[name as keyof SearchFilter]),
    ],
    values: { scope, ...Object.fromEntries(given) } as Parameters,
  }
}

/** After every term that begins with a prefix. */
const LAST = "\u{10ffff}"

async function postingsOf(
  database: Database,
  scope: SearchScope,
  clauses: readonly Clause[],
): Promise<TermPostings[]> {
  const phrases = clauses.flatMap(({ any }) => any)
  const terms = phrases.flatMap(({ terms, prefix }) => (prefix ? terms.slice(0, -1) : terms))
  const prefixes = phrases.flatMap(({ terms, prefix }) => (prefix ? terms.slice(-1) : []))
  if (phrases.length === 0) return []
  // One SELECT for each, with the words written out: so the database passes over all rows that cannot hold them.
  const conditions = [
    ...[...new Set(terms)].map((term) => `term = ${literal(term)}`),
    ...[...new Set(prefixes)].map(
      (prefix) => `term BETWEEN ${literal(prefix)} AND ${literal(prefix + LAST)}`,
    ),
  ]
  const rows = await database.read(
    conditions
      .map(
        (condition) =>
          `SELECT term, segment, postings FROM search_postings WHERE scope = ${literal(scope)} AND ${condition}`,
      )
      .join(" UNION ALL "),
  )
  return rows.map(({ term, segment, postings }) => ({
    term: String(term),
    segment: Number(segment),
    postings: postings as Uint8Array,
  }))
}

/** Of articles the text comes from the index, of evidence from the events: see schema.ts. */
async function hitsOf(
  database: Database,
  scope: SearchScope,
  numbers: readonly number[],
  clauses: readonly Clause[],
): Promise<SearchHit[]> {
  if (numbers.length === 0) return []
  const units = await database.read(
    `SELECT number, id, document, text FROM search_units WHERE scope = $scope AND number IN (${numbers.join(", ")})`,
    { scope },
  )
  const [documents, events] = await Promise.all([
    rowsById(
      database,
      `SELECT ${ENTRY} FROM documents d WHERE d.id IN`,
      units.map(({ document }) => String(document)),
    ),
    scope === "evidence"
      ? rowsById(
          database,
          `SELECT e.id, e.event, e.evidence, x.happening FROM ${STANDING_EVENTS} e LEFT JOIN happening_events x ON x.event = e.id WHERE e.id IN`,
          units.map(({ id }) => String(id)),
        )
      : new Map<string, Row>(),
  ])
  const byNumber = new Map(units.map((unit) => [Number(unit.number), unit]))
  return numbers.flatMap((number): SearchHit[] => {
    const unit = byNumber.get(number)
    const document = documents.get(String(unit?.document))
    if (unit === undefined || document === undefined) return []
    const event = events.get(String(unit.id))
    const text =
      event === undefined ? inflateRawSync(unit.text as Uint8Array).toString("utf8") : String(event.evidence)
    return [
      {
        document: toEntry(document),
        event: event === undefined ? null : (JSON.parse(String(event.event)) as Event),
        happening: typeof event?.happening === "string" ? event.happening : null,
        snippet: snippetOf(text, clauses),
      },
    ]
  })
}

/** Rows by their id; the ids are written out, so that the database looks for them alone. */
async function rowsById(
  database: Database,
  select: string,
  ids: readonly string[],
): Promise<Map<string, Row>> {
  const rows = await database.read(`${select} (${[...new Set(ids)].map(literal).join(", ")})`)
  return new Map(rows.map((row) => [String(row.id), row]))
}
