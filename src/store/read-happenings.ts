import type { Happening, Quad, Status } from "../record/index.ts"
import type { Database, Row } from "./database.ts"
import type { PairFilter, PairTally, PairTotal, StoredHappening } from "./store.ts"

/** Totals of every pair of states, most happenings first. */
export async function pairTotals(database: Database): Promise<PairTotal[]> {
  const rows = await database.read(
    `WITH counts AS (
       SELECT p.pair, count(*)::INTEGER AS happenings, sum(h.reports)::INTEGER AS reports,
              min(h.start_day)::VARCHAR AS first, max(h.end_day)::VARCHAR AS last
       FROM happening_pairs p JOIN happenings h ON h.id = p.happening GROUP BY p.pair
     ), sources AS (
       SELECT p.pair, count(DISTINCT e.document)::INTEGER AS documents
       FROM happening_pairs p JOIN happening_events x ON x.happening = p.happening
       JOIN events e ON e.id = x.event GROUP BY p.pair
     )
     SELECT * FROM counts JOIN sources USING (pair) ORDER BY happenings DESC, pair`,
  )
  return rows as unknown as PairTotal[]
}

/** Happenings that are alike in everything the relation index asks for, counted; of all pairs or of one. */
export async function pairTallies(database: Database, pair?: string): Promise<PairTally[]> {
  const rows = await database.read(
    `SELECT p.pair, strftime(h.start_day, '%Y-%m') AS month, h.quad, h.status, h.score, h.owners,
            count(*)::INTEGER AS happenings
     FROM happening_pairs p JOIN happenings h ON h.id = p.happening
     WHERE h.quad IS NOT NULL AND h.score IS NOT NULL ${pair === undefined ? "" : "AND p.pair = $pair"}
     GROUP BY ALL ORDER BY ALL`,
    pair === undefined ? {} : { pair },
  )
  return rows.map((row) => ({
    pair: String(row.pair),
    month: row.month === null ? null : String(row.month),
    quad: row.quad as Quad,
    status: row.status as Status,
    score: Number(row.score),
    owners: Number(row.owners),
    happenings: Number(row.happenings),
  }))
}

/** A pair's happenings, latest first, undated ones last. */
export async function pairHappenings(
  database: Database,
  pair: string,
  { status, type, from, to }: PairFilter = {},
): Promise<StoredHappening[]> {
  const conditions = [
    ...(status === undefined ? [] : ["h.status = $status"]),
    ...(type === undefined ? [] : ["h.type = $type"]),
    ...(from === undefined ? [] : ["h.end_day >= $from::DATE"]),
    ...(to === undefined ? [] : ["h.start_day <= $to::DATE"]),
  ]
  const given = Object.entries({ status, type, from, to }).filter(([, value]) => value !== undefined)
  const rows = await database.read(
    `SELECT h.happening, h.headline FROM happening_pairs p JOIN happenings h ON h.id = p.happening
     WHERE ${["p.pair = $pair", ...conditions].join(" AND ")}
     ORDER BY h.start_day DESC NULLS LAST, h.id`,
    { pair, ...Object.fromEntries(given as [string, string][]) },
  )
  return rows.map(toStoredHappening)
}

export async function happeningById(database: Database, id: string): Promise<StoredHappening | null> {
  const [row] = await database.read("SELECT happening, headline FROM happenings WHERE id = $id", { id })
  return row === undefined ? null : toStoredHappening(row)
}

const toStoredHappening = ({ happening, headline }: Row): StoredHappening => ({
  happening: JSON.parse(String(happening)) as Happening,
  headline: String(headline),
})
