import { type Happening, QUADS, STATUSES, type Teller } from "../record/index.ts"
import type { Database, Row } from "./database.ts"
import { behind, literal } from "./sql.ts"
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
  // Texts cost most on their way: a pair is named where its rows begin, what has few values comes as a number.
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
    `WITH tallies AS (
         SELECT pair, CASE WHEN end_day - start_day <= $longestSpan THEN strftime(start_day, '%Y-%m') END AS month,
                quad, status, score, owners, told_only_by, count(*)::INTEGER AS happenings
         FROM happening_pairs h
         WHERE quad IS NOT NULL AND score IS NOT NULL ${conditions.map((condition) => `AND ${condition}`).join(" ")}
         GROUP BY ALL)
       SELECT CASE WHEN lag(pair) OVER (ORDER BY ${TALLY_ORDER}) IS DISTINCT FROM pair THEN pair END,
              (month[:4]::INTEGER * 12 + month[6:]::INTEGER - 1)::INTEGER,
              ${codeOf("quad", QUADS)}, ${codeOf("status", STATUSES)}, score, owners, told_only_by, happenings
       FROM tallies ORDER BY ${TALLY_ORDER}`,
    { ...given, longestSpan },
  )
  let pair = ""
  return counts.map((count, at) => {
    pair = (pairs[at] as string | null) ?? pair
    return {
      pair,
      month: monthOf(months[at] as number | null),
      quad: QUADS[quads[at] as number]!,
      status: STATUSES[statuses[at] as number]!,
      score: scores[at] as number,
      owners: owners[at] as number,
      toldOnlyBy: told[at] === null ? [] : (JSON.parse(told[at] as string) as Teller[]),
      happenings: count as number,
    }
  })
}

const TALLY_ORDER = "pair, month, quad, status, score, owners, told_only_by"

/** SQL for the place of a column's value among all that it can be, from 0. */
const codeOf = (column: string, values: readonly string[]): string =>
  `(list_position([${values.map(literal).join(", ")}], ${column}) - 1)::INTEGER`

/** YYYY-MM of a month that is counted from the beginning of the era. */
const monthOf = (number: number | null): string | null =>
  number === null
    ? null
    : `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`

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
