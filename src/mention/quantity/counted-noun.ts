import { type Analysis, UPOS } from "../../text/analysis.ts"
import { headOf, lemmaOf, relationOf, tagOf } from "./syntax.ts"

const NOUN = UPOS.indexOf("NOUN")
const PROPN = UPOS.indexOf("PROPN")
/** Plurals that are persons by another name, and what the record calls them. */
const PERSONS = new Set(["people", "person", "individual", "other"])

/** Index of the noun that a number counts, the number's own token where it stands alone, -1 where it names rather than counts. */
export function countedNoun(analysis: Analysis, number: number): number {
  if (!relationOf(analysis, number).startsWith("nummod"))
    return tagOf(analysis, number + 1) === "NNS" ? wholeNoun(analysis, number + 1) : number
  const head = headOf(analysis, number)
  if (head < 0) return number
  if (head > number) return wholeNoun(analysis, head)
  return tagOf(analysis, head).startsWith("NN") ? -1 : number
}

/** "7,000 African Union peacekeepers", "two surface-to-air missiles": the noun that the counted words compound with. */
function wholeNoun(analysis: Analysis, noun: number): number {
  let whole = noun
  while (relationOf(analysis, whole) === "compound" && headOf(analysis, whole) > whole)
    whole = headOf(analysis, whole)
  return whole
}

/** The unit's name for the record: lower case, singular, "person" for people. */
export function unitNoun(analysis: Analysis, noun: number): string | null {
  const upos = analysis.upos[noun]
  if (lemmaOf(analysis, noun) === "strong") return "person"
  if (upos !== NOUN && upos !== PROPN && !tagOf(analysis, noun).startsWith("NN")) return null
  const lemma = lemmaOf(analysis, noun).toLowerCase()
  if (PERSONS.has(lemma)) return "person"
  return lemma.endsWith("s") && tagOf(analysis, noun) === "NNS" && lemma.length > 3 && !lemma.endsWith("ss")
    ? lemma.slice(0, -1)
    : lemma
}
