import type { Happening, Quad, Status, Teller } from "../../record/index.ts"
import type { Database, Row } from "../database.ts"
import type { StoredHappening } from "../store.ts"

/** Inclusive ISO days of the news that is looked at. */
export interface NewsWindow {
  readonly from: string
  readonly until: string
}

/** Happenings between states that are alike in everything the relation index asks for, before the window or in it. */
export interface SplitTally {
  readonly pair: string
  readonly since: boolean
  readonly quad: Quad
  readonly status: Status
  readonly score: number
  readonly owners: number
  readonly toldOnlyBy: readonly Teller[]
  readonly happenings: number
}

/**
 * Between states, and told of at the time and not in looking back, for the first time in the window. It rests on columns alone: the
 * JSON of all happenings is what a large record has most of.
 */
const FRESH = `
  WITH near AS MATERIALIZED (
    SELECT DISTINCT x.happening FROM documents d JOIN events e ON e.document = d.id
    JOIN happening_events x ON x.event = e.id WHERE d.day BETWEEN $from::DATE AND $until::DATE
  ), fresh AS MATERIALIZED (
    SELECT x.happening AS id FROM happening_events x SEMI JOIN near n ON n.happening = x.happening
    JOIN events e ON e.id = x.event LEFT JOIN corrected_events c ON c.id = e.id JOIN documents d ON d.id = e.document
    WHERE NOT coalesce(c.background, e.background) GROUP BY x.happening HAVING min(d.day) >= $from::DATE
  )
  SELECT h.rowid AS row, h.id, count(*) OVER ()::INTEGER AS total
  FROM happenings h SEMI JOIN fresh f ON f.id = h.id SEMI JOIN happening_pairs p ON p.happening = h.id
  ORDER BY h.owners DESC, abs(h.score) DESC NULLS LAST, h.start_day DESC NULLS LAST, h.id LIMIT $limit`

/** Happenings between states of which the window's news is the first: what most owners tell, and what weighs most, first. */
export async function newHappenings(
  database: Database,
  { from, until }: NewsWindow,
  limit: number,
): Promise<{ readonly total: number; readonly happenings: readonly StoredHappening[] }> {
  const rows = await database.read(FRESH, { from, until, limit })
  return { total: Number(rows[0]?.total ?? 0), happenings: await storedAt(database, rows) }
}

/** The happenings of these rows, in their order; each is looked up by its number, so that no other's JSON is read. */
async function storedAt(database: Database, rows: readonly Row[]): Promise<StoredHappening[]> {
  const found: StoredHappening[] = []
  for (const { row, id } of rows) {
    const [one] = await database.read(
      `SELECT happening, headline FROM happenings WHERE rowid = ${Number(row)} AND id = $id`,
      { id: String(id) },
    )
    if (one !== undefined) found.push(toStoredHappening(one))
  }
  return found
}

/** What occurred between the pairs of which anything did in the window: in it, and in so many days before. */
export async function splitTallies(
  database: Database,
  { from, until }: NewsWindow,
  { daysBefore, longestSpan }: { readonly daysBefore: number; readonly longestSpan: number },
): Promise<SplitTally[]> {
  const rows = await database.read(
    `WITH occurred AS (
       SELECT * FROM happenings WHERE status IN ('occurred', 'ongoing') AND quad IS NOT NULL AND score IS NOT NULL
         AND start_day BETWEEN $from::DATE - $daysBefore::INTEGER AND $until::DATE AND end_day - start_day <= $longestSpan
     ), moving AS (
       SELECT DISTINCT p.pair FROM happening_pairs p JOIN occurred h ON h.id = p.happening WHERE h.start_day >= $from::DATE
     )
     SELECT p.pair, h.start_day >= $from::DATE AS since, h.quad, h.status, h.score, h.owners, h.told_only_by,
            count(*)::INTEGER AS happenings
     FROM happening_pairs p JOIN occurred h ON h.id = p.happening SEMI JOIN moving m ON m.pair = p.pair
     GROUP BY ALL ORDER BY ALL`,
    { from, until, daysBefore, longestSpan },
  )
  return rows.map((row) => ({
    pair: String(row.pair),
    since: Boolean(row.since),
    quad: row.quad as Quad,
    status: row.status as Status,
    score: Number(row.score),
    owners: Number(row.owners),
    toldOnlyBy: row.told_only_by === null ? [] : (JSON.parse(String(row.told_only_by)) as Teller[]),
    happenings: Number(row.happenings),
  }))
}

/** Happenings between states that were once planned, expected or promised and whose last day lies in the window, latest first. */
export async function plansDue(
  database: Database,
  { from, until }: NewsWindow,
  limit: number,
): Promise<{ readonly total: number; readonly plans: readonly StoredHappening[] }> {
  const rows = await database.read(
    `SELECT h.happening, h.headline, count(*) OVER ()::INTEGER AS total FROM happenings h
     WHERE h.end_day BETWEEN $from::DATE AND $until::DATE
       AND regexp_matches((h.happening->'$.history[*].status')::VARCHAR, 'planned|expected|promised')
       AND EXISTS (FROM happening_pairs p WHERE p.happening = h.id)
     ORDER BY h.end_day DESC, h.owners DESC, h.id LIMIT $limit`,
    { from, until, limit },
  )
  return { total: Number(rows[0]?.total ?? 0), plans: rows.map(toStoredHappening) }
}

const toStoredHappening = ({ happening, headline }: Row): StoredHappening => ({
  happening: JSON.parse(String(happening)) as Happening,
  headline: String(headline),
})
