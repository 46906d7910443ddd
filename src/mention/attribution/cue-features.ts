import { UPOS } from "../../text/analysis.ts"
import type { WordVectors } from "../../text/vectors.ts"
import type { Facts } from "./facts.ts"
import { type FeatureList, vectorIndices } from "./features.ts"

const NOUN = UPOS.indexOf("NOUN")
const CANDIDATES = new Set(["VERB", "NOUN", "ADJ"].map((name) => (UPOS as readonly string[]).indexOf(name)))
const SUBJECTS = new Set(["nsubj", "nsubj:pass", "csubj", "nsubj:outer"])
const CLAUSES = new Set(["ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"])
const HIGHEST_CLIMB = 3
const NOTHING = 0
const LEMMA_DIMENSIONS = 200
const SUBJECT_DIMENSIONS = 201
/** Vectors have unit length; their cells are scaled to weigh about as much as the other features. */
const VECTOR_WEIGHT = 4

/** True where the token can carry a cue at all: a verb, a noun, an adjective, "according", a colon. */
export function mayBeCue({ analysis }: Facts, token: number): boolean {
  if (CANDIDATES.has(analysis.upos[token]!)) return true
  const lemma = analysis.lemma[token]
  return lemma === ":" || lemma === "according" || lemma === "accord"
}

/** Writes what speaks for and against the token being the head of a cue. */
export function writeCueFeatures(
  features: FeatureList,
  facts: Facts,
  token: number,
  vectors: WordVectors,
): void {
  const { analysis, lemma, tag, relation } = facts
  const upos = analysis.upos[token]!
  const word = lemma[token]!
  const head = analysis.head[token]!
  const headLemma = head === -1 ? NOTHING : lemma[head]!
  const headRelation = head === -1 ? NOTHING : relation[head]!
  features.clear()
  features.add(0, NOTHING)
  features.add(1, word)
  features.add(2, word, tag[token]!)
  features.add(3, word, relation[token]!)
  features.add(4, tag[token]!, relation[token]!)
  features.add(5, headLemma, relation[token]!)
  features.add(6, word, headLemma)
  features.add(7, headRelation, relation[token]!, upos)
  writeNeighbours(features, facts, token)
  writeDependents(features, facts, token)
  writeQuotation(features, facts, token)
  writeVector(features, facts, token, vectors, LEMMA_DIMENSIONS, upos)
  const subject = subjectOf(facts, token)
  if (subject !== -1) {
    features.add(30, lemma[subject]!, upos)
    features.add(31, analysis.upos[subject]!, tag[token]!)
    writeVector(features, facts, subject, vectors, SUBJECT_DIMENSIONS, upos)
  } else features.add(32, word, tag[token]!)
}

function writeNeighbours(features: FeatureList, { analysis, lemma, tag }: Facts, token: number): void {
  const word = lemma[token]!
  const at = (values: Int32Array, index: number) =>
    index >= 0 && index < analysis.count ? values[index]! : NOTHING
  features.add(8, at(lemma, token - 1), tag[token]!)
  features.add(9, at(lemma, token + 1), tag[token]!)
  features.add(10, word, at(lemma, token + 1))
  features.add(11, word, at(lemma, token - 1))
  features.add(12, at(tag, token - 1), tag[token]!, at(tag, token + 1))
  features.add(13, at(tag, token + 1), at(tag, token + 2), tag[token]!)
  features.add(14, at(tag, token - 2), at(tag, token - 1), tag[token]!)
  features.add(15, word, at(tag, token + 1), at(tag, token + 2))
  features.add(16, word, at(tag, token - 1))
  features.add(33, at(lemma, token + 1), at(lemma, token + 2), tag[token]!)
}

