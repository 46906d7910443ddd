import { INTEGER } from "@duckdb/node-api"
import type { Table, Transaction } from "../database.ts"
import type { Linker } from "../store.ts"
import { eachBlock, makeBlocks } from "./blocks.ts"

const REACHED: Table = { name: "reached", types: [INTEGER] }

/**
 * Fills the temporary table `dirty` (row, id) with the events of `fresh`, those that share a key with what is gone, and every other
 * that a chain of events that share a key and can meet leads to.
 */
export async function spreadDirt(transaction: Transaction, linker: Linker): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE frontier AS SELECT row, id FROM fresh UNION
     SELECT row::INTEGER AS row, id FROM numbered
     WHERE id IN (SELECT event FROM event_keys k SEMI JOIN dirty_keys d ON d.key = k.key)`,
  )
  await transaction.run("CREATE OR REPLACE TEMP TABLE dirty AS SELECT row, id FROM frontier")
  while (await isMore(transaction)) {
    await blocksAtTheFrontier(transaction)
    const reached = new Set<number>()
    await eachBlock(transaction, linker, (members, canMeet) => {
      const front = members.filter((member) => member.front)
      for (const { row, front: known } of members)
        if (!known && !reached.has(row) && front.some((other) => canMeet(other.row, row))) reached.add(row)
    })
    await transaction.run("CREATE OR REPLACE TEMP TABLE reached (row INTEGER)")
    await transaction.append(
      REACHED,
      [...reached].map((row) => [row]),
    )
    await transaction.run(
      `CREATE OR REPLACE TEMP TABLE frontier AS SELECT r.row, n.id FROM reached r JOIN numbered n ON n.row = r.row`,
    )
    await transaction.run("INSERT INTO dirty SELECT row, id FROM frontier")
  }
}

/** False where nothing is left that could be reached: no frontier, or everything is dirty, as in a record that is linked anew. */
async function isMore(transaction: Transaction): Promise<boolean> {
  const [counts] = await transaction.read(
    `SELECT (SELECT count(*) FROM frontier)::INTEGER AS front,
            (SELECT count(DISTINCT event) FROM event_keys ANTI JOIN dirty ON dirty.id = event_keys.event)::INTEGER AS left`,
  )
  return Number(counts?.front) > 0 && Number(counts?.left) > 0
}

/** The blocks that hold both events of the frontier and such as were not reached. */
async function blocksAtTheFrontier(transaction: Transaction): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE near AS
     SELECT k.key, e.row::INTEGER AS row, f.id IS NOT NULL AS front
     FROM event_keys k SEMI JOIN (SELECT key FROM event_keys SEMI JOIN frontier ON frontier.id = event_keys.event) n ON n.key = k.key
     JOIN numbered e ON e.id = k.event LEFT JOIN frontier f ON f.id = k.event LEFT JOIN dirty d ON d.id = k.event
     WHERE f.id IS NOT NULL OR d.id IS NULL`,
  )
  await makeBlocks(transaction, "bool_or(front) AND NOT bool_and(front)")
}
