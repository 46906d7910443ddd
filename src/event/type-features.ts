import type { Predicate } from "../codebook/predicates.ts"
import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { perToken } from "../text/per-analysis.ts"
import { type AddFeature, type Features, hashingInto, noFeatures } from "../text/softmax.ts"
import type { WordVectors } from "../text/vectors.ts"
import { type Candidate, contentTokens } from "./candidates.ts"
import { classifyRelation, type RelationModel } from "./relation-classifier.ts"
import {
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  hasUpos,
  headOf,
  isPassive,
  lemmaOf,
  relationOf,
  tagOf,
  wordOf,
} from "./syntax.ts"

/** Brings the coordinates of a word vector to the size of the indicators beside them. */
const VECTOR_SCALE = 1
/** What is known before any article is read, predicates and the pair model, counts for more than single words. */
const PRIOR_SCALE = 5
/** Longest stretch of a complement whose words are read, in tokens. */
const CONTENT_WORDS = 40

/** The words and syntax around a trigger from which the type is learned, and what the model of pairs makes of it, hashed. */
export function typeFeatures(
  analysis: Analysis,
  candidate: Candidate,
  relation: RelationModel,
  buckets: number,
): Features {
  const features = noFeatures()
  describeType(analysis, candidate, relation, hashingInto(features, buckets))
  return features
}

/** The same by name: hands each feature to `add`. */
export function describeType(
  analysis: Analysis,
  candidate: Candidate,
  relation: RelationModel,
  add: AddFeature,
): void {
  const { trigger } = candidate
  const lemma = predicateOf(analysis, trigger)
  const pos = hasUpos(analysis, trigger, "VERB") ? "V" : hasUpos(analysis, trigger, "ADJ") ? "A" : "N"
  add("bias")
  add("p", 2, lemma, pos)
  add("tag", 1, tagOf(analysis, trigger))
  if (isPassive(analysis, trigger)) add("passive", 1, lemma)
  addDependents(analysis, trigger, lemma, add)
  addGovernor(analysis, trigger, lemma, add)
  addContent(analysis, candidate, lemma, add)
  addRoles(candidate, lemma, add)
  addPredicate(candidate.predicate, add)
  addRelation(analysis, candidate, relation, add)
  addMeaning(analysis, candidate, relation.vectors, add)
}

/** The trigger's lemma with its particle: "call off", "carry out". */
export const predicateOf = perToken((analysis: Analysis, trigger: number): string => {
  const particle = childBy(analysis, trigger, "compound:prt")
  return particle === -1
    ? lemmaOf(analysis, trigger)
    : `${lemmaOf(analysis, trigger)} ${lemmaOf(analysis, particle)}`
})

/** What the hand-written predicates say of the trigger. */
function addPredicate(match: Predicate | undefined, add: AddFeature): void {
  if (match === undefined) {
    add("no predicate")
    return
  }
  add("best", PRIOR_SCALE * match.confidence, match.type)
  add("best", 1, match.type, Math.min(match.frame.length, 2))
  add("row", 0.5, match.id)
}

/** What the pair model sees between the first actor and the first recipient; more, where its act is this trigger. */
function addRelation(
  analysis: Analysis,
  candidate: Candidate,
  relation: RelationModel,
  add: AddFeature,
): void {
  const { roles, trigger } = candidate
  const actor = roles.actors[0] ?? null
  const recipient = roles.recipients[0] ?? roles.located[0] ?? null
  if (actor === null && recipient === null) return
  const found = classifyRelation(analysis, actor, recipient, relation)
  if (found.type === null) return
  const here = found.trigger === trigger ? "here" : found.trigger === null ? "nowhere" : "elsewhere"
  add("pair", PRIOR_SCALE * found.probability, found.type, here)
  add("act", 1, here)
  for (const [type, probability] of found.alternatives.slice(0, 2))
    if (probability > 0.1) add("pair", PRIOR_SCALE * probability, type, here)
}

/** The meaning of the trigger and of its object, as coordinates of their word vectors. */
function addMeaning(analysis: Analysis, candidate: Candidate, vectors: WordVectors, add: AddFeature): void {
  addVector(analysis, candidate.trigger, "t", vectors, add)
  const object = childBy(analysis, candidate.trigger, "obj", "xcomp", "ccomp")
  if (object !== -1) addVector(analysis, object, "o", vectors, add)
}

const COORDINATES = new Map<string, readonly string[]>()

/** "t0", "t1" …: made once. */
function coordinates(name: string, dimension: number): readonly string[] {
  let names = COORDINATES.get(name)
  if (names === undefined || names.length !== dimension) {
    names = Array.from({ length: dimension }, (_, at) => `${name}${at}`)
    COORDINATES.set(name, names)
  }
  return names
}

