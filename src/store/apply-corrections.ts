import { BOOLEAN } from "@duckdb/node-api"
import { ANALYST, type Correction, type Event } from "../record/index.ts"
import { followsCorrections, listCorrections } from "./corrections.ts"
import type { Table, Transaction } from "./database.ts"
import { EVENTS, eventRow, PARTICIPANTS, participantRows } from "./tables.ts"

/** An event that stands otherwise than it was coded. */
export interface CorrectedEvent {
  readonly event: Event
  readonly rejected: boolean
}

/** Reads a document's events with what was said of them; gives those of which something stands. The store asks, app/ knows. */
export type Corrector = (coded: {
  readonly text: string
  readonly events: readonly Event[]
  readonly corrections: readonly Correction[]
}) => readonly CorrectedEvent[]

/** Events as they stand: as analysts corrected them, without those that they rejected. To be named in a FROM. */
export const STANDING_EVENTS = `(SELECT * FROM events WHERE id NOT IN (SELECT id FROM corrected_events)
  UNION ALL BY NAME SELECT * EXCLUDE (rejected) FROM corrected_events WHERE NOT rejected)`

/** True of a row `e` of events that stands there because an analyst added it: worked out from the corrections, like corrected_events. */
export const IS_ADDED = `(e.coder = '${ANALYST}' AND e.id IN (SELECT event FROM corrections WHERE kind = 'add'))`

const CORRECTED: Table = { name: "corrected_events", types: [...EVENTS.types, BOOLEAN] }

/**
 * Brings events and corrections together in the documents where one of them changed. What stands otherwise than before is
 * to be linked anew.
 */
export async function applyCorrections(transaction: Transaction, correct: Corrector): Promise<void> {
  const documents = await transaction.read(
    `SELECT d.id, json_extract_string(d.article, '$.text') AS text FROM documents d
     WHERE d.id IN (SELECT document FROM uncorrected_documents) ORDER BY d.id`,
  )
  const follow = await followsCorrections(transaction)
  for (const { id, text } of documents) {
    const document = String(id)
    const rows = await transaction.read(
      `SELECT e.id, e.event, ${IS_ADDED} AS added FROM events e WHERE e.document = $document ORDER BY e.position`,
      { document },
    )
    const coded = rows.filter(({ added }) => !added)
    const events = coded.map(({ event }) => JSON.parse(String(event)) as Event)
    const ids = new Set(events.map(({ id }) => id))
    const corrections = follow ? await listCorrections(transaction, document) : []
    const standing = correct({ text: String(text), events, corrections })
    await replace(transaction, document, {
      events,
      corrected: standing.filter(({ event }) => ids.has(event.id)),
    })
    await replaceAdded(transaction, {
      before: new Map(
        rows.filter(({ added }) => added).map(({ id, event }) => [String(id), String(event)] as const),
      ),
      now: standing.flatMap(({ event, rejected }) => (rejected || ids.has(event.id) ? [] : [event])),
      behind: events.length,
    })
  }
  await transaction.run("DELETE FROM uncorrected_documents")
}

interface Corrected {
  readonly events: readonly Event[]
  readonly corrected: readonly CorrectedEvent[]
}

async function replace(
  transaction: Transaction,
  document: string,
  { events, corrected }: Corrected,
): Promise<void> {
  const before = await transaction.read(
    "SELECT id, event, rejected FROM corrected_events WHERE document = $document",
    { document },
  )
  const known = new Map(before.map(({ id, event, rejected }) => [String(id), `${rejected} ${event}`]))
  const now = new Map(corrected.map((one) => [one.event.id, `${one.rejected} ${JSON.stringify(one.event)}`]))
  const ids = [...new Set([...known.keys(), ...now.keys()])].filter((id) => known.get(id) !== now.get(id))
  if (ids.length === 0) return
  await transaction.run("DELETE FROM corrected_events WHERE document = $document", { document })
  const position = new Map(events.map(({ id }, at) => [id, at]))
  await transaction.append(
    CORRECTED,
    corrected.map(({ event, rejected }) => [...eventRow(event, position.get(event.id) ?? 0), rejected]),
  )
  await restand(transaction, ids, [...events, ...corrected.map(({ event }) => event)])
}

/** Puts the events that analysts added behind those that were coded, where they changed since the last time. */
async function replaceAdded(
  transaction: Transaction,
  {
    before,
    now,
    behind,
  }: {
    readonly before: ReadonlyMap<string, string>
    readonly now: readonly Event[]
    readonly behind: number
  },
): Promise<void> {
  const fresh = now.filter((event) => before.get(event.id) !== JSON.stringify(event))
  const standing = new Set(now.map(({ id }) => id))
  const ids = [...fresh.map(({ id }) => id), ...[...before.keys()].filter((id) => !standing.has(id))]
  if (ids.length === 0) return
  await transaction.run(
    "INSERT INTO dirty_keys SELECT DISTINCT key FROM event_keys WHERE event IN (SELECT unnest($ids))",
    { ids },
  )
  for (const table of ["event_keys", "participants"])
    await transaction.run(`DELETE FROM ${table} WHERE event IN (SELECT unnest($ids))`, { ids })
  await transaction.run("DELETE FROM events WHERE id IN (SELECT unnest($ids))", { ids })
  await transaction.append(
    EVENTS,
    fresh.map((event) => eventRow(event, behind + now.indexOf(event))),
  )
  await transaction.append(PARTICIPANTS, fresh.flatMap(participantRows))
}

/** Participants as they stand now, of these events; the last of `standing` by an id is the one that stands. */
async function restand(
  transaction: Transaction,
  ids: readonly string[],
  standing: readonly Event[],
): Promise<void> {
  const byId = new Map(standing.map((event) => [event.id, event]))
  await transaction.run("DELETE FROM participants WHERE event IN (SELECT unnest($ids))", { ids })
  await transaction.append(
    PARTICIPANTS,
    ids.flatMap((id) => participantRows(byId.get(id)!)),
  )
  await transaction.run(
    "INSERT INTO dirty_keys SELECT DISTINCT key FROM event_keys WHERE event IN (SELECT unnest($ids))",
    { ids },
  )
  await transaction.run("DELETE FROM event_keys WHERE event IN (SELECT unnest($ids))", { ids })
  await transaction.run("UPDATE events SET linked = false WHERE id IN (SELECT unnest($ids))", { ids })
}
