import { applyCorrections, STANDING_EVENTS } from "./apply-corrections.ts"
import type { Database, Transaction } from "./database.ts"
import { groupDirtyEvents } from "./linking/groups.ts"
import { keyNewEvents } from "./linking/key-events.ts"
import { linkGroups } from "./linking/link-groups.ts"
import { signNewDocuments } from "./linking/sign-documents.ts"
import { spreadDirt } from "./linking/spread.ts"
import { numberEvents } from "./linking/standing-rows.ts"
import { sortPairs } from "./sort-pairs.ts"
import type { Linker, RelinkOutcome } from "./store.ts"

const LINKER_SETTING = "linker"
/** Temporary tables of linking. */
const WORK = [
  "added",
  "fresh",
  "frontier",
  "dirty",
  "reached",
  "near",
  "blocks",
  "wanted",
  "grouped",
  "stale",
]

/**
 * Links the events that came or went since the last time together with every event that they can influence, however many steps
 * away, group by group. The happenings of the rest stay as they are. Memory holds the events of some weeks, not of the record.
 */
export async function relink(database: Database, linker: Linker, all: boolean): Promise<RelinkOutcome> {
  await signNewDocuments(database, linker)
  // Apart from the linking: a row that is added has no lasting rowid before its transaction ends.
  await database.transaction((transaction) => applyCorrections(transaction, linker.correct))
  return database.transaction(async (transaction) => {
    const [setting] = await transaction.read("SELECT value FROM settings WHERE name = $name", {
      name: LINKER_SETTING,
    })
    if (all || setting?.value !== linker.version) await forgetLinks(transaction, linker.version)
    await numberEvents(transaction)
    await keyNewEvents(transaction, linker)
    await spreadDirt(transaction, linker)
    await dropStaleHappenings(transaction)
    await groupDirtyEvents(transaction, linker)
    const outcome = await linkGroups(transaction, linker)
    await sortPairs(transaction)
    await dropWork(transaction)
    return outcome
  })
}

/** Version of the linker that linked what is linked; null where nothing is. */
export async function linkedBy(database: Database): Promise<string | null> {
  const [setting] = await database.read("SELECT value FROM settings WHERE name = $name", {
    name: LINKER_SETTING,
  })
  return typeof setting?.value === "string" ? setting.value : null
}

async function forgetLinks(transaction: Transaction, version: string): Promise<void> {
  for (const table of ["event_keys", "happenings", "happening_events", "happening_pairs"])
    await transaction.run(`DELETE FROM ${table}`)
  for (const table of ["events", "corrected_events"])
    await transaction.run(`UPDATE ${table} SET linked = false`)
  await transaction.run("DELETE FROM settings WHERE name = $name", { name: LINKER_SETTING })
  await transaction.run("INSERT INTO settings VALUES ($name, $version)", { name: LINKER_SETTING, version })
}

/** Happenings of events that are linked anew, or that no longer stand. */
async function dropStaleHappenings(transaction: Transaction): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE stale AS SELECT DISTINCT happening FROM happening_events h
     WHERE event IN (SELECT id FROM dirty) OR event NOT IN (SELECT id FROM ${STANDING_EVENTS})`,
  )
  await transaction.run("DELETE FROM happenings WHERE id IN (SELECT happening FROM stale)")
  for (const table of ["happening_events", "happening_pairs"])
    await transaction.run(`DELETE FROM ${table} WHERE happening IN (SELECT happening FROM stale)`)
}

async function dropWork(transaction: Transaction): Promise<void> {
  await transaction.run("DELETE FROM dirty_keys")
  for (const view of ["numbered", "standing"]) await transaction.run(`DROP VIEW temp.${view}`)
  for (const table of WORK) await transaction.run(`DROP TABLE IF EXISTS temp.${table}`)
}