function addVector(
  analysis: Analysis,
  token: number,
  name: string,
  vectors: WordVectors,
  add: AddFeature,
): void {
  const row = vectors.index(lemmaOf(analysis, token))
  if (row === -1) return
  const { dimension, values } = vectors
  const names = coordinates(name, dimension)
  for (let at = 0; at < dimension; at++) add(names[at]!, VECTOR_SCALE * values[row * dimension + at]!)
}

const COMPLEMENTS = new Set(["obj", "iobj", "xcomp", "ccomp", "advcl", "obl", "nmod", "nsubj", "acl"])

function addDependents(analysis: Analysis, trigger: number, lemma: string, add: AddFeature): void {
  for (const child of childrenOf(analysis, trigger)) {
    const relation = relationOf(analysis, child)
    const word = lemmaOf(analysis, child)
    if (relation === "aux" || relation === "cop") add("aux", 0.5, wordOf(analysis, child).toLowerCase())
    else if (relation === "advmod" || relation === "mark" || relation === "det") add(relation, 0.5, word)
    else if (relation === "amod" || relation === "compound") {
      add("mod", 1, word)
      add("mod", 1, lemma, word)
    } else if (COMPLEMENTS.has(relation)) {
      const link = relation === "obl" || relation === "nmod" ? caseOf(analysis, child) : relation
      add(link, 1, "of", lemma)
      add(link, 1, word)
      add(lemma, 1, link, word)
      if (relation === "obj" || relation === "xcomp" || relation === "ccomp")
        addSecond(analysis, child, link, lemma, add)
    }
  }
}

/** One step further down: "impose sanctions on", "agreed to hold talks". */
function addSecond(analysis: Analysis, child: number, link: string, lemma: string, add: AddFeature): void {
  for (const grandchild of childrenBy(analysis, child, "obj", "nmod", "amod", "compound", "xcomp", "obl")) {
    add(`${link}>`, 0.7, lemmaOf(analysis, grandchild))
    if (relationOf(analysis, grandchild) === "nmod" || relationOf(analysis, grandchild) === "obl")
      add(lemma, 0.7, link, caseOf(analysis, grandchild))
  }
  if (link !== "obj" && !hasUpos(analysis, child, "VERB", "NOUN")) add(link, 1, "tag", tagOf(analysis, child))
  for (const auxiliary of childrenBy(analysis, child, "aux"))
    add(link, 1, "aux", lemmaOf(analysis, auxiliary))
}

function addGovernor(analysis: Analysis, trigger: number, lemma: string, add: AddFeature): void {
  const governor = headOf(analysis, trigger)
  const relation = relationOf(analysis, trigger)
  add("rel", 1, relation)
  if (governor === -1) return
  const above = lemmaOf(analysis, governor)
  add("gov", 1, relation, above)
  add("gov", 1, above, lemma)
}

function addContent(analysis: Analysis, candidate: Candidate, lemma: string, add: AddFeature): void {
  const { trigger, clause } = candidate
  for (const token of clause)
    if (token !== trigger && isWord(analysis, token)) add("w", 0.4, lemmaOf(analysis, token))
  const content = contentTokens(analysis, trigger).slice(0, CONTENT_WORDS)
  for (const token of content) {
    if (!isWord(analysis, token)) continue
    add("c", 0.4, lemmaOf(analysis, token))
    if (hasUpos(analysis, token, "AUX")) add(lemma, 0.4, "c", lemmaOf(analysis, token))
  }
}

const isWord = (analysis: Analysis, token: number): boolean =>
  hasUpos(analysis, token, "VERB", "NOUN", "ADJ", "ADV", "AUX", "PART", "SCONJ")

function addRoles(candidate: Candidate, lemma: string, add: AddFeature): void {
  const { actors, recipients, located, actorPath, recipientPath, reciprocal } = candidate.roles
  add("actor path", 1, actorPath)
  add("recipient path", 1, recipientPath)
  add("paths", 1, actorPath, recipientPath)
  if (reciprocal) add("reciprocal")
  if (located.length > 0) add("located")
  for (const actor of actors.slice(0, 2)) addParty("actor", actor, lemma, add)
  for (const recipient of recipients.slice(0, 2)) addParty("recipient", recipient, lemma, add)
  const home = actors[0]?.actor?.country
  const abroad = recipients[0]?.actor?.country
  if (home != null && abroad != null) add(home === abroad ? "same country" : "two countries")
}

function addParty(side: string, mention: Mention, lemma: string, add: AddFeature): void {
  add(side, 1, "type", `${mention.type}${mention.anaphor ? " anaphor" : ""}`)
  add(side, 1, "sector", String(mention.actor?.sector))
  add(side, 1, "kind", String(mention.actor?.kind))
  add(lemma, 0.5, side, String(mention.actor?.sector))
}
