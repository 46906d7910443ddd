import { INTEGER } from "@duckdb/node-api"
import type { Table, Transaction } from "../database.ts"
import type { Linker, Sketches } from "../store.ts"
import { eventOf, metaOf } from "./standing-rows.ts"

/** Members of blocks that are gone through at a time, and events that are held beyond them because the next may have them, too. */
const MEMBERS_A_TIME = 20_000
const MOST_HELD = 20_000

const WANTED: Table = { name: "wanted", types: [INTEGER] }

/** One event of a block, by its row; `front` as the table of blocks has it. */
export interface Member {
  readonly row: number
  readonly front: boolean
}

interface Block {
  readonly block: number
  readonly members: Member[]
}

/** Compares two events by their rows. */
export type CanMeet = (a: number, b: number) => boolean

/**
 * Fills the temporary table `blocks` (n, block, row, front) from `near` (key, row, front): a block for each key that is wanted by
 * the condition, in the order of the keys.
 */
export async function makeBlocks(transaction: Transaction, having: string): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE blocks AS
     SELECT row_number() OVER (ORDER BY k.block, near.row) AS n, k.block, near.row, near.front FROM near JOIN
       (SELECT key, (row_number() OVER (ORDER BY key))::INTEGER AS block FROM near GROUP BY key HAVING ${having}) k
       ON k.key = near.key ORDER BY n`,
  )
  await transaction.run("DROP TABLE near")
}

/**
 * Hands over the blocks of the temporary table `blocks`, one after another. Memory holds the events of some blocks.
 */
export async function eachBlock(
  transaction: Transaction,
  linker: Linker,
  onBlock: (members: readonly Member[], canMeet: CanMeet) => void,
): Promise<void> {
  const sketches = linker.sketches()
  const canMeet: CanMeet = (a, b) => sketches.canMeet(a, b)
  const [count] = await transaction.read("SELECT count(*)::INTEGER AS members FROM blocks")
  const members = Number(count?.members ?? 0)
  let open: Block = { block: 0, members: [] }
  for (let from = 0; from < members; from += MEMBERS_A_TIME) {
    const whole: Member[][] = []
    await transaction.each(
      "SELECT block, row, front FROM blocks WHERE n BETWEEN $from AND $to ORDER BY n",
      ({ block, row, front }) => {
        if (open.block !== block) {
          whole.push(open.members)
          open = { block: block as number, members: [] }
        }
        open.members.push({ row: row as number, front: front as boolean })
      },
      { from: from + 1, to: from + MEMBERS_A_TIME },
    )
    // The last block of the stretch may go on in the next.
    if (from + MEMBERS_A_TIME >= members) whole.push(open.members)
    await fetchSketches(transaction, sketches, new Set(whole.flatMap((block) => block.map(({ row }) => row))))
    for (const block of whole) onBlock(block, canMeet)
  }
}

async function fetchSketches(
  transaction: Transaction,
  sketches: Sketches,
  rows: ReadonlySet<number>,
): Promise<void> {
  if (sketches.size > MOST_HELD) sketches.keep(rows)
  const missing = [...rows].filter((row) => !sketches.has(row)).sort((a, b) => a - b)
  if (missing.length === 0) return
  await transaction.run("CREATE OR REPLACE TEMP TABLE wanted (row INTEGER)")
  await transaction.append(
    WANTED,
    missing.map((row) => [row]),
  )
  await transaction.each(
    `SELECT * EXCLUDE (signature) FROM standing
     WHERE row BETWEEN $first AND $last AND row IN (SELECT row FROM wanted)`,
    (row) => sketches.add(Number(row.row), eventOf(row), metaOf(row)),
    { first: missing[0]!, last: missing.at(-1)! },
  )
}
