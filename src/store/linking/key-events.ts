import type { Transaction } from "../database.ts"
import type { Linker } from "../store.ts"
import { EVENT_KEYS } from "../tables.ts"
import { eventOf, metaOf } from "./standing-rows.ts"

/** Events that are looked through at a time. */
const ROWS_A_TIME = 8192

/** Gives every event that is not linked yet its keys, and leaves these events in the temporary table `fresh`. */
export async function keyNewEvents(transaction: Transaction, linker: Linker): Promise<void> {
  const [bounds] = await transaction.read(
    "SELECT min(row)::INTEGER AS first, max(row)::INTEGER AS last FROM numbered WHERE NOT linked",
  )
  if (typeof bounds?.first === "number")
    for (let from = bounds.first; from <= Number(bounds.last); from += ROWS_A_TIME)
      await keyStretch(transaction, linker, from)
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE fresh AS SELECT row::INTEGER AS row, id FROM numbered
     WHERE NOT linked AND id IN (SELECT event FROM event_keys)`,
  )
  for (const table of ["events", "corrected_events"])
    await transaction.run(`UPDATE ${table} SET linked = true WHERE NOT linked`)
}

async function keyStretch(transaction: Transaction, linker: Linker, from: number): Promise<void> {
  const cells: [string, string][] = []
  await transaction.each(
    "SELECT * EXCLUDE (signature) FROM standing WHERE row BETWEEN $from AND $to AND NOT linked ORDER BY row",
    (row) => {
      const event = eventOf(row)
      for (const key of linker.keys(event, metaOf(row))) cells.push([event.id, key])
    },
    { from, to: from + ROWS_A_TIME - 1 },
  )
  await transaction.append(EVENT_KEYS, cells)
}
