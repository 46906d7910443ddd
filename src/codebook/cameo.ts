import type { EventType } from "../record/index.ts"
import { EVENT_TYPES } from "../record/index.ts"
import { readOneOf, readScore } from "./cells.ts"
import type { CodeEntry } from "./codebook.ts"
import { DataError, type DataFiles } from "./data-files.ts"
import { alternatives, parseTsv, type TsvRow } from "./tsv.ts"

/** A CAMEO code with our name for it, Goldstein's score, and what it becomes in PLOVER (`type` null for 01 and 02). */
export interface CameoCode {
  readonly code: string
  readonly name: string
  readonly goldstein: number
  readonly type: EventType | null
  readonly mode: string | null
  readonly contexts: readonly string[]
}

/** What else is known of an event when its CAMEO code is chosen. */
export interface CameoHints {
  /** Lower-case lemmas of the event's words, "sign", "agreement". */
  readonly words?: readonly string[]
  /** What would happen, where the category stands for something to come: a planned visit is AGREE with base CONSULT. */
  readonly base?: EventType
}

/** One row of plover-to-cameo.tsv: every filled cell is a condition. */
export interface CameoRow {
  readonly type: EventType
  readonly mode: string
  readonly contexts: readonly string[]
  readonly base: string
  /** Groups of lemmas: of each, one must stand in the event's words. */
  readonly words: readonly (readonly string[])[]
  readonly cameo: string
  readonly conditions: number
}

const CAMEO_FILE = "codebook/cameo.tsv"
const CHOICES_FILE = "codebook/plover-to-cameo.tsv"

/** Reads the CAMEO codes and checks that they name categories and contexts which are there. */
export function readCameo(data: DataFiles, contexts: readonly CodeEntry[]): CameoCode[] {
  const known = contexts.map(({ code }) => code)
  return parseTsv(CAMEO_FILE, data.text(CAMEO_FILE), [
    "code",
    "name",
    "goldstein",
    "type",
    "mode",
    "contexts",
  ]).map((row) => {
    const named = alternatives(row.cells.contexts ?? "")
    for (const context of named)
      if (!known.includes(context))
        throw new DataError(`${row.where}: there is no context "${context}". See data/codebook/contexts.tsv.`)
    return Object.freeze({
      code: row.cells.code ?? "",
      name: row.cells.name ?? "",
      goldstein: readScore(row, "goldstein"),
      type: row.cells.type === "" ? null : readOneOf(row, "type", EVENT_TYPES),
      mode: row.cells.mode || null,
      contexts: Object.freeze(named),
    })
  })
}

/** Reads the rows that choose a CAMEO code for a PLOVER event. */
export function readChoices(data: DataFiles, cameo: readonly CameoCode[]): CameoRow[] {
  const known = cameo.map(({ code }) => code)
  const columns = ["type", "mode", "context", "base", "words", "cameo"]
  return parseTsv(CHOICES_FILE, data.text(CHOICES_FILE), columns).map((row) => readChoice(row, known))
}

function readChoice(row: TsvRow, known: readonly string[]): CameoRow {
  const { mode = "", base = "", context = "", words = "" } = row.cells
  const groups = words === "" ? [] : words.split("&").map(alternatives)
  return {
    type: readOneOf(row, "type", EVENT_TYPES),
    mode,
    contexts: alternatives(context),
    base,
    words: groups,
    cameo: readOneOf(row, "cameo", known),
    conditions: [mode, context, base].filter((cell) => cell !== "").length + groups.length,
  }
}

interface CodedEvent extends CameoHints {
  readonly type: EventType
  readonly mode: string | null
  readonly contexts: readonly string[]
}

const holds = (row: CameoRow, { type, mode, contexts, words = [], base }: CodedEvent): boolean =>
  row.type === type &&
  (row.mode === "" || row.mode === mode) &&
  (row.base === "" || row.base === base) &&
  (row.contexts.length === 0 || row.contexts.some((context) => contexts.includes(context))) &&
  row.words.every((group) => group.some((word) => words.includes(word)))

/** The code of the row with most conditions among those that hold; the first of equals. */
export function chooseCameo(choices: readonly CameoRow[], event: CodedEvent): string | undefined {
  let best: CameoRow | undefined
  for (const row of choices)
    if (holds(row, event) && (best === undefined || row.conditions > best.conditions)) best = row
  return best?.cameo
}
