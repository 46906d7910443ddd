import { DataError, type DataFiles } from "../codebook/data-files.ts"
import { parseTsv, type TsvRow } from "../codebook/tsv.ts"
import { EVENT_TYPES, type EventType } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import {
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  hasUpos,
  isPassive,
  lemmaOf,
  relationOf,
  wordOf,
} from "./syntax.ts"

/** The hand-written predicates of data/patterns/predicates.tsv: a lemma in a frame means a category and a mode. */
export interface Predicates {
  /** Rows by the lemma that would be the trigger (the first word of a row's lemma). */
  readonly byLemma: ReadonlyMap<string, readonly PredicateRow[]>
  /** Head lemmas of the nouns among them. */
  readonly nouns: ReadonlySet<string>
}

export interface PredicateRow {
  readonly id: string
  readonly type: EventType
  readonly mode: string | null
  readonly confidence: number
  readonly pos: string
  /** Further words of the row's lemma: "for" of "call for", "street" of "take to the street". */
  readonly rest: readonly string[]
  readonly conditions: readonly Condition[]
}

interface Condition {
  readonly kind: string
  /** Lemmas one of which must fill the slot; undefined for any. */
  readonly fillers: ReadonlySet<string> | undefined
}

const FILE = "patterns/predicates.tsv"
const FILLER_WORDS = new Set(["the", "a", "an", "oneself", "its", "one's"])
const KINDS = new Set(["obj", "prep", "xcomp", "ccomp", "acomp"])
const POS = new Set(["verb", "noun", "adj", "pv"])

export function loadPredicates(data: DataFiles): Predicates {
  const byLemma = new Map<string, PredicateRow[]>()
  const nouns = new Set<string>()
  for (const row of parseTsv(FILE, data.text(FILE), [
    "id",
    "lemma",
    "pos",
    "frame",
    "type",
    "mode",
    "confidence",
  ])) {
    const words = (row.cells.lemma ?? "").split(" ")
    const predicate = readRow(row, words)
    const head = predicate.pos === "noun" ? words.at(-1)! : words[0]!
    if (predicate.pos === "noun") nouns.add(head)
    const rows = byLemma.get(head)
    if (rows === undefined) byLemma.set(head, [predicate])
    else rows.push(predicate)
  }
  return { byLemma, nouns }
}

function readRow(row: TsvRow, words: readonly string[]): PredicateRow {
  const { id = "", pos = "", type = "", mode = "", confidence = "", frame = "*" } = row.cells
  if (!EVENT_TYPES.includes(type as EventType))
    throw new DataError(`${row.where}: unknown type "${type}". It must be one of ${EVENT_TYPES.join(", ")}.`)
  if (!POS.has(pos))
    throw new DataError(`${row.where}: unknown pos "${pos}". It must be one of ${[...POS].join(", ")}.`)
  const rest = pos === "noun" ? words.slice(0, -1) : words.slice(1)
  return {
    id,
    type: type as EventType,
    mode: mode === "" ? null : mode,
    confidence: Number(confidence),
    pos,
    rest: rest.filter((word) => !FILLER_WORDS.has(word)),
    conditions: conditionsOf(frame, row.where),
  }
}

/** Conditions stand apart by spaces; the fillers in brackets may hold some ("obj:(aid|relief supplies)"). */
const CONDITION = /[a-z]+(?::(?:\([^)]*\)|[^ (]+))?/g

const conditionsOf = (frame: string, where: string): Condition[] =>
  frame === "*" ? [] : (frame.match(CONDITION) ?? []).map((condition) => readCondition(condition, where))

/** "obj:(deal|pact)", "prep:with", "xcomp". */
function readCondition(text: string, where: string): Condition {
  const [kind = "", argument] = text.split(":")
  if (!KINDS.has(kind))
    throw new DataError(`${where}: unknown condition "${text}". A frame may use ${[...KINDS].join(", ")}.`)
  if (argument === undefined || argument === "(*)") return { kind, fillers: undefined }
  const inner = argument.startsWith("(") ? argument.slice(1, -1) : argument
  return { kind, fillers: new Set(inner.split("|")) }
}

/** A row that fits a trigger; `strength` grows with how much of its frame had to hold. */
export interface PredicateMatch {
  readonly row: PredicateRow
  readonly strength: number
}

