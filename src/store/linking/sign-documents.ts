import type { Database, Transaction } from "../database.ts"
import type { Linker } from "../store.ts"
import { SIGNED } from "../tables.ts"

/** Rows of `documents` that are looked through at a time: a long archive does not fit into memory. */
const ROWS_A_TIME = 4096

/**
 * Gives every document with events its signature. An empty one says that the text is too short to compare. A signature depends on
 * the text alone, so that each stretch of documents has its own transaction.
 */
export async function signNewDocuments(database: Database, linker: Linker): Promise<void> {
  const [bounds] = await database.read(
    "SELECT min(rowid)::INTEGER AS first, max(rowid)::INTEGER AS last FROM documents WHERE signature IS NULL AND events > 0",
  )
  if (typeof bounds?.first !== "number") return
  for (let from = bounds.first; from <= Number(bounds.last); from += ROWS_A_TIME)
    await database.transaction((transaction) => signStretch(transaction, linker, from))
}

async function signStretch(transaction: Transaction, linker: Linker, from: number): Promise<void> {
  const signed: [string, string][] = []
  await transaction.each(
    `SELECT id, json_extract_string(article, '$.text') AS text FROM documents
     WHERE rowid BETWEEN $from AND $to AND signature IS NULL AND events > 0`,
    ({ id, text }) => signed.push([String(id), linker.signature(String(text ?? "")) ?? ""]),
    { from, to: from + ROWS_A_TIME - 1 },
  )
  await transaction.run("CREATE OR REPLACE TEMP TABLE signed (id VARCHAR, signature VARCHAR)")
  await transaction.append(SIGNED, signed)
  await transaction.run(
    "UPDATE documents SET signature = s.signature FROM signed s WHERE documents.id = s.id",
  )
}
