import { INTEGER } from "@duckdb/node-api"
import type { Table, Transaction } from "../database.ts"
import type { Linker } from "../store.ts"
import { eachBlock, makeBlocks } from "./blocks.ts"
import { DisjointSets } from "./disjoint-sets.ts"

const GROUPED: Table = { name: "grouped", types: [INTEGER, INTEGER] }
const ROWS_A_TIME = 65_536

/**
 * Parts the events of the temporary table `dirty` into groups that are linked each by itself with the same outcome as all together:
 * from one event of a group to every other leads a chain of pairs that share a key and can meet. Fills `grouped` (row, part).
 */
export async function groupDirtyEvents(transaction: Transaction, linker: Linker): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE near AS
     SELECT k.key, d.row, true AS front FROM event_keys k JOIN dirty d ON d.id = k.event`,
  )
  await makeBlocks(transaction, "count(*) > 1")
  const [last] = await transaction.read("SELECT coalesce(max(row), -1)::INTEGER AS row FROM dirty")
  const sets = new DisjointSets(Number(last?.row) + 1)
  await eachBlock(transaction, linker, (members, canMeet) => {
    members.forEach(({ row }, at) => {
      for (let before = 0; before < at; before++) {
        const other = members[before]!.row
        if (!sets.areOne(row, other) && canMeet(row, other)) sets.join(row, other)
      }
    })
  })
  await writeGroups(transaction, sets)
}

async function writeGroups(transaction: Transaction, sets: DisjointSets): Promise<void> {
  await transaction.run("CREATE OR REPLACE TEMP TABLE grouped (row INTEGER, part INTEGER)")
  for (let from = 0; from < sets.size; from += ROWS_A_TIME) {
    const cells: [number, number][] = []
    await transaction.each(
      "SELECT row FROM dirty WHERE row BETWEEN $from AND $to",
      ({ row }) => cells.push([row as number, sets.firstOf(row as number)]),
      { from, to: from + ROWS_A_TIME - 1 },
    )
    await transaction.append(GROUPED, cells)
  }
}
