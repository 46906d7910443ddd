import type { Happening } from "../../record/index.ts"
import type { Database } from "../database.ts"

/** A person named in reports of visits, meetings and calls, and how much of them the record holds. */
export interface LeaderTally {
  readonly name: string
  /** The forms in which reports name him, sorted: "Putin", "Vladimir Putin". */
  readonly names: readonly string[]
  /** Alpha-3. */
  readonly country: string
  /** The office that most reports give; null where none does. */
  readonly role: string | null
  /** Happenings that took place or are under way. */
  readonly held: number
  /** Those that are only planned, expected or promised. */
  readonly ahead: number
  /** First and last day of those held; null where none is dated. */
  readonly first: string | null
  readonly last: string | null
}

const CONSULTED =
  "participants p JOIN happening_events x ON x.event = p.event JOIN happenings h ON h.id = x.happening AND h.type = 'CONSULT'"
const HELD = "h.status IN ('occurred', 'ongoing')"

/**
 * Everybody with a state who takes part in a consultation, of one country or of all, those with most first. A last name
 * alone is whoever bears it where only one does in that country.
 */
export async function leaderTallies(database: Database, country?: string): Promise<LeaderTally[]> {
  const rows = await database.read(
    `WITH talks AS MATERIALIZED (
       SELECT p.name, p.country, h.id, min(p.role) AS role, any_value(h.status) AS status,
              any_value(h.start_day) AS start_day, any_value(h.end_day) AS end_day
       FROM ${CONSULTED}
       WHERE p.kind = 'person' AND ${country === undefined ? "p.country IS NOT NULL" : "p.country = $country"}
       GROUP BY p.name, p.country, h.id
     ), forms AS (
       SELECT DISTINCT name, country, lower(string_split(name, ' ')[-1]) AS last_name, contains(name, ' ') AS whole FROM talks
     ), alone AS (
       SELECT country, last_name, min(name) AS name FROM forms WHERE whole GROUP BY ALL HAVING count(*) = 1
     ), leaders AS (
       SELECT f.name AS form, f.country, coalesce(a.name, f.name) AS name
       FROM forms f LEFT JOIN alone a ON a.country = f.country AND a.last_name = f.last_name AND NOT f.whole
     ), held AS (
       SELECT l.name, l.country, t.id, min(t.role) AS role, any_value(t.status) AS status,
              any_value(t.start_day) AS start_day, any_value(t.end_day) AS end_day
       FROM talks t JOIN leaders l ON l.form = t.name AND l.country = t.country GROUP BY l.name, l.country, t.id
     ), counts AS (
       SELECT h.name, h.country, mode(h.role ORDER BY h.role) AS role, (count(*) FILTER (${HELD}))::INTEGER AS held,
              (count(*) FILTER (h.status IN ('planned', 'expected', 'promised')))::INTEGER AS ahead,
              (min(h.start_day) FILTER (${HELD}))::VARCHAR AS first, (max(h.end_day) FILTER (${HELD}))::VARCHAR AS last
       FROM held h GROUP BY h.name, h.country
     ), named AS (
       SELECT name, country, list_sort(list(form)) AS names FROM leaders GROUP BY name, country
     )
     SELECT c.name, n.names, c.country, c.role, c.held, c.ahead, c.first, c.last
     FROM counts c JOIN named n ON n.name = c.name AND n.country = c.country
     WHERE held + ahead > 0 ORDER BY held DESC, ahead DESC, c.name, c.country`,
    country === undefined ? {} : { country },
  )
  return rows as unknown as LeaderTally[]
}

/** The consultations of every pair of states in whose meetings a person of these names takes part, by pair. */
export async function leaderConsultations(
  database: Database,
  { names, country }: { readonly names: readonly string[]; readonly country: string },
): Promise<ReadonlyMap<string, readonly Happening[]>> {
  const rows = await database.read(
    `WITH own AS (
       SELECT DISTINCT hp.pair FROM ${CONSULTED} JOIN happening_pairs hp ON hp.happening = h.id
       WHERE p.kind = 'person' AND p.country = $country AND p.name IN (SELECT unnest($names)) AND contains(hp.pair, $country)
     )
     SELECT hp.pair, h.happening FROM happening_pairs hp JOIN own USING (pair) JOIN happenings h ON h.id = hp.happening
     WHERE h.type = 'CONSULT' ORDER BY hp.pair, h.id`,
    { names, country },
  )
  const byPair = new Map<string, Happening[]>()
  for (const { pair, happening } of rows) {
    const parsed = JSON.parse(String(happening)) as Happening
    const known = byPair.get(String(pair))
    if (known === undefined) byPair.set(String(pair), [parsed])
    else known.push(parsed)
  }
  return byPair
}
