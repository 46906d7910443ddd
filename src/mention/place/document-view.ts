import type { Analysis } from "../../text/analysis.ts"
import type { Place, PlaceNames } from "../gazetteer.ts"
import type { NameMatch } from "./matches.ts"
import { CAPITAL, LOWER, NUMBER, OTHER, type WordFacts, type WordTable } from "./word-facts.ts"

/** Everything about an article's tokens that recognising places looks at, computed once. */
export interface DocumentView {
  readonly analysis: Analysis
  /** Tokens in lower case. */
  readonly word: readonly string[]
  readonly shape: Uint8Array
  /** 1 where the token opens a sentence or a quotation. */
  readonly opens: Uint8Array
  /** 1 in sentences that capitalise nearly every word: headlines. */
  readonly headline: Uint8Array
  readonly facts: readonly WordFacts[]
  /** Longest names of the gazetteer: class of the best place of that name (0 none), and the token's position in it. */
  readonly placeClass: Uint8Array
  readonly placeStep: Uint8Array
  readonly placeLength: Uint8Array
  /** What the article's other mentions of the same word say: bits of IN_PLACE and the like. */
  readonly elsewhere: ReadonlyMap<string, number>
}

/** The word follows a preposition of place somewhere in the article. */
export const IN_PLACE = 1
/** The word is followed by a comma and the name of a region or country. */
export const IN_REGION = 2
/** The word follows a given name, a title or an initial. */
export const OF_PERSON = 4
/** The word stands in lower case too. */
export const IN_LOWER = 8

const PLACE_PREPOSITIONS = new Set(
  "in at near from to around outside across toward towards into throughout".split(" "),
)
const TITLES = new Set(
  "mr mrs ms dr mr. mrs. ms. dr. sen. rep. gov. sgt. lt. capt. president minister judge coach chief officer sheriff mayor senator".split(
    " ",
  ),
)
const HEADLINE_SHARE = 0.7
const HEADLINE_MIN_WORDS = 4

export function viewDocument(
  analysis: Analysis,
  matches: readonly NameMatch[],
  gazetteer: PlaceNames,
  table: WordTable,
): DocumentView {
  const { count, start, end, text } = analysis
  const word: string[] = new Array(count)
  const facts: WordFacts[] = new Array(count)
  const shape = new Uint8Array(count)
  for (let at = 0; at < count; at++) {
    const known = table(text.slice(start[at], end[at]))
    facts[at] = known
    word[at] = known.lower
    shape[at] = known.shape
  }
  const base = { analysis, word, shape, facts, ...markPlaces(count, matches, gazetteer) }
  return { ...base, opens: openings(base), headline: headlines(base), elsewhere: gatherElsewhere(base) }
}

type Base = Omit<DocumentView, "opens" | "headline" | "elsewhere">

function openings({ analysis, word }: Base): Uint8Array {
  const opens = new Uint8Array(analysis.count)
  for (const { first, last } of analysis.sentences) if (last > first) opens[first] = 1
  for (let at = 1; at < analysis.count; at++) if (OPENERS.has(word[at - 1] ?? "")) opens[at] = 1
  return opens
}
const OPENERS = new Set(['"', "“", "‘", "(", "``", ":", "—", "-", "•"])

function headlines({ analysis, shape }: Base): Uint8Array {
  const flags = new Uint8Array(analysis.count)
  for (const { first, last } of analysis.sentences) {
    let words = 0
    let capitals = 0
    for (let at = first; at < last; at++) {
      const kind = shape[at] ?? OTHER
      if (kind === NUMBER || kind === OTHER) continue
      words++
      if (kind !== LOWER) capitals++
    }
    if (words >= HEADLINE_MIN_WORDS && capitals >= HEADLINE_SHARE * words) flags.fill(1, first, last)
  }
  return flags
}

function markPlaces(
  count: number,
  matches: readonly NameMatch[],
  gazetteer: PlaceNames,
): { placeClass: Uint8Array; placeStep: Uint8Array; placeLength: Uint8Array } {
  const placeClass = new Uint8Array(count)
  const placeStep = new Uint8Array(count)
  const placeLength = new Uint8Array(count)
  let free = 0
  for (const match of [...matches].sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (match.first < free) continue
    free = match.last
    const best = KIND_CLASSES[match.kind] ?? bestClass(match.rows, gazetteer)
    for (let at = match.first; at < match.last; at++) {
      placeClass[at] = best
      placeStep[at] = at - match.first
      placeLength[at] = match.last - match.first
    }
  }
  return { placeClass, placeStep, placeLength }
}

/** Classes of matches that are no plain names; plain names have those of `classOf`. */
const KIND_CLASSES: Readonly<Record<NameMatch["kind"], number | undefined>> = {
  name: undefined,
  abbreviation: 10,
  adjective: 11,
}
/** Classes that follow a comma in "Lamar, Missouri". */
const CONTAINERS = new Set([1, 2, 10])
/** Classes of places by kind and size, the most telling first. */
const CITY_SIZES = [19, 16, 13, 0]

function bestClass(rows: readonly number[], gazetteer: PlaceNames): number {
  let best = 255
  for (const row of rows) best = Math.min(best, classOf(gazetteer.place(row)))
  return best
}

function classOf({ feature, logPopulation }: Place): number {
  if (feature.startsWith("PCL")) return 1
  if (feature === "ADM1") return 2
  if (feature.startsWith("PPL")) return 4 + CITY_SIZES.findIndex((size) => logPopulation >= size)
  if (feature === "ADM2") return 9
  return 3
}

function gatherElsewhere(view: Base): Map<string, number> {
  const seen = new Map<string, number>()
  const { analysis, word, shape } = view
  for (let at = 0; at < analysis.count; at++) {
    const kind = shape[at] ?? OTHER
    const name = word[at] ?? ""
    if (kind === LOWER) {
      const before = seen.get(name)
      if (before === undefined || (before & IN_LOWER) === 0) seen.set(name, (before ?? 0) | IN_LOWER)
    } else if (kind !== NUMBER && kind !== OTHER) seen.set(name, (seen.get(name) ?? 0) | signsAt(view, at))
  }
  return seen
}

function signsAt({ word, facts, placeClass }: Base, at: number): number {
  const before = word[at - 1] ?? ""
  let signs = 0
  if (PLACE_PREPOSITIONS.has(before)) signs |= IN_PLACE
  if (word[at + 1] === "," && CONTAINERS.has(placeClass[at + 2] ?? 0)) signs |= IN_REGION
  const previous = facts[at - 1]
  const named = previous?.shape === CAPITAL && previous.givenName
  if (at > 0 && (named || TITLES.has(before) || previous?.initial === true)) signs |= OF_PERSON
  return signs
}
