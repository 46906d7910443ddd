import type { EventType, Quad, Status } from "../record/index.ts"
import { EVENT_TYPES, QUADS, STATUSES } from "../record/index.ts"
import {
  type CameoCode,
  type CameoHints,
  type CameoRow,
  chooseCameo,
  readCameo,
  readChoices,
} from "./cameo.ts"
import { readOneOf, readScore } from "./cells.ts"
import { DataError, type DataFiles } from "./data-files.ts"
import { parseTsv, type TsvRow } from "./tsv.ts"

/** One of PLOVER's sixteen categories. `cameo` is the code to fall back on, `needsRecipient` PLOVER's own rule. */
export interface EventTypeEntry {
  readonly type: EventType
  readonly name: string
  readonly quad: Quad
  readonly score: number
  readonly needsRecipient: boolean
  readonly cameo: string
  readonly definition: string
}

/** How a category was acted out; the same mode name may stand under several categories. */
export interface ModeEntry {
  readonly type: EventType
  readonly mode: string
  readonly score: number
  readonly definition: string
}

/** A code with its meaning: a context, a sector or a status. */
export interface CodeEntry {
  readonly code: string
  readonly name: string
  readonly definition: string
}

/** The ontology as frozen lookups. */
export interface Codebook {
  readonly types: readonly EventTypeEntry[]
  readonly modes: readonly ModeEntry[]
  readonly contexts: readonly CodeEntry[]
  readonly sectors: readonly CodeEntry[]
  readonly statuses: readonly CodeEntry[]
  readonly cameo: readonly CameoCode[]
  /** The entry of a category, undefined where the code is none of the sixteen. */
  readonly eventType: (code: string) => EventTypeEntry | undefined
  readonly modesOf: (type: EventType) => readonly ModeEntry[]
  readonly quadOf: (type: EventType) => Quad
  /** PLOVER's conflict–cooperation score, from −10 to +10; the category's where the mode has none. */
  readonly scoreOf: (type: EventType, mode?: string | null) => number
  /** The closest CAMEO code of an event; always one of `cameo`. */
  readonly cameoOf: (
    type: EventType,
    mode: string | null,
    contexts: readonly string[],
    hints?: CameoHints,
  ) => string
  /** What a CAMEO code means in PLOVER; a code that CAMEO lacks reads as its longest known prefix. */
  readonly fromCameo: (code: string) => CameoCode | undefined
  /** Goldstein's scale, from −10 to +10; undefined for a code whose family is unknown. */
  readonly goldstein: (code: string) => number | undefined
}

const FILES = {
  types: "codebook/event-types.tsv",
  modes: "codebook/modes.tsv",
  contexts: "codebook/contexts.tsv",
  sectors: "codebook/sectors.tsv",
  statuses: "codebook/statuses.tsv",
} as const

/** Reads data/codebook/. Throws DataError where a row names a category, mode or context that is not there. */
export function loadCodebook(data: DataFiles): Codebook {
  const rows = (path: string, required: readonly string[]) => parseTsv(path, data.text(path), required)
  const types = rows(FILES.types, ["type", "quad", "score", "recipient", "cameo", "definition"]).map(readType)
  const byType = new Map<string, EventTypeEntry>(types.map((entry) => [entry.type, entry]))
  const modes = rows(FILES.modes, ["type", "mode", "score", "definition"]).map(readMode)
  const contexts = rows(FILES.contexts, ["context", "definition"]).map((row) => readCode(row, "context"))
  const sectors = rows(FILES.sectors, ["sector", "name", "definition"]).map((row) => readCode(row, "sector"))
  const statuses = rows(FILES.statuses, ["status", "definition"]).map(readStatus)
  const cameo = readCameo(data, contexts)
  const choices = readChoices(data, cameo)
  const byMode = new Map(modes.map((entry) => [`${entry.type} ${entry.mode}`, entry]))
  const byCameo = new Map(cameo.map((entry) => [entry.code, entry]))
  requireAll(types, statuses, choices)

  const entryOf = (type: EventType): EventTypeEntry => byType.get(type) as EventTypeEntry
  const fromCameo = (code: string): CameoCode | undefined =>
    code.length < 2 ? undefined : (byCameo.get(code) ?? fromCameo(code.slice(0, -1)))
  return Object.freeze({
    types: Object.freeze(types),
    modes: Object.freeze(modes),
    contexts: Object.freeze(contexts),
    sectors: Object.freeze(sectors),
    statuses: Object.freeze(statuses),
    cameo: Object.freeze(cameo),
    eventType: (code: string) => byType.get(code),
    modesOf: (type: EventType) => modes.filter((entry) => entry.type === type),
    quadOf: (type: EventType) => entryOf(type).quad,
    scoreOf: (type: EventType, mode?: string | null) =>
      byMode.get(`${type} ${mode ?? ""}`)?.score ?? entryOf(type).score,
    cameoOf: (type: EventType, mode: string | null, contexts: readonly string[], hints: CameoHints = {}) =>
      chooseCameo(choices, { type, mode, contexts, ...hints }) ?? entryOf(type).cameo,
    fromCameo,
    goldstein: (code: string) => fromCameo(code)?.goldstein,
  })
}

const readType = (row: TsvRow): EventTypeEntry =>
  Object.freeze({
    type: readOneOf(row, "type", EVENT_TYPES),
    name: row.cells.name ?? "",
    quad: readOneOf(row, "quad", QUADS),
    score: readScore(row, "score"),
    needsRecipient: readOneOf(row, "recipient", ["yes", "no"]) === "yes",
    cameo: row.cells.cameo ?? "",
    definition: row.cells.definition ?? "",
  })

const readMode = (row: TsvRow): ModeEntry =>
  Object.freeze({
    type: readOneOf(row, "type", EVENT_TYPES),
    mode: row.cells.mode ?? "",
    score: readScore(row, "score"),
    definition: row.cells.definition ?? "",
  })

const readCode = (row: TsvRow, column: string): CodeEntry => {
  const code = row.cells[column] ?? ""
  return Object.freeze({
    code,
    name: row.cells.name ?? code.replaceAll("_", " "),
    definition: row.cells.definition ?? "",
  })
}

const readStatus = (row: TsvRow): CodeEntry => {
  const code: Status = readOneOf(row, "status", STATUSES)
  return Object.freeze({ code, name: code, definition: row.cells.definition ?? "" })
}

function requireAll(
  types: readonly EventTypeEntry[],
  statuses: readonly CodeEntry[],
  choices: readonly CameoRow[],
): void {
  const lacking = [
    ...EVENT_TYPES.filter((type) => !types.some((entry) => entry.type === type)),
    ...STATUSES.filter((status) => !statuses.some((entry) => entry.code === status)),
  ]
  if (lacking.length > 0)
    throw new DataError(
      `data/codebook/: no row for ${lacking.join(", ")}. Add one to event-types.tsv or statuses.tsv.`,
    )
  if (choices.length === 0) throw new DataError("data/codebook/plover-to-cameo.tsv: it has no rows.")
}
