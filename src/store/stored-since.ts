import type { Database } from "./database.ts"
import { toStoredHappening } from "./read-happenings.ts"
import type { LateHappening, Place } from "./store.ts"

/** Happenings with the time of storing of the last document that tells of each, for those behind the place. */
export async function happeningsStored(
  database: Database,
  after: Place,
  most: number,
): Promise<LateHappening[]> {
  const rows = await database.read(
    `SELECT h.happening, h.headline, s.stored
     FROM (SELECT x.happening AS id, max(d.stored) AS stored
           FROM documents d JOIN events e ON e.document = d.id JOIN happening_events x ON x.event = e.id
           WHERE d.stored >= $at GROUP BY x.happening) s
     JOIN happenings h ON h.id = s.id
     WHERE s.stored > $at OR h.id > $id ORDER BY s.stored, h.id LIMIT $most`,
    { at: after.at ?? "", id: after.id, most },
  )
  return rows.map((row) => ({ ...toStoredHappening(row), stored: String(row.stored) }))
}

/** The place behind everything that is stored. */
export async function lastStored(database: Database): Promise<Place> {
  const [row] = await database.read("SELECT max(stored) AS at FROM documents")
  return { at: typeof row?.at === "string" ? row.at : "", id: LAST_ID }
}

/** Behind every id of a happening. */
const LAST_ID = "~"
