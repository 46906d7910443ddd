import { type Analysis, UPOS } from "../../text/analysis.ts"
import { perToken } from "../../text/per-analysis.ts"

const NOUN = UPOS.indexOf("NOUN")
const PROPN = UPOS.indexOf("PROPN")
const VERB = UPOS.indexOf("VERB")
const AUX = UPOS.indexOf("AUX")
const ADJ = UPOS.indexOf("ADJ")
const ADV = UPOS.indexOf("ADV")
const DET = UPOS.indexOf("DET")
const PUNCT = UPOS.indexOf("PUNCT")

export const isVerb = (a: Analysis, token: number): boolean => a.upos[token] === VERB
export const isNoun = (a: Analysis, token: number): boolean => a.upos[token] === NOUN
export const isName = (a: Analysis, token: number): boolean => a.upos[token] === PROPN
export const isAdjective = (a: Analysis, token: number): boolean => a.upos[token] === ADJ
/** A word that can carry what happens: verb, noun or adjective. */
export const isContent = (a: Analysis, token: number): boolean =>
  isVerb(a, token) || isNoun(a, token) || isAdjective(a, token)

/** Adverbs that change what happens; the others are left out. */
const TELLING_ADVERBS = new Set([
  "not",
  "never",
  "no",
  "back",
  "off",
  "out",
  "up",
  "down",
  "away",
  "n't",
  "longer",
  "together",
  "jointly",
])
const CALENDAR = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow week month year day weekend evening morning night afternoon".split(
    " ",
  ),
)
export const NUMBER = "#"
export const NAME = "N*"
const DIGIT = /\d/

/** The lemma in lower case. */
export const lowerLemma = perToken((a: Analysis, token: number) => (a.lemma[token] ?? "").toLowerCase())

/** The lemma in lower case, NUMBER for figures, NAME for proper names outside the calendar. */
export const wordOf = perToken((a: Analysis, token: number): string => {
  const lemma = lowerLemma(a, token)
  if (a.tag[token] === "CD" || DIGIT.test(lemma)) return NUMBER
  if (isName(a, token)) return CALENDAR.has(lemma) ? "date*" : NAME
  return lemma
})

/** True for the words that a sequence leaves out: punctuation, determiners, most adverbs, dates, auxiliaries of tense. */
export const isFiller = perToken((a: Analysis, token: number): boolean => {
  const upos = a.upos[token]
  if (upos === PUNCT || upos === DET) return (a.lemma[token] ?? "") !== "no"
  const lemma = lowerLemma(a, token)
  if (upos === ADV) return !TELLING_ADVERBS.has(lemma)
  if (CALENDAR.has(lemma)) return true
  return upos === AUX && (lemma === "have" || lemma === "be")
})
