import type { Happening, Status } from "../../record/index.ts"
import type { Row, Transaction } from "../database.ts"
import type { Alert, AlertQuery, LevelPoint } from "./alert.ts"
import type { Change } from "./message.ts"

/** Events whose happening is new, or has another status than at the last look. */
const MOVED = `SELECT x.event, x.happening, h.status FROM happening_events x JOIN happenings h ON h.id = x.happening
  ANTI JOIN alert_events k ON k.event = x.event AND k.status = h.status`
/** Documents whose content was not there. */
const FRESH = `SELECT d.id, d.content_hash FROM documents d
  ANTI JOIN alert_documents k ON k.content_hash = d.content_hash`

/** True where anything moved since the last look; reads only. */
export async function hasMoves(source: Pick<Transaction, "read">): Promise<boolean> {
  const [row] = await source.read(
    `SELECT ((SELECT count(*) FROM (${MOVED})) + (SELECT count(*) FROM (${FRESH})))::INTEGER AS moves`,
  )
  return row?.moves !== 0
}

/**
 * Gathers in temporary tables what moved since the last look. A happening is new where none of its events was there, and changed
 * where no report of it had its status; both only where a document's content is new, so that coding the same texts anew, or linking
 * them otherwise, is no news.
 */
export async function gatherMoves(transaction: Transaction): Promise<void> {
  await transaction.run(`CREATE OR REPLACE TEMP TABLE moved AS ${MOVED}`)
  await transaction.run(`CREATE OR REPLACE TEMP TABLE fresh AS ${FRESH}`)
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE alert_candidates AS
     SELECT h.id, list_sort(list_distinct(list(k.status) FILTER (k.status IS NOT NULL))) AS before
     FROM (SELECT DISTINCT happening AS id FROM moved) m JOIN happenings h USING (id)
     JOIN happening_events x ON x.happening = h.id JOIN events e ON e.id = x.event
     LEFT JOIN alert_events k ON k.event = x.event LEFT JOIN fresh f ON f.id = e.document
     GROUP BY h.id, h.status
     HAVING count(f.id) > 0 AND (before IS NULL OR NOT list_contains(before, h.status))`,
  )
}

/** Takes what was gathered as seen. */
export async function markSeen(transaction: Transaction): Promise<void> {
  await transaction.run("DELETE FROM alert_events WHERE event IN (SELECT event FROM moved)")
  await transaction.run("INSERT INTO alert_events SELECT event, status FROM moved")
  await transaction.run("INSERT INTO alert_documents SELECT DISTINCT content_hash FROM fresh")
}

/** The changes of happenings that an alert asks for, by day and id. */
export async function changesFor(transaction: Transaction, query: AlertQuery): Promise<Change[]> {
  const { kinds, pairs, types, statuses, outlets, from } = query
  const conditions = [
    ...(kinds.includes("new") ? [] : ["c.before IS NOT NULL"]),
    ...(kinds.includes("status") ? [] : ["c.before IS NULL"]),
    ...(types.length === 0 ? [] : ["h.type IN (SELECT unnest($types))"]),
    ...(statuses.length === 0 ? [] : ["h.status IN (SELECT unnest($statuses))"]),
    ...(from === undefined ? [] : ["(h.end_day IS NULL OR h.end_day >= $from::DATE)"]),
    ...(pairs.length === 0
      ? []
      : ["h.id IN (SELECT happening FROM happening_pairs WHERE pair IN (SELECT unnest($pairs)))"]),
    ...(outlets.length === 0
      ? []
      : [
          `h.id IN (SELECT x.happening FROM happening_events x JOIN events e ON e.id = x.event JOIN documents d ON d.id = e.document
             WHERE lower(d.publisher_name) IN (SELECT lower(unnest($outlets)))
                OR lower(d.publisher_domain) IN (SELECT lower(unnest($outlets))))`,
        ]),
  ]
  const lists = { types, statuses, pairs, outlets }
  const given = Object.entries(lists).filter(([, list]) => list.length > 0)
  const rows = await transaction.read(
    `SELECT h.happening, h.headline, c.before,
            (SELECT list_sort(list(pair)) FROM happening_pairs p WHERE p.happening = h.id) AS pairs
     FROM alert_candidates c JOIN happenings h ON h.id = c.id
     ${conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`}
     ORDER BY h.start_day NULLS LAST, h.id`,
    { ...Object.fromEntries(given), ...(from === undefined ? {} : { from }) },
  )
  return rows.map(toChange)
}

function toChange({ happening, headline, before, pairs }: Row): Change {
  return {
    kind: before === null ? "new" : "status",
    happening: JSON.parse(String(happening)) as Happening,
    headline: String(headline),
    pairs: (pairs ?? []) as string[],
    before: (before ?? []) as Status[],
  }
}

/** A change found a month earlier or later than before is the same one, seen better. */
const NEAR_MONTHS = 1

const monthOf = (period: string): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7))

/** Those changes of level that are not known yet; all are known afterwards. */
export async function newLevels(
  transaction: Transaction,
  { id }: Pick<Alert, "id">,
  points: readonly LevelPoint[],
): Promise<LevelPoint[]> {
  const known = await transaction.read("SELECT pair, period, rises FROM alert_changes WHERE alert = $id", {
    id,
  })
  const fresh = points.filter(
    ({ pair, period, before, after }) =>
      !known.some(
        (row) =>
          row.pair === pair &&
          row.rises === after > before &&
          Math.abs(monthOf(String(row.period)) - monthOf(period)) <= NEAR_MONTHS,
      ),
  )
  for (const { pair, period, before, after } of points)
    if (!known.some((row) => row.pair === pair && row.period === period && row.rises === after > before))
      await transaction.run("INSERT INTO alert_changes VALUES ($id, $pair, $period, $rises)", {
        ...{ id, pair, period },
        rises: after > before,
      })
  return fresh
}
