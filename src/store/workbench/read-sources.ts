import type { Database } from "../database.ts"
import { ENTRY, toEntry } from "../read-documents.ts"
import type { DocumentEntry, Page } from "../store.ts"

/** Who published, as the documents themselves say it. */
export interface PublisherKey {
  readonly name: string
  readonly domain: string | null
}

/** One publisher's articles of one month. */
export interface PublisherMonth extends PublisherKey {
  /** YYYY-MM; null for articles without a day. */
  readonly month: string | null
  readonly documents: number
  readonly events: number
}

/** How many happenings, and how many of them only state media report; `of` is a year or a pair of states. */
export interface StateMediaTally {
  readonly of: string
  readonly happenings: number
  readonly onlyStateMedia: number
}

/** What the record's documents and happenings say of who tells them. */
export interface SourceTallies {
  readonly months: readonly PublisherMonth[]
  /** Articles whose publisher is unknown. */
  readonly anonymous: number
  /** By the year in which they begin, oldest first; undated ones aside. */
  readonly years: readonly StateMediaTally[]
  /** Of every happening, dated or not. */
  readonly whole: StateMediaTally
  /** By pair, those of most happenings first. */
  readonly pairs: readonly StateMediaTally[]
}

const TALLY = `count(*)::INTEGER AS happenings, count(*) FILTER (h.only_state_media)::INTEGER AS "onlyStateMedia"`

/** `mostPairs`: how many pairs are told of at most. */
export async function sourceTallies(database: Database, mostPairs: number): Promise<SourceTallies> {
  const [months, anonymous, years, whole, pairs] = await Promise.all([
    database.read(
      `SELECT publisher_name AS name, publisher_domain AS domain, strftime(day, '%Y-%m') AS month,
              count(*)::INTEGER AS documents, sum(events)::INTEGER AS events
       FROM documents WHERE publisher_name IS NOT NULL GROUP BY ALL ORDER BY name, domain, month`,
    ),
    database.read("SELECT count(*)::INTEGER AS documents FROM documents WHERE publisher_name IS NULL"),
    database.read(
      `SELECT strftime(h.start_day, '%Y') AS "of", ${TALLY} FROM happenings h
       WHERE h.start_day IS NOT NULL GROUP BY ALL ORDER BY "of"`,
    ),
    database.read(`SELECT 'all' AS "of", ${TALLY} FROM happenings h`),
    database.read(
      `SELECT p.pair AS "of", ${TALLY} FROM happening_pairs p JOIN happenings h ON h.id = p.happening
       GROUP BY ALL ORDER BY happenings DESC, "of" LIMIT $mostPairs`,
      { mostPairs },
    ),
  ])
  return {
    months: months as unknown as PublisherMonth[],
    anonymous: Number(anonymous[0]?.documents ?? 0),
    years: years as unknown as StateMediaTally[],
    whole: whole[0] as unknown as StateMediaTally,
    pairs: pairs as unknown as StateMediaTally[],
  }
}

/** Articles of these publishers, latest first. */
export async function publishersDocuments(
  database: Database,
  publishers: readonly PublisherKey[],
  { limit, offset }: Page,
): Promise<DocumentEntry[]> {
  const rows = await database.read(
    `SELECT ${ENTRY} FROM documents d
     WHERE concat(d.publisher_name, chr(10), d.publisher_domain) IN (SELECT unnest($keys))
     ORDER BY d.published DESC NULLS LAST, d.id LIMIT $limit OFFSET $offset`,
    { keys: publishers.map(({ name, domain }) => `${name}\n${domain ?? ""}`), limit, offset },
  )
  return rows.map(toEntry)
}
