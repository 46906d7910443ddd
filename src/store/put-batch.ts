import type { Article } from "../record/index.ts"
import { contentHash } from "./content-hash.ts"
import type { Database, Transaction } from "./database.ts"
import type { PutOutcome, StoredBy, StoredReading } from "./store.ts"
import {
  ATTRIBUTIONS,
  attributionRows,
  DOCUMENTS,
  documentRow,
  EVENTS,
  eventRow,
  PARTICIPANTS,
  participantRows,
  QUANTITIES,
  quantityRows,
} from "./tables.ts"

/** Writes the documents that are new or differ, with all their events, in one transaction. */
export async function putBatch(
  database: Database,
  readings: readonly StoredReading[],
  by: StoredBy,
): Promise<PutOutcome> {
  // A document given twice in one batch stands there once, as given last.
  const byId = new Map(readings.map((reading) => [reading.article.id, reading]))
  return database.transaction(async (transaction) => {
    const known = await unchangedIds(
      transaction,
      [...byId.values()].map(({ article }) => article),
      by.coder,
    )
    const fresh = [...byId.values()].filter(({ article }) => !known.has(article.id))
    await removeDocuments(
      transaction,
      fresh.map(({ article }) => article.id),
    )
    await appendReadings(transaction, fresh, by)
    await transaction.run(
      "INSERT INTO uncorrected_documents SELECT DISTINCT document FROM corrections WHERE document IN (SELECT unnest($ids))",
      { ids: fresh.map(({ article }) => article.id) },
    )
    return { stored: fresh.length, unchanged: known.size }
  })
}

/** The ids of those articles that stand there with the same content, coded by the same coder. */
export async function unchangedIds(
  source: Pick<Transaction, "read">,
  articles: readonly Article[],
  coder: string,
): Promise<Set<string>> {
  if (articles.length === 0) return new Set()
  const rows = await source.read(
    "SELECT id, content_hash AS hash FROM documents WHERE coder = $coder AND id IN (SELECT unnest($ids))",
    { coder, ids: articles.map(({ id }) => id) },
  )
  const hashes = new Map(rows.map(({ id, hash }) => [id, hash]))
  return new Set(
    articles.filter((article) => hashes.get(article.id) === contentHash(article)).map(({ id }) => id),
  )
}

/** Takes documents out with everything that was read from them; what their events touched is to be linked anew. */
async function removeDocuments(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.run(
    "CREATE OR REPLACE TEMP TABLE gone AS SELECT id FROM events WHERE document IN (SELECT unnest($ids))",
    { ids },
  )
  const [count] = await transaction.read("SELECT count(*)::INTEGER AS gone FROM gone")
  if (count?.gone !== 0) {
    await transaction.run(
      "INSERT INTO dirty_keys SELECT DISTINCT key FROM event_keys WHERE event IN (SELECT id FROM gone)",
    )
    for (const table of ["event_keys", "participants", "attributions", "quantities"])
      await transaction.run(`DELETE FROM ${table} WHERE event IN (SELECT id FROM gone)`)
    for (const table of ["events", "corrected_events"])
      await transaction.run(`DELETE FROM ${table} WHERE id IN (SELECT id FROM gone)`)
  }
  await transaction.run("DELETE FROM search_units WHERE document IN (SELECT unnest($ids))", { ids })
  await transaction.run("DELETE FROM documents WHERE id IN (SELECT unnest($ids))", { ids })
}

async function appendReadings(
  transaction: Transaction,
  readings: readonly StoredReading[],
  by: StoredBy,
): Promise<void> {
  const events = readings.flatMap((reading) => reading.events)
  await transaction.append(
    DOCUMENTS,
    readings.map(({ article, events }) =>
      documentRow(article, events.length, { ...by, hash: contentHash(article) }),
    ),
  )
  await transaction.append(
    EVENTS,
    readings.flatMap((reading) => reading.events.map(eventRow)),
  )
  await transaction.append(PARTICIPANTS, events.flatMap(participantRows))
  await transaction.append(ATTRIBUTIONS, events.flatMap(attributionRows))
  await transaction.append(QUANTITIES, events.flatMap(quantityRows))
}
