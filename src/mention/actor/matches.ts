import type { Casing, Entry } from "../lexicon/entries.ts"
import type { ActorLexicon } from "../lexicon.ts"
import {
  CAPITAL,
  cutUnits,
  FIRST,
  INITIAL,
  LAST,
  type TokenOffsets,
  type Units,
  UPPER,
} from "../name/units.ts"

/** A name of the lexicon in the text: token indices, `last` exclusive, and all that the name may stand for. */
export interface Match {
  readonly first: number
  readonly last: number
  readonly entries: readonly Entry[]
}

/** The longest names of the lexicon from left to right; none overlaps another. */
export function findMatches(tokens: TokenOffsets, { names }: ActorLexicon): Match[] {
  const units = cutUnits(tokens, (form) => names.trie.word(form))
  const matches: Match[] = []
  let at = 0
  while (at < units.count) {
    const match = (units.flags[at]! & FIRST) === 0 ? undefined : longestMatch(units, at, names)
    if (match === undefined) {
      at += 1
      continue
    }
    matches.push(match)
    while (at < units.count && units.token[at]! < match.last) at += 1
  }
  return matches
}

/** Follows the trie from one unit. A middle initial that no name has is passed over: "Donald J. Trump". */
function longestMatch(units: Units, from: number, names: ActorLexicon["names"]): Match | undefined {
  let node = 0
  let best: Match | undefined
  let skipped = false
  for (let at = from; at < units.count; at += 1) {
    const next = names.trie.next(node, units.word[at]!)
    if (next < 0) {
      const initial = at > from && !skipped && (units.flags[at]! & INITIAL) !== 0
      if (!initial) break
      skipped = true
      continue
    }
    node = next
    if ((units.flags[at]! & LAST) === 0) continue
    const entries = entriesAt(names, node, { units, from, to: at, skipped })
    if (entries.length > 0) best = { first: units.token[from]!, last: units.token[at]! + 1, entries }
  }
  return best
}

interface Stretch {
  readonly units: Units
  readonly from: number
  readonly to: number
  readonly skipped: boolean
}

const NO_ENTRIES: readonly Entry[] = []

function entriesAt(names: ActorLexicon["names"], node: number, stretch: Stretch): readonly Entry[] {
  let naming = names.firstAt(node)
  if (naming < 0) return NO_ENTRIES
  const entries: Entry[] = []
  for (; naming >= 0; naming = names.after(naming)) {
    const entry = names.entry(naming)
    if (stretch.skipped && entry.kind !== "person") continue
    if (isCased(names.casing(naming), stretch)) entries.push(entry)
  }
  return entries
}

function isCased(casing: Casing, { units, from, to }: Stretch): boolean {
  if (casing === "any") return true
  if (casing === "title") return (units.flags[from]! & units.flags[to]! & CAPITAL) !== 0
  if (casing === "capital")
    return (units.flags[from]! & CAPITAL) !== 0 || (from !== to && (units.flags[to]! & CAPITAL) !== 0)
  for (let at = from; at <= to; at += 1) if ((units.flags[at]! & UPPER) === 0) return false
  return true
}
