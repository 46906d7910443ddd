import type { Happening, Quad, Status, Teller } from "../record/index.ts"
import type { Database, Row } from "./database.ts"
import { behind } from "./sql.ts"
import type { Page, PairFilter, PairTally, PairTotal, StoredHappening, TallyQuery } from "./store.ts"

/** Totals of every pair of states, most happenings first. */
export async function pairTotals(database: Database): Promise<PairTotal[]> {
  const rows = await database.read(
    `WITH counts AS (
       SELECT pair, count(*)::INTEGER AS happenings, sum(reports)::INTEGER AS reports,
              min(start_day)::VARCHAR AS first, max(end_day)::VARCHAR AS last
       FROM happening_pairs GROUP BY pair
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
export async function pairTallies(
  database: Database,
  { longestSpan, ...given }: TallyQuery,
): Promise<PairTally[]> {
  const conditions = [
    ...(given.pair === undefined ? [] : ["h.pair = $pair"]),
    ...(given.from === undefined ? [] : ["h.start_day >= $from::DATE"]),
    ...(given.to === undefined ? [] : ["h.start_day <= $to::DATE"]),
  ]
  const [
    pairs = [],
    months = [],
    quads = [],
    statuses = [],
    scores = [],
    owners = [],
    told = [],
    counts = [],
  ] = await database.columns(
    `SELECT h.pair, CASE WHEN h.end_day - h.start_day <= $longestSpan THEN strftime(h.start_day, '%Y-%m') END AS month,
              h.quad, h.status, h.score, h.owners, h.told_only_by,
              count(*)::INTEGER AS happenings
       FROM happening_pairs h
       WHERE h.quad IS NOT NULL AND h.score IS NOT NULL ${conditions.map((condition) => `AND ${condition}`).join(" ")}
       GROUP BY ALL ORDER BY ALL`,
    { ...given, longestSpan },
  )
  return pairs.map((pair, at) => ({
    pair: pair as string,
    month: months[at] as string | null,
    quad: quads[at] as Quad,
    status: statuses[at] as Status,
    score: scores[at] as number,
    owners: owners[at] as number,
    toldOnlyBy: told[at] === null ? [] : (JSON.parse(told[at] as string) as Teller[]),
    happenings: counts[at] as number,
  }))
}

/** A pair's happenings, latest first, undated ones last; all of them or one page. */
export async function pairHappenings(
  database: Database,
  pair: string,
  filter: PairFilter = {},
  page?: Page,
): Promise<StoredHappening[]> {
  const { sql, values } = selection(pair, filter)
  const { after, ...stretch } = page ?? {}
  const place = behind(after, "h.start_day::VARCHAR", "h.id")
  const rows = await database.read(
    `SELECT h.happening, h.headline ${sql} AND ${place.sql} ORDER BY h.start_day DESC NULLS LAST, h.id
     ${page === undefined ? "" : "LIMIT $limit OFFSET $offset"}`,
    { ...values, ...stretch, ...place.values },
  )
  return rows.map(toStoredHappening)
}

export async function countPairHappenings(
  database: Database,
  pair: string,
  filter: PairFilter = {},
): Promise<number> {
  const { sql, values } = selection(pair, filter)
  const [row] = await database.read(`SELECT count(*)::INTEGER AS happenings ${sql}`, values)
  return Number(row?.happenings ?? 0)
}

/** The happenings of a pair that pass the filter, as the end of a SELECT, with the values that it names. */
function selection(pair: string, { status, type, from, to }: PairFilter) {
  const conditions = [
    "p.pair = $pair",
    ...(status === undefined ? [] : ["h.status = $status"]),
    ...(type === undefined ? [] : ["h.type = $type"]),
    ...(from === undefined ? [] : ["h.end_day >= $from::DATE"]),
    ...(to === undefined ? [] : ["h.start_day <= $to::DATE"]),
  ]
  const given = Object.entries({ pair, status, type, from, to }).filter(([, value]) => value !== undefined)
  return {
    sql: `FROM happening_pairs p JOIN happenings h ON h.id = p.happening WHERE ${conditions.join(" AND ")}`,
    values: Object.fromEntries(given as [string, string][]),
  }
}

export async function happeningById(database: Database, id: string): Promise<StoredHappening | null> {
  const [row] = await database.read("SELECT happening, headline FROM happenings WHERE id = $id", { id })
  return row === undefined ? null : toStoredHappening(row)
}

export const toStoredHappening = ({ happening, headline }: Row): StoredHappening => ({
  happening: JSON.parse(String(happening)) as Happening,
  headline: String(headline),
})
