import { createHash } from "node:crypto"
import { INTEGER, VARCHAR } from "@duckdb/node-api"
import type { Correction } from "../record/index.ts"
import type { Database, Row, Table, Transaction } from "./database.ts"

const CORRECTIONS: Table = {
  name: "corrections",
  types: [...[VARCHAR, VARCHAR, VARCHAR, VARCHAR, INTEGER, INTEGER], ...[VARCHAR, VARCHAR, VARCHAR, VARCHAR]],
}
const SETTING = "corrections"
const OFF = "off"
/** Hexadecimal digits of a correction's id. */
const DIGITS = 32

/** What a record says of itself once corrections were added. */
export interface AddedCorrections {
  readonly added: number
  /** Those that were there already. */
  readonly known: number
}

/** The correction with its digest as id: the same correction has the same id in every record. */
export function identified(draft: Omit<Correction, "id">): Correction {
  const { kind, author, time, note, target, coder, seen, changes, undoes } = draft
  const content = { kind, author, time, note, target, coder, seen, changes, undoes }
  const id = createHash("sha256")
    .update(JSON.stringify(sorted(content)))
    .digest("hex")
    .slice(0, DIGITS)
  return { id, ...content }
}

/** The value with every object's members in alphabetical order, so that the order in which they came makes no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]),
  )
}

/** Adds what is not there yet, in one transaction. Their documents are read anew when the record is next linked. */
export function addCorrections(database: Database, given: readonly Correction[]): Promise<AddedCorrections> {
  const byId = new Map(given.map((correction) => [correction.id, correction]))
  return database.transaction(async (transaction) => {
    const rows = await transaction.read("SELECT id FROM corrections WHERE id IN (SELECT unnest($ids))", {
      ids: [...byId.keys()],
    })
    const known = new Set(rows.map(({ id }) => String(id)))
    const fresh = [...byId.values()].filter(({ id }) => !known.has(id))
    await transaction.append(CORRECTIONS, fresh.map(correctionRow))
    await transaction.run("INSERT INTO uncorrected_documents SELECT DISTINCT unnest($documents)", {
      documents: fresh.map(({ target }) => target.document),
    })
    return { added: fresh.length, known: byId.size - fresh.length }
  })
}

const correctionRow = (correction: Correction) => [
  correction.id,
  correction.target.document,
  correction.target.contentHash,
  correction.target.event,
  correction.target.evidence.start,
  correction.target.evidence.end,
  correction.author,
  correction.time,
  correction.kind,
  JSON.stringify(correction),
]

/** Corrections of one document or of all, oldest first. */
export async function listCorrections(
  database: Pick<Transaction, "read">,
  document?: string,
): Promise<Correction[]> {
  const rows = await database.read(
    `SELECT correction FROM corrections ${document === undefined ? "" : "WHERE document = $document"} ORDER BY time, id`,
    document === undefined ? {} : { document },
  )
  return rows.map(toCorrection)
}

export const toCorrection = ({ correction }: Row): Correction => JSON.parse(String(correction)) as Correction

/** Whether happenings, series and exports follow the corrections, or the machine's own output. */
export async function followsCorrections(source: Pick<Transaction, "read">): Promise<boolean> {
  const [row] = await source.read("SELECT value FROM settings WHERE name = $name", { name: SETTING })
  return row?.value !== OFF
}

/** Says whether they shall follow them from the next linking on. */
export function followCorrections(database: Database, follow: boolean): Promise<void> {
  return database.transaction(async (transaction) => {
    await transaction.run("DELETE FROM settings WHERE name = $name", { name: SETTING })
    if (!follow)
      await transaction.run("INSERT INTO settings VALUES ($name, $value)", { name: SETTING, value: OFF })
    await transaction.run("INSERT INTO uncorrected_documents SELECT DISTINCT document FROM corrections")
  })
}