/** The rows that fit, the one with the longest frame first. */
export function matchPredicates(
  analysis: Analysis,
  trigger: number,
  predicates: Predicates,
): PredicateMatch[] {
  const rows = predicates.byLemma.get(lemmaOf(analysis, trigger))
  if (rows === undefined) return []
  const slots = slotsOf(analysis, trigger)
  const pos = hasUpos(analysis, trigger, "VERB", "AUX")
    ? "verb"
    : hasUpos(analysis, trigger, "ADJ")
      ? "adj"
      : "noun"
  return rows
    .filter((row) => (row.pos === pos || (row.pos === "pv" && pos === "verb")) && holds(row, slots))
    .map((row) => ({ row, strength: row.conditions.length + row.rest.length }))
    .sort((a, b) => b.strength - a.strength || b.row.confidence - a.row.confidence)
}

interface Slots {
  /** Lemmas and prepositions around the trigger, for the further words of a row. */
  readonly words: ReadonlySet<string>
  readonly obj: ReadonlySet<string>
  readonly prep: ReadonlySet<string>
  readonly xcomp: ReadonlySet<string>
  readonly ccomp: ReadonlySet<string>
  readonly acomp: ReadonlySet<string>
}

function slotsOf(analysis: Analysis, trigger: number): Slots {
  const words = new Set<string>()
  const slots = {
    obj: new Set<string>(),
    prep: new Set<string>(),
    xcomp: new Set<string>(),
    ccomp: new Set<string>(),
    acomp: new Set<string>(),
  }
  const passive = isPassive(analysis, trigger)
  for (const child of childrenOf(analysis, trigger)) {
    const relation = relationOf(analysis, child)
    words.add(lemmaOf(analysis, child))
    if (relation === "obj" || (passive && relation === "nsubj"))
      addObject(analysis, child, slots.obj, slots.prep, words)
    else if (relation === "obl" || relation === "nmod") addOblique(analysis, child, slots.prep, words)
    else if (relation === "xcomp") {
      slots.xcomp.add(lemmaOf(analysis, child))
      if (hasUpos(analysis, child, "ADJ")) slots.acomp.add(lemmaOf(analysis, child))
      if (childBy(analysis, child, "mark") !== -1) words.add("to")
    } else if (relation === "ccomp") {
      slots.ccomp.add(lemmaOf(analysis, child))
      for (const auxiliary of childrenBy(analysis, child, "aux"))
        slots.ccomp.add(lemmaOf(analysis, auxiliary))
    } else if (relation === "acl" && childBy(analysis, child, "mark") !== -1)
      slots.xcomp.add(lemmaOf(analysis, child))
    else if (relation === "advcl" || relation === "acl")
      for (const mark of childrenBy(analysis, child, "mark")) {
        slots.prep.add(lemmaOf(analysis, mark))
        words.add(lemmaOf(analysis, mark))
      }
  }
  return { words, ...slots }
}

function addObject(
  analysis: Analysis,
  child: number,
  obj: Set<string>,
  prep: Set<string>,
  words: Set<string>,
): void {
  const head = lemmaOf(analysis, child)
  obj.add(head)
  for (const modifier of childrenBy(analysis, child, "compound", "amod"))
    obj.add(`${lemmaOf(analysis, modifier)} ${head}`)
  for (const conjunct of childrenBy(analysis, child, "conj")) obj.add(lemmaOf(analysis, conjunct))
  for (const nominal of childrenBy(analysis, child, "nmod")) addOblique(analysis, nominal, prep, words)
  for (const clause of childrenBy(analysis, child, "acl")) words.add(lemmaOf(analysis, clause))
}

function addOblique(analysis: Analysis, child: number, prep: Set<string>, words: Set<string>): void {
  for (const part of caseOf(analysis, child).split(" ")) {
    prep.add(part)
    words.add(part)
  }
  words.add(lemmaOf(analysis, child))
  words.add(wordOf(analysis, child).toLowerCase())
}

function holds({ rest, conditions }: PredicateRow, slots: Slots): boolean {
  return (
    rest.every((word) => slots.words.has(word)) &&
    conditions.every(({ kind, fillers }) => {
      const filled = slots[kind as "obj" | "prep" | "xcomp" | "ccomp" | "acomp"]
      if (fillers === undefined) return filled.size > 0
      for (const lemma of filled) if (fillers.has(lemma)) return true
      return false
    })
  )
}
