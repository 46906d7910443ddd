import type { EventType } from "../record/index.ts"
import { EVENT_TYPES } from "../record/index.ts"
import { readOneOf } from "./cells.ts"
import { DataError, type DataFiles } from "./data-files.ts"
import { alternatives, parseTsv, type TsvRow } from "./tsv.ts"

export const PREDICATE_POS = ["verb", "noun", "adj", "pv"] as const
export type PredicatePos = (typeof PREDICATE_POS)[number]

export const FRAME_SLOTS = ["obj", "prep", "xcomp", "ccomp", "acomp"] as const
export type FrameSlot = (typeof FRAME_SLOTS)[number]

/** One condition of a frame: the slot is filled, by one of the given lemmas where `words` is not null. */
export interface FrameCondition {
  readonly slot: FrameSlot
  readonly words: ReadonlySet<string> | null
}

/** A word in a frame and the category (and mode) that it means: one row of data/patterns/predicates.tsv. */
export interface Predicate {
  readonly id: string
  readonly lemma: string
  /** The lemma's words: several for phrases and compounds. */
  readonly words: readonly string[]
  readonly pos: PredicatePos
  readonly frame: readonly FrameCondition[]
  readonly type: EventType
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** From 0 to 1. */
  readonly confidence: number
}

/** All predicates; `of(lemma)` gives the rows whose lemma (or whose first word, for phrases) it is. */
export interface Predicates {
  readonly rows: readonly Predicate[]
  readonly of: (lemma: string) => readonly Predicate[]
}

const FILE = "patterns/predicates.tsv"
const COLUMNS = ["id", "lemma", "pos", "frame", "type", "mode", "contexts", "confidence"]
const CONDITION = /([a-z]+)(?::(?:\(([^)]*)\)|([a-z]+)))?(?:\s+|$)/y
const NONE: readonly Predicate[] = []

/** Reads data/patterns/predicates.tsv. Throws DataError where a frame cannot be read. */
export function loadPredicates(data: DataFiles): Predicates {
  const rows = parseTsv(FILE, data.text(FILE), COLUMNS).map(readPredicate)
  const byWord = new Map<string, Predicate[]>()
  for (const row of rows) {
    const first = row.lemma.split(" ")[0] ?? ""
    for (const key of new Set([row.lemma, first])) byWord.set(key, [...(byWord.get(key) ?? []), row])
  }
  return Object.freeze({ rows: Object.freeze(rows), of: (lemma: string) => byWord.get(lemma) ?? NONE })
}

function readPredicate(row: TsvRow): Predicate {
  const { id = "", lemma = "", frame = "", mode = "", contexts = "", confidence = "" } = row.cells
  return Object.freeze({
    id,
    lemma,
    words: Object.freeze(lemma.split(" ")),
    pos: readOneOf(row, "pos", PREDICATE_POS),
    frame: Object.freeze(readFrame(row, frame)),
    type: readOneOf(row, "type", EVENT_TYPES),
    mode: mode || null,
    contexts: alternatives(contexts),
    confidence: Number(confidence),
  })
}

/** "obj:(talk|deal) prep:with xcomp" → three conditions; "*" → none. */
function readFrame(row: TsvRow, frame: string): FrameCondition[] {
  const conditions: FrameCondition[] = []
  if (frame === "*") return conditions
  CONDITION.lastIndex = 0
  while (CONDITION.lastIndex < frame.length) {
    const at = CONDITION.lastIndex
    const match = CONDITION.exec(frame)
    if (match === null || !(FRAME_SLOTS as readonly string[]).includes(match[1] ?? ""))
      throw new DataError(
        `${row.where}: the frame "${frame}" cannot be read at "${frame.slice(at)}". Slots: ${FRAME_SLOTS.join(", ")}.`,
      )
    const words = match[2] === undefined ? (match[3] === undefined ? [] : [match[3]]) : alternatives(match[2])
    const any = words.length === 0 || words.includes("*")
    conditions.push({ slot: match[1] as FrameSlot, words: any ? null : new Set(words) })
  }
  return conditions
}