function writeDependents(features: FeatureList, facts: Facts, token: number): void {
  const { analysis, lemma, tag, relation } = facts
  const word = lemma[token]!
  let frame = 0
  for (let child = analysis.firstChild[token]!; child !== -1; child = analysis.nextSibling[child]!) {
    features.add(17, relation[child]!, tag[token]!)
    features.add(18, word, relation[child]!)
    features.add(19, relation[child]!, lemma[child]!, analysis.upos[token]!)
    features.add(20, relation[child]!, analysis.upos[child]!, tag[token]!)
    if (CLAUSES.has(analysis.deprel[child]!)) {
      frame |= child < token ? 1 : 2
      writeMarker(features, facts, token, child)
    } else if (analysis.deprel[child] === "obj") frame |= 4
    else if (SUBJECTS.has(analysis.deprel[child]!)) frame |= child < token ? 8 : 16
    else if (analysis.deprel[child] === "obl" || analysis.deprel[child] === "nmod") frame |= 32
  }
  features.add(21, frame, analysis.upos[token]!)
  features.add(22, frame, tag[token]!, relation[token]!)
  features.add(34, frame, word)
}

/** How the clause below the cue begins: "that", "to", "whether". */
function writeMarker(
  features: FeatureList,
  { analysis, lemma, relation, tag }: Facts,
  token: number,
  clause: number,
): void {
  let marker = NOTHING
  for (let child = analysis.firstChild[clause]!; child !== -1; child = analysis.nextSibling[child]!)
    if (analysis.deprel[child] === "mark") marker = lemma[child]!
  features.add(23, relation[clause]!, marker, tag[token]!)
  features.add(24, relation[clause]!, marker, lemma[token]!)
}

function writeQuotation(features: FeatureList, facts: Facts, token: number): void {
  const { analysis, quotations, lemma, tag } = facts
  const { first, last } = analysis.sentences[analysis.sentence[token]!]!
  const inside = quotations.at[token] !== -1 ? 1 : 0
  let nearest = 0
  for (let away = 1; away <= 6; away += 1) {
    if (token + away < last && quotations.at[token + away]! !== quotations.at[token]!) nearest ||= away * 2
    if (token - away >= first && quotations.at[token - away]! !== quotations.at[token]!)
      nearest ||= away * 2 + 1
  }
  const edge = (quotations.at[first] !== -1 ? 1 : 0) + (quotations.at[last - 1] !== -1 ? 2 : 0)
  features.add(25, inside, nearest, analysis.upos[token]!)
  features.add(26, lemma[token]!, inside, nearest === 0 ? 0 : 1)
  features.add(27, tag[token]!, nearest, edge)
  features.add(28, Math.min(token - first, 4), Math.min(last - token, 4), tag[token]!)
}

/** The subject of the token, or of the clause that it continues. */
function subjectOf({ analysis }: Facts, token: number): number {
  let at = token
  for (let climb = 0; climb < HIGHEST_CLIMB && at !== -1; climb += 1) {
    for (let child = analysis.firstChild[at]!; child !== -1; child = analysis.nextSibling[child]!)
      if (SUBJECTS.has(analysis.deprel[child]!)) return child
    const relation = analysis.deprel[at]!
    if (relation !== "xcomp" && relation !== "conj" && relation !== "advcl") return -1
    at = analysis.head[at]!
  }
  return -1
}

/** Writes the cells of the vector of the token's lemma; `upos` tells nouns, which have weights of their own, from the rest. */
export function writeVector(
  features: FeatureList,
  { analysis, lemma, vectorRows }: Facts,
  token: number,
  { index, values, dimension }: WordVectors,
  template: number,
  upos: number,
): void {
  let row = vectorRows.get(lemma[token]!)
  if (row === undefined) {
    row = index(analysis.lemma[token]!)
    vectorRows.set(lemma[token]!, row)
  }
  if (row === -1) return
  const kind = upos === NOUN ? 1 : 0
  features.addCells(rowsOf(template * 2 + kind, dimension), values, row * dimension, VECTOR_WEIGHT)
}

const knownRows = new Map<number, Int32Array>()

/** The indices of a template's cells; the same for each call, so worked out once. */
function rowsOf(template: number, dimension: number): Int32Array {
  let rows = knownRows.get(template)
  if (rows === undefined) {
    rows = vectorIndices(template, 0, dimension)
    knownRows.set(template, rows)
  }
  return rows
}
