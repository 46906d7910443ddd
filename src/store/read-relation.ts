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
  // What many happenings share comes as one text, which is read once.
  const [ids = [], starts = [], ends = [], owners = [], kinds = []] = await database.columns(
    `SELECT h.id, h.start_day::VARCHAR, h.end_day::VARCHAR, h.owner_list,
            to_json([h.type, h.mode, h.quad, h.status, h.cameo, coalesce(h.direction, 'both'), h.told_only_by,
                     h.score::VARCHAR, h.reports::VARCHAR, h.owners::VARCHAR, h.only_state_media::VARCHAR])::VARCHAR
     FROM (SELECT *, happening AS id FROM happening_pairs) h
     WHERE h.pair = $pair AND ${conditions.join(" AND ")} AND h.quad IS NOT NULL AND h.score IS NOT NULL ORDER BY h.id`,
    { ...values, pair },
  )
  const ownersOf = parsedOnce<Owner[]>((json) => JSON.parse(json) as Owner[])
  const kindOf = parsedOnce(toKind)
  return ids.map((id, at) => {
    const { reports, voices, onlyStateMedia, toldOnlyBy, ...kind } = kindOf(kinds[at] as string)!
    return {
      id: id as string,
      start: starts[at] as string | null,
      end: ends[at] as string | null,
      ...kind,
      ...{ reports, voices, owners: ownersOf(owners[at] as string | null), onlyStateMedia, toldOnlyBy },
    }
  })
}

type Kind = Omit<PairAct, "id" | "start" | "end" | "owners">

function toKind(json: string): Kind {
  const [type, mode, quad, status, cameo, direction, told, score, reports, voices, state] = JSON.parse(
    json,
  ) as [
    ...[EventType, string | null, Quad, Status, string | null, PairDirection, string | null],
    ...[string, string, string, string],
  ]
  return {
    ...{ type, mode, quad, status, score: Number(score), cameo, direction },
    reports: Number(reports),
    voices: Number(voices),
    onlyStateMedia: state === "true",
    toldOnlyBy: told === null ? [] : (JSON.parse(told) as Teller[]),
  }
}

/** Reads each text once, and gives the same value for the same text. */
function parsedOnce<T>(read: (text: string) => T): (text: string | null) => T | null {
  const known = new Map<string, T>()
  return (text) => {
    if (text === null) return null
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    known.set(text, value)
    return value
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
