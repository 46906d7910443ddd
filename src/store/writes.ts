import type { Database, Transaction } from "./database.ts"

const SETTING = "writes"

/** Counts every transaction from now on that writes into the record, inside the record. */
export const countWrites = (database: Database): void => database.endWith(countOne)

async function countOne(transaction: Transaction): Promise<void> {
  const writes = numberOf(
    await transaction.read("SELECT value FROM settings WHERE name = $name", { name: SETTING }),
  )
  await transaction.run("DELETE FROM settings WHERE name = $name", { name: SETTING })
  await transaction.run("INSERT INTO settings VALUES ($name, $value)", {
    name: SETTING,
    value: String(writes + 1),
  })
}

/** How often the record has been written: as long as it stays the same, so does every answer from the record. */
export const writesOf = async (database: Database): Promise<number> =>
  numberOf(await database.read("SELECT value FROM settings WHERE name = $name", { name: SETTING }))

const numberOf = ([row]: readonly { readonly value?: unknown }[]): number => Number(row?.value ?? 0)
