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

/** In one statement, the happenings that an article of the window tells of: only these can be new. */
const TOLD = `SELECT DISTINCT x.happening FROM documents d JOIN events e ON e.document = d.id
  JOIN happening_events x ON x.event = e.id WHERE d.day BETWEEN $from::DATE AND $until::DATE`
/** Told first in the window, at the time and not in looking back, and between states. */
const IS_NEW = `h.id IN (${TOLD}) AND (h.happening->>'$.firstReported.day') >= $from
  AND NOT (h.happening->>'$.onlyRecalled')::BOOLEAN AND EXISTS (FROM happening_pairs p WHERE p.happening = h.id)`

/** Happenings between states of which the window's news is the first: what most owners tell, and what weighs most, first. */
export async function newHappenings(
  database: Database,
  { from, until }: NewsWindow,
  limit: number,
): Promise<{ readonly total: number; readonly happenings: readonly StoredHappening[] }> {
  const rows = await database.read(
    `SELECT h.happening, h.headline, count(*) OVER ()::INTEGER AS total FROM happenings h WHERE ${IS_NEW}
     ORDER BY h.owners DESC, abs(h.score) DESC NULLS LAST, h.start_day DESC NULLS LAST, h.id LIMIT $limit`,
    { from, until, limit },
  )
  return { total: Number(rows[0]?.total ?? 0), happenings: rows.map(toStoredHappening) }
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
