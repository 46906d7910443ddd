import type { Event } from "../../record/index.ts"
import type { Row, Transaction } from "../database.ts"
import type { DocumentMeta } from "../store.ts"

/**
 * Numbers the events that stand, for as long as a transaction lasts: those that were coded by their rows, those that analysts added
 * behind them. Makes the temporary views `numbered` (row, id, linked) and `standing`, which has each event as it stands and what
 * linking asks of its document.
 */
export async function numberEvents(transaction: Transaction): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE added AS SELECT id, linked, event, document, position,
       (SELECT coalesce(max(rowid), -1) FROM events) + row_number() OVER (ORDER BY id) AS row
     FROM corrected_events WHERE NOT rejected AND id NOT IN (SELECT id FROM events)`,
  )
  await transaction.run(
    `CREATE OR REPLACE TEMP VIEW numbered AS
     SELECT rowid AS row, id, linked FROM events UNION ALL SELECT row, id, linked FROM added`,
  )
  await transaction.run(
    `CREATE OR REPLACE TEMP VIEW standing AS
     SELECT s.*, d.published, d.publisher_name, d.publisher_domain, d.signature FROM (
       SELECT e.rowid AS row, e.linked, coalesce(c.event, e.event) AS event, e.document, e.position
       FROM events e LEFT JOIN corrected_events c ON c.id = e.id WHERE c.id IS NULL OR NOT c.rejected
       UNION ALL SELECT row, linked, event, document, position FROM added
     ) s JOIN documents d ON d.id = s.document`,
  )
}

export const eventOf = ({ event }: Row): Event => JSON.parse(String(event)) as Event

/** What linking asks of a document, from a row of `standing`. */
export function metaOf({
  published,
  publisher_name: name,
  publisher_domain: domain,
  signature,
}: Row): DocumentMeta {
  return {
    ...(typeof signature === "string" && signature !== "" ? { signature } : {}),
    ...(typeof published === "string" ? { published } : {}),
    ...(typeof name === "string"
      ? { publisher: { name, ...(typeof domain === "string" ? { domain } : {}) } }
      : {}),
  }
}
