import type { Article, Event, Happening, TextSpan } from "../record/index.ts"
import { IS_ADDED } from "./apply-corrections.ts"
import { contentHash, isHashOf } from "./content-hash.ts"
import { identified, listCorrections } from "./corrections.ts"
import type { Database, Row } from "./database.ts"
import { PAIRS_DIFFER } from "./pairs-schema.ts"

/** Something in the record that contradicts itself. */
export interface Mismatch {
  readonly kind: "document" | "event" | "happening" | "index" | "correction"
  readonly id: string
  /** What stands there, and what should. */
  readonly problem: string
}

/** What was looked at. */
export interface VerifyOutcome {
  readonly documents: number
  readonly events: number
  readonly happenings: number
  readonly mismatches: number
}

/** Reads the whole record and tells `onMismatch` whatever does not fit; nothing is changed. */
export async function verifyRecord(
  database: Database,
  onMismatch: (mismatch: Mismatch) => void,
): Promise<VerifyOutcome> {
  const tally = { documents: 0, events: 0, happenings: 0, mismatches: 0 }
  const tell = (kind: Mismatch["kind"], id: string, problem: string): void => {
    tally.mismatches++
    onMismatch({ kind, id, problem })
  }
  await verifyTexts(database, tally, tell)
  for await (const { happening } of database.stream("SELECT happening FROM happenings ORDER BY id")) {
    tally.happenings++
    const { id, events } = JSON.parse(String(happening)) as Happening
    if (events.length === 0) tell("happening", id, "it has no report")
  }
  for (const correction of await listCorrections(database))
    if (identified(correction).id !== correction.id)
      tell("correction", correction.id, `its digest is ${identified(correction).id}: it was changed`)
  for (const { kind, sql, problem } of CONTRADICTIONS)
    for (const { id } of await database.read(sql)) tell(kind, String(id), problem)
  return tally
}

type Tell = (kind: Mismatch["kind"], id: string, problem: string) => void

/** Documents with their events, both in order of the document. */
async function verifyTexts(
  database: Database,
  tally: { documents: number; events: number },
  tell: Tell,
): Promise<void> {
  const documents = database.stream("SELECT id, content_hash, events, article FROM documents ORDER BY id")
  const events = database.stream(
    `SELECT document, id, type, status, event, ${IS_ADDED} AS added FROM events e ORDER BY document, position`,
  )
  let event = await events.next()
  for await (const row of documents) {
    tally.documents++
    const article = readJson<Article>(row.article, () =>
      tell("document", String(row.id), "its JSON cannot be read"),
    )
    if (article !== undefined) verifyDocument(row, article, tell)
    let found = 0
    for (; event.done !== true && event.value.document === row.id; event = await events.next()) {
      tally.events++
      if (event.value.added !== true) found++
      if (article !== undefined) verifyEvent(event.value, article.text, tell)
    }
    if (found !== row.events)
      tell("document", String(row.id), `it has ${found} events, and counts ${row.events}`)
  }
  for (; event.done !== true; event = await events.next())
    tell("event", String(event.value.id), `its document "${event.value.document}" is not there`)
}

function verifyDocument(row: Row, article: Article, tell: Tell): void {
  const id = String(row.id)
  if (article.id !== id) tell("document", id, `its JSON has the id "${article.id}"`)
  if (!isHashOf(String(row.content_hash), article))
    tell(
      "document",
      id,
      `its content has the hash ${contentHash(article)}, and was stored with ${row.content_hash}`,
    )
}

function verifyEvent(row: Row, text: string, tell: Tell): void {
  const id = String(row.id)
  const event = readJson<Event>(row.event, () => tell("event", id, "its JSON cannot be read"))
  if (event === undefined) return
  if (event.id !== id) tell("event", id, `its JSON has the id "${event.id}"`)
  for (const field of ["type", "status"] as const)
    if (event[field] !== row[field])
      tell("event", id, `its ${field} is ${row[field]}, and ${event[field]} in its JSON`)
  const spans: [string, TextSpan | null][] = [
    ["evidence", event.evidence],
    ["trigger", event.trigger],
    ["quote", event.quote],
    ...event.actors.map((actor): [string, TextSpan] => ["actor", actor]),
    ...event.recipients.map((recipient): [string, TextSpan] => ["recipient", recipient]),
  ]
  for (const [name, span] of spans)
    if (span !== null && text.slice(span.start, span.end) !== span.text)
      tell(
        "event",
        id,
        `its ${name} is “${shown(span.text)}”, but “${shown(text.slice(span.start, span.end))}” stands at ${span.start} to ${span.end}`,
      )
}

const LONGEST_SHOWN = 60
const shown = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text

function readJson<T>(text: unknown, onFailure: () => void): T | undefined {
  try {
    return JSON.parse(String(text)) as T
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    onFailure()
    return undefined
  }
}

/** What must not be found, as SQL. */
const CONTRADICTIONS: readonly {
  readonly kind: Mismatch["kind"]
  readonly sql: string
  readonly problem: string
}[] = [
  {
    kind: "document",
    sql: "SELECT id FROM documents GROUP BY id HAVING count(*) > 1 ORDER BY id",
    problem: "it is there more than once",
  },
  {
    kind: "event",
    sql: "SELECT id FROM events GROUP BY id HAVING count(*) > 1 ORDER BY id",
    problem: "it is there more than once",
  },
  ...["participants", "attributions", "quantities", "event_keys"].map((table) => ({
    kind: "event" as const,
    sql: `SELECT DISTINCT event AS id FROM ${table} WHERE event NOT IN (SELECT id FROM events) ORDER BY id`,
    problem: `${table} are kept of it, and it is not there`,
  })),
  {
    kind: "event",
    sql: "SELECT id FROM corrected_events WHERE id NOT IN (SELECT id FROM events) ORDER BY id",
    problem: "it stands corrected, and is not there",
  },
  {
    kind: "happening",
    sql: `SELECT DISTINCT happening AS id FROM happening_events WHERE event NOT IN (SELECT id FROM events)
      AND NOT EXISTS (SELECT 1 FROM dirty_keys) ORDER BY id`,
    problem: "one of its reports is not there",
  },
  {
    kind: "happening",
    sql: `SELECT h.id FROM happenings h LEFT JOIN happening_events x ON x.happening = h.id
      GROUP BY h.id, h.reports HAVING count(x.event) <> h.reports ORDER BY h.id`,
    problem: "it has another number of reports than it counts",
  },
  {
    kind: "happening",
    sql: `SELECT DISTINCT p.happening AS id FROM happening_pairs p LEFT JOIN happenings h ON h.id = p.happening
      WHERE h.id IS NULL OR ${PAIRS_DIFFER} ORDER BY id`,
    problem: "its pairs tell something else of it than it does",
  },
  {
    kind: "index",
    sql: "SELECT DISTINCT document AS id FROM search_units WHERE document NOT IN (SELECT id FROM documents) ORDER BY id",
    problem: "its words are indexed, and it is not there",
  },
  {
    kind: "index",
    sql: "SELECT id FROM search_units GROUP BY scope, id HAVING count(*) > 1 ORDER BY id",
    problem: "its words are indexed more than once",
  },
]
