import type {
  EventType,
  OccurredCount,
  Owner,
  PairAct,
  PairDirection,
  Quad,
  Status,
  Teller,
} from "../record/index.ts"
import type { Database } from "./database.ts"
import { happeningConditions } from "./read-export.ts"
import type { ActFilter } from "./store.ts"

/** A pair's happenings that have a quad class and a score, by id. */
export async function pairActs(database: Database, pair: string, filter: ActFilter = {}): Promise<PairAct[]> {
  const { conditions, values } = happeningConditions(filter)
  const rows = await database.read(
    `SELECT h.id, h.start_day::VARCHAR AS start, h.end_day::VARCHAR AS "end", h.type, h.mode, h.quad, h.status, h.score,
            h.cameo, coalesce(h.direction, 'both') AS direction, h.reports, h.owners AS voices, h.owner_list,
            h.only_state_media, h.told_only_by
     FROM (SELECT *, happening AS id FROM happening_pairs) h
     WHERE h.pair = $pair AND ${conditions.join(" AND ")} AND h.quad IS NOT NULL AND h.score IS NOT NULL ORDER BY h.id`,
    { ...values, pair },
  )
  const ownersOf = parsedOnce<Owner[]>()
  const tellersOf = parsedOnce<Teller[]>()
  return rows.map((row) => ({
    id: row.id as string,
    start: row.start as string | null,
    end: row.end as string | null,
    type: row.type as EventType,
    mode: row.mode as string | null,
    quad: row.quad as Quad,
    status: row.status as Status,
    score: row.score as number,
    cameo: row.cameo as string | null,
    direction: row.direction as PairDirection,
    reports: row.reports as number,
    voices: row.voices as number,
    owners: ownersOf(row.owner_list as string | null),
    onlyStateMedia: row.only_state_media as boolean,
    toldOnlyBy: tellersOf(row.told_only_by as string | null) ?? [],
  }))
}

/** Many happenings have the same few owners. */
function parsedOnce<T>(): (json: string | null) => T | null {
  const known = new Map<string, T>()
  return (json) => {
    if (json === null) return null
    const parsed = known.get(json) ?? (JSON.parse(json) as T)
    known.set(json, parsed)
    return parsed
  }
}

/** What occurred or is under way in the whole record, counted by its days, in their order. */
export async function occurredCounts(database: Database): Promise<OccurredCount[]> {
  const rows = await database.read(
    `SELECT start_day::VARCHAR AS start, end_day::VARCHAR AS "end", count(*)::INTEGER AS happenings FROM happenings
     WHERE status IN ('occurred', 'ongoing') AND start_day IS NOT NULL AND end_day IS NOT NULL
     GROUP BY ALL ORDER BY ALL`,
  )
  return rows as unknown as OccurredCount[]
}
