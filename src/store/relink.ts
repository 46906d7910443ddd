import type { Event } from "../record/index.ts"
import { applyCorrections, STANDING_EVENTS } from "./apply-corrections.ts"
import type { Database, Row, Transaction } from "./database.ts"
import type { DocumentMeta, Linker, RelinkOutcome } from "./store.ts"
import { EVENT_KEYS, HAPPENING_EVENTS, HAPPENING_PAIRS, HAPPENINGS, happeningRow, SIGNED } from "./tables.ts"

const LINKER_SETTING = "linker"

/**
 * Links the events that came or went since the last time together with every event that they can influence, through keys
 * that they share, however many steps away. The happenings of the rest stay as they are.
 */
export function relink(database: Database, linker: Linker, all: boolean): Promise<RelinkOutcome> {
  return database.transaction(async (transaction) => {
    const [setting] = await transaction.read("SELECT value FROM settings WHERE name = $name", {
      name: LINKER_SETTING,
    })
    if (all || setting?.value !== linker.version) await forgetLinks(transaction, linker.version)
    await applyCorrections(transaction, linker.correct)
    await keyNewEvents(transaction, linker)
    await spreadDirt(transaction)
    const outcome = await linkDirtyEvents(transaction, linker)
    await transaction.run("DELETE FROM dirty_keys")
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
  await transaction.run("UPDATE events SET linked = false")
  await transaction.run("DELETE FROM settings WHERE name = $name", { name: LINKER_SETTING })
  await transaction.run("INSERT INTO settings VALUES ($name, $version)", { name: LINKER_SETTING, version })
}

/** Gives every event that is not linked yet its keys, and marks these keys. */
async function keyNewEvents(transaction: Transaction, linker: Linker): Promise<void> {
  const rows = await transaction.read(
    `SELECT e.event, d.published, d.publisher_name, d.publisher_domain
     FROM ${STANDING_EVENTS} e SEMI JOIN (SELECT id FROM events WHERE NOT linked) n ON n.id = e.id
     JOIN documents d ON d.id = e.document`,
  )
  await signNewDocuments(transaction, linker)
  const cells = rows.flatMap((row) => {
    const event = JSON.parse(String(row.event)) as Event
    return linker.keys(event, metaOf(row)).map((key) => [event.id, key])
  })
  await transaction.append(EVENT_KEYS, cells)
  await transaction.run(
    "INSERT INTO dirty_keys SELECT DISTINCT key FROM event_keys WHERE event IN (SELECT id FROM events WHERE NOT linked)",
  )
  await transaction.run("UPDATE events SET linked = true WHERE NOT linked")
}

/** Texts that are read at a time to be signed: a long archive does not fit into memory. */
const SIGNED_A_TIME = 2048

/** Gives every document with new events its signature. An empty one says that the text is too short to compare. */
async function signNewDocuments(transaction: Transaction, linker: Linker): Promise<void> {
  for (;;) {
    const rows = await transaction.read(
      `SELECT d.id, json_extract_string(d.article, '$.text') AS text FROM documents d
       WHERE d.signature IS NULL AND d.events > 0 ORDER BY d.id LIMIT ${SIGNED_A_TIME}`,
    )
    if (rows.length === 0) return
    await transaction.run("CREATE OR REPLACE TEMP TABLE signed (id VARCHAR, signature VARCHAR)")
    await transaction.append(
      SIGNED,
      rows.map(({ id, text }) => [String(id), linker.signature(String(text ?? "")) ?? ""]),
    )
    await transaction.run(
      "UPDATE documents SET signature = s.signature FROM signed s WHERE documents.id = s.id",
    )
  }
}

/** Fills dirty_events with every event that shares a key with a dirty one, until nothing is added. */
async function spreadDirt(transaction: Transaction): Promise<void> {
  await transaction.run("CREATE OR REPLACE TEMP TABLE dirty_events (event VARCHAR)")
  await transaction.run("CREATE OR REPLACE TEMP TABLE seen_keys (key VARCHAR)")
  await transaction.run("CREATE OR REPLACE TEMP TABLE frontier AS SELECT DISTINCT key FROM dirty_keys")
  for (;;) {
    await transaction.run(
      `CREATE OR REPLACE TEMP TABLE reached AS SELECT DISTINCT k.event FROM event_keys k
       SEMI JOIN frontier f ON f.key = k.key ANTI JOIN dirty_events d ON d.event = k.event`,
    )
    const [count] = await transaction.read("SELECT count(*)::INTEGER AS reached FROM reached")
    if (count?.reached === 0) return
    await transaction.run("INSERT INTO dirty_events SELECT event FROM reached")
    await transaction.run("INSERT INTO seen_keys SELECT key FROM frontier")
    await transaction.run(
      `CREATE OR REPLACE TEMP TABLE frontier AS SELECT DISTINCT k.key FROM event_keys k
       SEMI JOIN reached r ON r.event = k.event ANTI JOIN seen_keys s ON s.key = k.key`,
    )
  }
}

async function linkDirtyEvents(transaction: Transaction, linker: Linker): Promise<RelinkOutcome> {
  const rows = await transaction.read(
    `SELECT e.event, e.document, d.published, d.publisher_name, d.publisher_domain, d.signature
     FROM ${STANDING_EVENTS} e SEMI JOIN dirty_events x ON x.event = e.id JOIN documents d ON d.id = e.document
     ORDER BY e.document, e.position`,
  )
  const events = rows.map((row) => JSON.parse(String(row.event)) as Event)
  const documents = new Map(rows.map((row) => [String(row.document), metaOf(row)]))
  await dropStaleHappenings(transaction)
  const happenings = linker.link(events, documents)
  const evidence = new Map(events.map((event) => [event.id, event.evidence.text]))
  await transaction.append(
    HAPPENINGS,
    happenings.map((happening) => happeningRow(happening, evidence.get(happening.bestEvent) ?? "")),
  )
  await transaction.append(
    HAPPENING_EVENTS,
    happenings.flatMap((happening) => happening.events.map((event) => [happening.id, event])),
  )
  await transaction.append(
    HAPPENING_PAIRS,
    happenings.flatMap((happening) =>
      linker.pairs(happening).map(({ pair, direction }) => [happening.id, pair, direction]),
    ),
  )
  return { events: events.length, happenings: happenings.length }
}

/** Happenings of events that are linked anew, or that no longer stand. */
async function dropStaleHappenings(transaction: Transaction): Promise<void> {
  await transaction.run(
    `CREATE OR REPLACE TEMP TABLE stale AS SELECT DISTINCT happening FROM happening_events h
     WHERE event IN (SELECT event FROM dirty_events) OR event NOT IN (SELECT id FROM ${STANDING_EVENTS})`,
  )
  await transaction.run("DELETE FROM happenings WHERE id IN (SELECT happening FROM stale)")
  for (const table of ["happening_events", "happening_pairs"])
    await transaction.run(`DELETE FROM ${table} WHERE happening IN (SELECT happening FROM stale)`)
}

function metaOf({ published, publisher_name: name, publisher_domain: domain, signature }: Row): DocumentMeta {
  return {
    ...(typeof signature === "string" && signature !== "" ? { signature } : {}),
    ...(typeof published === "string" ? { published } : {}),
    ...(typeof name === "string"
      ? { publisher: { name, ...(typeof domain === "string" ? { domain } : {}) } }
      : {}),
  }
}
