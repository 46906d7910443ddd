import type { FrameCondition, Predicate, Predicates } from "../../codebook/predicates.ts"
import type { Analysis } from "../../text/analysis.ts"
import { childBy, eachChild, prepositionOf } from "./path.ts"
import { isAdjective, isNoun, isVerb, lowerLemma } from "./words.ts"

/** How far a phrase's words may stand apart: "take the officers hostage". */
const PHRASE_REACH = 6
const OBJECTS = ["obj", "nsubj:pass"]
const BARE = new Set(["obl", "nsubj", "iobj", "ccomp", "obl:unmarked"])
const COMPLEMENTS: Readonly<Record<string, readonly string[]>> = {
  xcomp: ["xcomp", "advcl", "acl"],
  ccomp: ["ccomp"],
  acomp: ["xcomp"],
}

/** The row whose frame holds at this token and says most; undefined where none does. */
export function matchPredicate(a: Analysis, token: number, predicates: Predicates): Predicate | undefined {
  let best: Predicate | undefined
  let bestRank = -1
  for (const row of candidates(a, token, predicates)) {
    const rank = fits(a, token, row)
    if (rank > bestRank || (rank === bestRank && best !== undefined && row.confidence > best.confidence)) {
      best = row
      bestRank = rank
    }
  }
  return best ?? looseMatch(a, token, predicates)
}

/**
 * Where no frame holds, a verb all of whose rows agree on one category still hints at it: "outlawed the ANC". Sound only as a
 * feature: half the confidence.
 */
function looseMatch(a: Analysis, token: number, predicates: Predicates): Predicate | undefined {
  if (!isVerb(a, token)) return undefined
  const lemma = lowerLemma(a, token)
  const rows = predicates.of(lemma).filter((row) => row.lemma === lemma && row.pos === "verb")
  const [first] = rows
  if (first === undefined || rows.some(({ type }) => type !== first.type)) return undefined
  return { ...first, id: `${first.type}-loose`, mode: null, confidence: first.confidence / 2 }
}

function candidates(a: Analysis, token: number, predicates: Predicates): readonly Predicate[] {
  const lemma = lowerLemma(a, token)
  const rows = predicates.of(lemma)
  if (!isNoun(a, token)) return rows
  const before = childBy(a, token, "compound", "amod")
  if (before < 0) return rows
  const compound = predicates.of(`${lowerLemma(a, before)} ${lemma}`)
  return compound.length > 0 ? [...rows, ...compound] : rows
}

/** How much of the row holds here: the number of its conditions and words, -1 where it does not fit. */
function fits(a: Analysis, token: number, row: Predicate): number {
  const { words } = row
  if (row.pos === "verb" && !isVerb(a, token)) return -1
  if (row.pos === "noun" && !isNoun(a, token)) return -1
  if (row.pos === "adj" && !isAdjective(a, token)) return -1
  let rank = 0
  if (words.length > 1) {
    const whole = row.pos === "noun" ? compoundFits(a, token, words) : phraseFits(a, token, words)
    if (!whole) return -1
    rank += words.length
  }
  for (const condition of row.frame) {
    const held = holds(a, token, condition)
    if (held === 0) return -1
    rank += held
  }
  return rank
}

function compoundFits(a: Analysis, token: number, words: readonly string[]): boolean {
  const from = token - words.length + 1
  return from >= 0 && words.every((word, at) => lowerLemma(a, from + at) === word)
}

/** The words follow one another from the token on, gaps allowed. */
function phraseFits(a: Analysis, token: number, words: readonly string[]): boolean {
  if (lowerLemma(a, token) !== words[0]) return false
  let at = token + 1
  const end = Math.min(a.count, token + 1 + PHRASE_REACH)
  for (let next = 1; next < words.length; next += 1) {
    while (at < end && lowerLemma(a, at) !== words[next]) at += 1
    if (at >= end) return false
    at += 1
  }
  return true
}

/** 2 where a listed word fills the slot, 1 where any may and one does, 0 where the slot is empty or filled otherwise. */
function holds(a: Analysis, token: number, { slot, words }: FrameCondition): number {
  if (slot === "prep") return hasPreposition(a, token, words) ? 2 : 0
  const relations = slot === "obj" ? OBJECTS : (COMPLEMENTS[slot] ?? [])
  let found = 0
  eachChild(a, token, (child, relation) => {
    if (!relations.includes(relation)) return
    if (words === null) found = Math.max(found, 1)
    else if (wordFills(a, child, words)) found = 2
  })
  if (found === 0 && slot === "obj" && words === null && hasBareNominal(a, token)) return 1
  if (found === 0 && slot === "obj" && a.deprel[token] === "acl") {
    const noun = a.head[token] ?? -1
    if (noun >= 0 && words !== null && wordFills(a, noun, words)) found = 2
  }
  return found
}

/** A nominal after the verb without a preposition, "at least" aside: the object, whatever the parser calls it. */
function hasBareNominal(a: Analysis, token: number): boolean {
  let found = false
  eachChild(a, token, (child, relation) => {
    if (child < token || !BARE.has(relation)) return
    const preposition = prepositionOf(a, child)
    if (preposition === "" || preposition === "at") found = true
  })
  return found
}

function wordFills(a: Analysis, token: number, words: ReadonlySet<string>): boolean {
  const lemma = lowerLemma(a, token)
  if (words.has(lemma)) return true
  let found = false
  eachChild(a, token, (child, relation) => {
    const part = lowerLemma(a, child)
    if (relation === "compound" || relation === "amod") found ||= words.has(`${part} ${lemma}`)
    else if (relation === "conj") found ||= words.has(part)
    else if (relation === "nmod" && prepositionOf(a, child) === "of")
      found ||= words.has(`${lemma} of ${part}`)
    else if (relation === "aux") found ||= words.has(part)
  })
  return found
}

function hasPreposition(a: Analysis, token: number, words: ReadonlySet<string> | null): boolean {
  let found = false
  eachChild(a, token, (child) => {
    const preposition = prepositionOf(a, child)
    if (preposition !== "" && (words === null || words.has(preposition))) found = true
  })
  return found
}
