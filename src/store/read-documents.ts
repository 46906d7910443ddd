import type { Article, Event, EventType, Provenance, Status } from "../record/index.ts"
import { IS_ADDED, STANDING_EVENTS } from "./apply-corrections.ts"
import { listCorrections } from "./corrections.ts"
import type { Database, Row } from "./database.ts"
import { behind } from "./sql.ts"
import type { DocumentEntry, Page, StoredDocument, StoredReport, StoreSummary } from "./store.ts"

export const ENTRY = "d.id, d.title, d.published, d.url, d.publisher_name, d.publisher_domain, d.events"

export const PROVENANCE = "d.content_hash, d.extractor, d.coder, d.stored"

/** What the record holds, in figures. */
export async function summarise(database: Database): Promise<StoreSummary> {
  const [totals] = await database.read(
    `SELECT (SELECT count(*) FROM documents)::INTEGER AS documents,
            (SELECT count(*) FROM ${STANDING_EVENTS})::INTEGER AS events,
            (SELECT count(*) FROM happenings)::INTEGER AS happenings,
            (SELECT count(DISTINCT pair) FROM happening_pairs)::INTEGER AS pairs,
            (SELECT count(DISTINCT coalesce(publisher_domain, publisher_name)) FROM documents)::INTEGER AS publishers,
            (SELECT min(day)::VARCHAR FROM documents) AS first,
            (SELECT max(day)::VARCHAR FROM documents) AS last,
            (SELECT coalesce(string_agg(DISTINCT coder, ', ' ORDER BY coder), '') FROM documents) AS coder`,
  )
  const byType = await database.read(
    `SELECT type, count(*)::INTEGER AS events FROM ${STANDING_EVENTS} WHERE type IS NOT NULL
     GROUP BY type ORDER BY events DESC, type`,
  )
  const byStatus = await database.read(
    `SELECT status, count(*)::INTEGER AS events FROM ${STANDING_EVENTS} GROUP BY status ORDER BY events DESC, status`,
  )
  return {
    ...(totals as unknown as Omit<StoreSummary, "byType" | "byStatus">),
    byType: byType as unknown as { type: EventType; events: number }[],
    byStatus: byStatus as unknown as { status: Status; events: number }[],
  }
}

/** Documents, latest first. */
export async function listDocuments(
  database: Database,
  { limit, offset, after }: Page,
): Promise<DocumentEntry[]> {
  const { sql, values } = behind(after, "d.published", "d.id")
  const rows = await database.read(
    `SELECT ${ENTRY} FROM documents d WHERE ${sql}
     ORDER BY d.published DESC NULLS LAST, d.id LIMIT $limit OFFSET $offset`,
    { limit, offset, ...values },
  )
  return rows.map(toEntry)
}

/** One document with its text, every event in order, and the happening of each. */
export async function documentById(database: Database, id: string): Promise<StoredDocument | null> {
  const [row] = await database.read(
    `SELECT ${ENTRY}, ${PROVENANCE}, d.article FROM documents d WHERE d.id = $id`,
    { id },
  )
  if (row === undefined) return null
  const events = await database.read(
    `SELECT e.id, e.event, x.happening, ${IS_ADDED} AS added FROM events e LEFT JOIN happening_events x ON x.event = e.id
     WHERE e.document = $id ORDER BY e.position`,
    { id },
  )
  const coded = events.filter(({ added }) => !added).map(({ event }) => JSON.parse(String(event)) as Event)
  return {
    ...toEntry(row),
    provenance: toProvenance(row),
    article: JSON.parse(String(row.article)) as Article,
    coded,
    corrections: await listCorrections(database, id),
    happeningOf: new Map(
      events.flatMap(({ id, happening }) =>
        typeof happening === "string" ? [[String(id), happening] as const] : [],
      ),
    ),
  }
}

export async function documentOfEvent(database: Database, id: string): Promise<string | null> {
  const [row] = await database.read(
    `SELECT document FROM events WHERE id = $id
     UNION ALL SELECT document FROM corrections WHERE kind = 'add' AND event = $id LIMIT 1`,
    { id },
  )
  return row === undefined ? null : String(row.document)
}

/** Events by id with their documents, in order of publication; ids that are not there are left out. */
export async function reportsById(database: Database, eventIds: readonly string[]): Promise<StoredReport[]> {
  const rows = await database.read(
    `SELECT e.event, ${ENTRY} FROM ${STANDING_EVENTS} e JOIN documents d ON d.id = e.document
     WHERE e.id IN (SELECT unnest($ids)) ORDER BY d.published NULLS LAST, d.id, e.position`,
    { ids: eventIds },
  )
  return rows.map((row) => ({
    event: JSON.parse(String(row.event)) as Event,
    document: toEntry(row),
  }))
}

export const toProvenance = (row: Row): Provenance => ({
  document: String(row.id),
  contentHash: String(row.content_hash),
  extractor: textOrNull(row.extractor),
  coder: String(row.coder),
  stored: textOrNull(row.stored),
})

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null)

export function toEntry(row: Row): DocumentEntry {
  const name = textOrNull(row.publisher_name)
  const domain = textOrNull(row.publisher_domain)
  return {
    id: String(row.id),
    title: textOrNull(row.title),
    published: textOrNull(row.published),
    url: textOrNull(row.url),
    publisher: name === null ? null : { name, ...(domain === null ? {} : { domain }) },
    events: Number(row.events),
  }
}
