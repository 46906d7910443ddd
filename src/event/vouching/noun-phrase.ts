import type { TokenRange } from "../../mention/attribution/scene.ts"
import type { Analysis } from "../../text/analysis.ts"
import { UPOS } from "../../text/analysis.ts"

export const NOUN = UPOS.indexOf("NOUN")
export const PROPER = UPOS.indexOf("PROPN")
export const PRONOUN = UPOS.indexOf("PRON")
const NOMINALS = new Set([NOUN, PRONOUN, PROPER, UPOS.indexOf("NUM")])
/** True for nouns, names, pronouns and numbers. */
export const isNominal = ({ upos }: Analysis, token: number): boolean => NOMINALS.has(upos[token]!)

export const textOf = ({ text, start, end }: Analysis, { first, last }: TokenRange): string =>
  text.slice(start[first]!, end[last - 1]!)

const BEFORE = new Set(["compound", "amod", "nummod", "flat", "nmod:poss", "nmod:desc", "case", "goeswith"])
const DETERMINER = UPOS.indexOf("DET")
const FARTHEST_WORD = 12

/** A phrase from its first word on that is no article. */
export function withoutArticle({ upos }: Analysis, { first, last }: TokenRange): TokenRange {
  let begin = first
  while (begin < last - 1 && upos[begin] === DETERMINER) begin += 1
  return { first: begin, last }
}

/** The head with its modifiers before it and the nominals that a preposition ties to it ("at the Ministry of Defence"). */
export function phraseOf(analysis: Analysis, words: TokenRange, head: number): TokenRange {
  const { deprel } = analysis
  let first = head
  while (first > words.first && BEFORE.has(deprel[first - 1]!) && hangsFrom(analysis, first - 1, head))
    first -= 1
  let last = head + 1
  while (last < words.last && last < head + FARTHEST_WORD && belongs(analysis, last, head)) last += 1
  while (last > head + 1 && !isNominal(analysis, last - 1)) last -= 1
  return { first: withoutArticle(analysis, { first, last: head + 1 }).first, last }
}

/** True for what follows the head within "flat" or "nmod": not for clauses, appositions and conjuncts. */
function belongs({ head: heads, deprel }: Analysis, token: number, head: number): boolean {
  let at = token
  for (let steps = 0; steps < FARTHEST_WORD && at !== -1; steps += 1) {
    if (at === head) return true
    const relation = deprel[at]!
    if (!AFTER.has(relation.split(":")[0]!)) return false
    at = heads[at]!
  }
  return false
}
const AFTER = new Set(["flat", "nmod", "case", "det", "amod", "compound", "nummod"])

function hangsFrom({ head: heads }: Analysis, token: number, head: number): boolean {
  let at = token
  for (let steps = 0; steps < FARTHEST_WORD && at !== -1; steps += 1) {
    if (at === head) return true
    at = heads[at]!
  }
  return false
}

/** The last phrase before a bare noun that has the same noun and says more of it. */
export function introduction(analysis: Analysis, head: number): TokenRange | undefined {
  const lemma = analysis.lemma[head]!
  for (let token = head - 1; token >= 0; token -= 1) {
    if (analysis.lemma[token] !== lemma || analysis.upos[token] !== NOUN) continue
    const { first, last } = analysis.sentences[analysis.sentence[token]!]!
    const phrase = phraseOf(analysis, { first, last }, token)
    if (phrase.last - phrase.first > 1) return phrase
  }
  return undefined
}
