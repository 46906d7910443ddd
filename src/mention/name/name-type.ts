import { addFeature, type Features, noFeatures, predict, type SoftmaxModel } from "../../text/softmax.ts"
import { type Chunk, formOf } from "../actor/chunks.ts"
import type { Finding } from "../actor/items.ts"
import { locateName } from "../actor/locate-name.ts"
import { normaliseWord } from "./normalise.ts"

/** What a proper name names, as the model's classes are called. */
export const NAME_TYPES = ["person", "organisation", "place", "other"] as const
export type NameType = (typeof NAME_TYPES)[number]

/** Size of the hashed feature space. */
export const NAME_BUCKETS = 1 << 15
const POPULATION_STEP = 3
const NEAR_LABELS = ["n1", "n2"] as const

/** Classifies a proper name that the lexicon does not know, by its words and what stands around it. */
export function classifyName(finding: Finding, model: SoftmaxModel, span: Chunk): NameType {
  const probabilities = predict(model, nameFeatures(finding, span))
  let best = 0
  for (let at = 1; at < probabilities.length; at += 1)
    if (probabilities[at]! > probabilities[best]!) best = at
  return model.classes[best] as NameType
}

/** The features of a name: its words, its place in the gazetteer, its neighbours, its syntax. */
export function nameFeatures(finding: Finding, span: Chunk): Features {
  const features = noFeatures()
  const put = (name: string): void => addFeature(features, name, NAME_BUCKETS)
  put("bias")
  wordFeatures(finding, span, put)
  neighbourFeatures(finding, span, put)
  syntaxFeatures(finding, span, put)
  return features
}

type Put = (name: string) => void

function wordFeatures({ analysis, lexicon, focus }: Finding, { first, last }: Chunk, put: Put): void {
  const forms: string[] = []
  for (let token = first; token < last; token += 1) forms.push(formOf(analysis, token))
  const words = forms.map(normaliseWord)
  const final = words.at(-1) ?? ""
  const initial = words[0] ?? ""
  const { givenNames, familyNames } = lexicon.people
  put(`n=${Math.min(4, words.length)}`)
  for (const word of words) put(`w=${word}`)
  put(`last=${final}`)
  put(`first=${initial}`)
  put(`end3=${final.slice(-3)}`)
  put(`end2=${final.slice(-2)}`)
  put(`shape=${shapeOf(forms.at(-1) ?? "")}${Math.min(3, words.length)}`)
  put(`given=${givenNames.has(initial)}${Math.min(3, words.length)}`)
  put(`family=${familyNames.has(final)}${givenNames.has(initial)}`)
  put(`kind=${lexicon.nameWords.get(final)?.kind ?? ""}`)
  const place = locateName(forms.join(" "), lexicon.gazetteer, focus)
  put(
    place === undefined
      ? "nowhere"
      : `pop=${Math.floor(place.logPopulation / POPULATION_STEP)}${place.feature.slice(0, 3)}`,
  )
}

const ALL_CAPITALS = /^[\p{Lu}\p{N}.&]+$/u

function shapeOf(form: string): string {
  if (ALL_CAPITALS.test(form)) return form.includes(".") ? "A.B" : "ABC"
  if (/\d/.test(form)) return "Ab1"
  return /\p{Ll}\p{Lu}/u.test(form) ? "AbC" : "Ab"
}

function neighbourFeatures({ analysis, cover, matches }: Finding, { first, last }: Chunk, put: Put): void {
  const sentence = analysis.sentences[analysis.sentence[first]!]!
  const wordAt = (token: number): string =>
    token < sentence.first || token >= sentence.last ? "^" : formOf(analysis, token).toLowerCase()
  put(`p1=${wordAt(first - 1)}`)
  put(`p2=${wordAt(first - 2)} ${wordAt(first - 1)}`)
  for (const [at, label] of NEAR_LABELS.entries()) put(`${label}=${wordAt(last + at)}`)
  put(`around=${wordAt(first - 1)} ${wordAt(last)}`)
  if (first > sentence.first) put(`ptag=${analysis.tag[first - 1]}`)
  if (last < sentence.last) put(`ntag=${analysis.tag[last]}`)
  const before = first > sentence.first ? cover[first - 1]! : -1
  if (before >= 0) for (const { kind } of matches[before]!.entries) put(`pkind=${kind}`)
  const after = last < sentence.last ? cover[last]! : -1
  if (after >= 0) for (const { kind } of matches[after]!.entries) put(`nkind=${kind}`)
}

function syntaxFeatures({ analysis }: Finding, { first, last }: Chunk, put: Put): void {
  let top = last - 1
  for (let token = first; token < last; token += 1) {
    const above = analysis.head[token]!
    if (above < first || above >= last) {
      top = token
      break
    }
  }
  const head = analysis.head[top]!
  const relation = analysis.deprel[top] ?? ""
  put(`rel=${relation}`)
  put(`head=${head < 0 ? "root" : analysis.lemma[head]}`)
  put(`rel head=${relation} ${head < 0 ? "root" : analysis.lemma[head]}`)
  for (let child = analysis.firstChild[top]!; child >= 0; child = analysis.nextSibling[child]!) {
    if (child >= first && child < last) continue
    put(`child=${analysis.deprel[child]} ${analysis.lemma[child]?.toLowerCase()}`)
  }
}
