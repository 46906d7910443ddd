import type { Predicate, Predicates } from "../codebook/predicates.ts"
import type { Mention } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { perToken } from "../text/per-analysis.ts"
import type { EventNouns } from "./event-nouns.ts"
import type { MentionIndex } from "./mention-index.ts"
import { matchesIn } from "./relation/matches.ts"
import { namesMeetingPart } from "./resumed.ts"
import { findRoles, type Roles } from "./roles.ts"
import { type Speakers, withSpeaker } from "./speakers.ts"
import {
  childBy,
  childrenOf,
  clauseOf,
  clauseTokens,
  hasUpos,
  headOf,
  lemmaOf,
  relationOf,
} from "./syntax.ts"

/** A word that may report an event, with who the syntax says takes part in it. */
export interface Candidate {
  readonly trigger: number
  readonly sentence: Sentence
  readonly roles: Roles
  /** Whose words the trigger stands in. */
  readonly speaker: Mention | undefined
  /** What the hand-written predicates say of the trigger. */
  readonly predicate: Predicate | undefined
  /** Tokens of the trigger's clause, or of its noun phrase. */
  readonly clause: readonly number[]
  /** Character offsets of the words it is read from. */
  readonly evidence: { readonly start: number; readonly end: number }
}

/** The words that may report an event: nouns by list, all words by the frames that they stand in. */
export interface TriggerWords {
  readonly nouns: EventNouns
  readonly predicates: Predicates
}

/** Verbs that never report an event by themselves. */
const EMPTY_VERBS = new Set(["be", "have", "do", "seem", "become", "appear", "remain", "include", "contain"])

/** Every verb, predicate and event noun of the sentences in which an actor stands or speaks, in text order. */
export function findCandidates(
  analysis: Analysis,
  index: MentionIndex,
  speakers: Speakers,
  words: TriggerWords,
): Candidate[] {
  const found: Candidate[] = []
  const matches = matchesIn(analysis, words.predicates)
  for (const sentence of analysis.sentences)
    for (let token = sentence.first; token < sentence.last; token++) {
      if (!mayTrigger(analysis, token, words.nouns)) continue
      if (index.inSentence(sentence.index).length === 0 && speakers.at(token) === undefined) continue
      const roles = withSpeaker(analysis, token, findRoles(analysis, token, index), speakers)
      const predicate = matches(token)
      found.push({ ...candidate(analysis, token, sentence, roles), speaker: speakers.at(token), predicate })
    }
  return found
}

function mayTrigger(analysis: Analysis, token: number, nouns: EventNouns): boolean {
  const lemma = lemmaOf(analysis, token)
  if (hasUpos(analysis, token, "VERB"))
    return !EMPTY_VERBS.has(lemma) && relationOf(analysis, token) !== "amod"
  if (hasUpos(analysis, token, "ADJ")) return childBy(analysis, token, "cop") !== -1
  if (!hasUpos(analysis, token, "NOUN")) return false
  const relation = relationOf(analysis, token)
  if (namesMeetingPart(analysis, token)) return true
  return (nouns.has(lemma) && relation !== "compound") || childBy(analysis, token, "cop") !== -1
}

function candidate(
  analysis: Analysis,
  trigger: number,
  sentence: Sentence,
  roles: Roles,
): Omit<Candidate, "speaker" | "predicate"> {
  const clause = clauseTokens(analysis, trigger)
  let first = clause[0] ?? trigger
  let last = (clause.at(-1) ?? trigger) + 1
  for (const token of contentTokens(analysis, trigger)) {
    if (token < first) first = token
    if (token >= last) last = token + 1
  }
  const governor = headOf(analysis, trigger)
  if (last - first < LEAST_WORDS && governor !== -1) {
    const around = clauseTokens(analysis, clauseOf(analysis, governor))
    first = Math.max(sentence.first, Math.min(first, around[0] ?? first))
    last = Math.min(sentence.last, Math.max(last, (around.at(-1) ?? 0) + 1))
  }
  while (last - 1 > trigger && hasUpos(analysis, last - 1, "PUNCT")) last--
  while (first < trigger && hasUpos(analysis, first, "PUNCT", "CCONJ")) first++
  return {
    trigger,
    sentence,
    roles,
    clause,
    evidence: { start: analysis.start[first] ?? 0, end: analysis.end[last - 1] ?? 0 },
  }
}

/** Evidence shorter than this is read in the clause around it: "the talks" says too little alone. */
const LEAST_WORDS = 5

/** Relations of the clauses that say what is said, asked or threatened. */
const CONTENT = new Set(["ccomp", "xcomp", "parataxis"])

/** Tokens of the complement clauses below a trigger: what is said, demanded, promised. */
export const contentTokens = perToken((analysis: Analysis, trigger: number): readonly number[] => {
  const found: number[] = []
  const stack = childrenOf(analysis, trigger).filter((child) => CONTENT.has(relationOf(analysis, child)))
  while (stack.length > 0) {
    const at = stack.pop()!
    found.push(at)
    stack.push(...childrenOf(analysis, at))
  }
  return found
})
