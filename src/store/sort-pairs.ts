import type { Transaction } from "./database.ts"

const SETTING = "pairs sorted"
/** The share of rows that came since the last sorting from which they are sorted anew. */
const MOST_UNSORTED = 0.25

/** Puts a pair's rows side by side, in the order of their days, once enough of them are not. */
export async function sortPairs(transaction: Transaction): Promise<void> {
  const [counted] = await transaction.read("SELECT count(*)::DOUBLE AS rows FROM happening_pairs")
  const [setting] = await transaction.read("SELECT value FROM settings WHERE name = $name", { name: SETTING })
  const rows = Number(counted?.rows)
  if (Math.abs(rows - Number(setting?.value ?? 0)) <= rows * MOST_UNSORTED) return
  await transaction.run(
    "CREATE TEMP TABLE sorted_pairs AS SELECT * FROM happening_pairs ORDER BY pair, start_day, happening",
  )
  await transaction.run("DELETE FROM happening_pairs")
  await transaction.run("INSERT INTO happening_pairs SELECT * FROM sorted_pairs")
  await transaction.run("DROP TABLE sorted_pairs")
  await transaction.run("DELETE FROM settings WHERE name = $name", { name: SETTING })
  await transaction.run("INSERT INTO settings VALUES ($name, $rows)", { name: SETTING, rows: String(rows) })
}
