import type { Quad } from "../../record/index.ts"
import type { Database } from "../database.ts"

/** Happenings of a pair that took place or are under way, alike in what their weight depends on, counted. */
export interface TieTally {
  /** "BLR-CHN" */
  readonly pair: string
  readonly quad: Quad
  readonly score: number
  readonly owners: number
  readonly happenings: number
}

/** What took place between all pairs of states, of those happenings that begin in the period (inclusive ISO days). */
export async function tieTallies(
  database: Database,
  { from, to }: { readonly from?: string; readonly to?: string },
): Promise<TieTally[]> {
  const given = Object.entries({ from, to }).filter(([, value]) => value !== undefined)
  const rows = await database.read(
    `SELECT h.pair, h.quad, h.score, h.owners, count(*)::INTEGER AS happenings
     FROM happening_pairs h
     WHERE h.quad IS NOT NULL AND h.score IS NOT NULL AND h.status IN ('occurred', 'ongoing')
       ${from === undefined ? "" : "AND h.start_day >= $from::DATE"} ${to === undefined ? "" : "AND h.start_day <= $to::DATE"}
     GROUP BY ALL ORDER BY ALL`,
    Object.fromEntries(given as [string, string][]),
  )
  return rows as unknown as TieTally[]
}
