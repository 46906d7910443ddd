import type { EventType, Quad, Status } from "../../record/index.ts"
import type { Database } from "../database.ts"
import { toStoredHappening } from "../read-happenings.ts"
import type { StoredHappening } from "../store.ts"

/** Which happenings a map shows. */
export interface MapFilter {
  readonly quad?: Quad
  readonly type?: EventType
  readonly status?: Status
  /** Inclusive ISO days; a happening counts where its dates overlap them. */
  readonly from?: string
  readonly to?: string
}

/** A stretch of the earth in degrees, edges included. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The happenings of one quad class at one place. */
export interface PlaceTally {
  readonly name: string
  readonly country: string | null
  readonly latitude: number
  readonly longitude: number
  readonly quad: Quad
  readonly happenings: number
}

/** How many happenings pass the filter, how many of them have a place on the map, and these by place. */
export interface PlaceTallies {
  readonly total: number
  readonly placed: number
  readonly places: readonly PlaceTally[]
}

const PLACED = "latitude IS NOT NULL AND longitude IS NOT NULL"

export async function placeTallies(database: Database, filter: MapFilter): Promise<PlaceTallies> {
  const { sql, values } = passing(filter)
  const [totals] = await database.read(
    `SELECT count(*)::INTEGER AS total, count(*) FILTER (${PLACED})::INTEGER AS placed FROM happenings WHERE ${sql}`,
    values,
  )
  const places = await database.read(
    `SELECT place_name AS name, place_country AS country, latitude, longitude, quad, count(*)::INTEGER AS happenings
     FROM happenings WHERE ${sql} AND ${PLACED} GROUP BY ALL
     ORDER BY happenings DESC, name, latitude, longitude, country, quad`,
    values,
  )
  return {
    total: Number(totals?.total ?? 0),
    placed: Number(totals?.placed ?? 0),
    places: places as unknown as PlaceTally[],
  }
}

/** The happenings inside a box, latest first, undated ones last, and how many there are in all. */
export async function happeningsInside(
  database: Database,
  { box, limit, ...filter }: MapFilter & { readonly box: Box; readonly limit: number },
): Promise<{ readonly total: number; readonly happenings: readonly StoredHappening[] }> {
  const { sql, values } = passing(filter)
  const inside = `${sql} AND latitude BETWEEN $south AND $north AND longitude BETWEEN $west AND $east`
  const named = { ...values, ...box }
  const [count] = await database.read(
    `SELECT count(*)::INTEGER AS total FROM happenings WHERE ${inside}`,
    named,
  )
  const rows = await database.read(
    `SELECT happening, headline FROM happenings WHERE ${inside}
     ORDER BY start_day DESC NULLS LAST, id LIMIT $limit`,
    { ...named, limit },
  )
  return { total: Number(count?.total ?? 0), happenings: rows.map(toStoredHappening) }
}

/** The filter as a condition, with the values that it names. */
function passing({ quad, type, status, from, to }: MapFilter) {
  const conditions = [
    "quad IS NOT NULL",
    ...(quad === undefined ? [] : ["quad = $quad"]),
    ...(type === undefined ? [] : ["type = $type"]),
    ...(status === undefined ? [] : ["status = $status"]),
    ...(from === undefined ? [] : ["end_day >= $from::DATE"]),
    ...(to === undefined ? [] : ["start_day <= $to::DATE"]),
  ]
  const given = Object.entries({ quad, type, status, from, to }).filter(([, value]) => value !== undefined)
  return { sql: conditions.join(" AND "), values: Object.fromEntries(given as [string, string][]) }
}
