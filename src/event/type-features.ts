import type { Predicate } from "../codebook/predicates.ts"
import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { addFeature, type Features, noFeatures } from "../text/softmax.ts"
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
  describeType(analysis, candidate, relation, (name, value = 1) => addFeature(features, name, buckets, value))
  return features
}

/** The same by name: hands each feature to `add`. */
export function describeType(
  analysis: Analysis,
  candidate: Candidate,
  relation: RelationModel,
  add: Add,
): void {
  const { trigger } = candidate
  const lemma = predicateOf(analysis, trigger)
  const pos = hasUpos(analysis, trigger, "VERB") ? "V" : hasUpos(analysis, trigger, "ADJ") ? "A" : "N"
  add("bias")
  add(`p ${lemma} ${pos}`, 2)
  add(`tag ${analysis.tag[trigger]}`)
  if (isPassive(analysis, trigger)) add(`passive ${lemma}`)
  addDependents(analysis, trigger, lemma, add)
  addGovernor(analysis, trigger, lemma, add)
  addContent(analysis, candidate, lemma, add)
  addRoles(candidate, lemma, add)
  addPredicate(candidate.predicate, add)
  addRelation(analysis, candidate, relation, add)
  addMeaning(analysis, candidate, relation.vectors, add)
}

type Add = (name: string, value?: number) => void

/** The trigger's lemma with its particle: "call off", "carry out". */
export function predicateOf(analysis: Analysis, trigger: number): string {
  const particle = childBy(analysis, trigger, "compound:prt")
  return particle === -1
    ? lemmaOf(analysis, trigger)
    : `${lemmaOf(analysis, trigger)} ${lemmaOf(analysis, particle)}`
}

/** What the hand-written predicates say of the trigger. */
function addPredicate(match: Predicate | undefined, add: Add): void {
  if (match === undefined) {
    add("no predicate")
    return
  }
  add(`best ${match.type}`, PRIOR_SCALE * match.confidence)
  add(`best ${match.type} ${Math.min(match.frame.length, 2)}`)
  add(`row ${match.id}`, 0.5)
}

/** What the pair model sees between the first actor and the first recipient; more, where its act is this trigger. */
function addRelation(analysis: Analysis, candidate: Candidate, relation: RelationModel, add: Add): void {
  const { roles, trigger } = candidate
  const actor = roles.actors[0] ?? null
  const recipient = roles.recipients[0] ?? roles.located[0] ?? null
  if (actor === null && recipient === null) return
  const found = classifyRelation(analysis, actor, recipient, relation)
  if (found.type === null) return
  const here = found.trigger === trigger ? "here" : found.trigger === null ? "nowhere" : "elsewhere"
  add(`pair ${found.type} ${here}`, PRIOR_SCALE * found.probability)
  add(`act ${here}`)
  for (const [type, probability] of found.alternatives.slice(0, 2))
    if (probability > 0.1) add(`pair ${type} ${here}`, PRIOR_SCALE * probability)
}

/** The meaning of the trigger and of its object, as coordinates of their word vectors. */
function addMeaning(analysis: Analysis, candidate: Candidate, vectors: WordVectors, add: Add): void {
  addVector(analysis, candidate.trigger, "t", vectors, add)
  const object = childBy(analysis, candidate.trigger, "obj", "xcomp", "ccomp")
  if (object !== -1) addVector(analysis, object, "o", vectors, add)
}

function addVector(analysis: Analysis, token: number, name: string, vectors: WordVectors, add: Add): void {
  const row = vectors.index(lemmaOf(analysis, token))
  if (row === -1) return
  for (let at = 0; at < vectors.dimension; at++)
    add(`${name}${at}`, VECTOR_SCALE * (vectors.values[row * vectors.dimension + at] ?? 0))
}

const COMPLEMENTS = new Set(["obj", "iobj", "xcomp", "ccomp", "advcl", "obl", "nmod", "nsubj", "acl"])

function addDependents(analysis: Analysis, trigger: number, lemma: string, add: Add): void {
  for (const child of childrenOf(analysis, trigger)) {
    const relation = relationOf(analysis, child)
    const word = lemmaOf(analysis, child)
    if (relation === "aux" || relation === "cop") add(`aux ${wordOf(analysis, child).toLowerCase()}`, 0.5)
    else if (relation === "advmod" || relation === "mark" || relation === "det")
      add(`${relation} ${word}`, 0.5)
    else if (relation === "amod" || relation === "compound") {
      add(`mod ${word}`)
      add(`mod ${lemma} ${word}`)
    } else if (COMPLEMENTS.has(relation)) {
      const link = relation === "obl" || relation === "nmod" ? caseOf(analysis, child) : relation
      add(`${link} of ${lemma}`)
      add(`${link} ${word}`)
      add(`${lemma} ${link} ${word}`)
      if (relation === "obj" || relation === "xcomp" || relation === "ccomp")
        addSecond(analysis, child, link, lemma, add)
    }
  }
}

/** One step further down: "impose sanctions on", "agreed to hold talks". */
function addSecond(analysis: Analysis, child: number, link: string, lemma: string, add: Add): void {
  for (const grandchild of childrenBy(analysis, child, "obj", "nmod", "amod", "compound", "xcomp", "obl")) {
    add(`${link}> ${lemmaOf(analysis, grandchild)}`, 0.7)
    if (relationOf(analysis, grandchild) === "nmod" || relationOf(analysis, grandchild) === "obl")
      add(`${lemma} ${link} ${caseOf(analysis, grandchild)}`, 0.7)
  }
  if (link !== "obj" && !hasUpos(analysis, child, "VERB", "NOUN")) add(`${link} tag ${analysis.tag[child]}`)
  for (const auxiliary of childrenBy(analysis, child, "aux"))
    add(`${link} aux ${lemmaOf(analysis, auxiliary)}`)
}

function addGovernor(analysis: Analysis, trigger: number, lemma: string, add: Add): void {
  const governor = headOf(analysis, trigger)
  const relation = relationOf(analysis, trigger)
  add(`rel ${relation}`)
  if (governor === -1) return
  const above = lemmaOf(analysis, governor)
  add(`gov ${relation} ${above}`)
  add(`gov ${above} ${lemma}`)
}

function addContent(analysis: Analysis, candidate: Candidate, lemma: string, add: Add): void {
  const { trigger, clause } = candidate
  for (const token of clause)
    if (token !== trigger && isWord(analysis, token)) add(`w ${lemmaOf(analysis, token)}`, 0.4)
  const content = contentTokens(analysis, trigger).slice(0, CONTENT_WORDS)
  for (const token of content) {
    if (!isWord(analysis, token)) continue
    add(`c ${lemmaOf(analysis, token)}`, 0.4)
    if (hasUpos(analysis, token, "AUX")) add(`${lemma} c ${lemmaOf(analysis, token)}`, 0.4)
  }
}

const isWord = (analysis: Analysis, token: number): boolean =>
  hasUpos(analysis, token, "VERB", "NOUN", "ADJ", "ADV", "AUX", "PART", "SCONJ")

function addRoles(candidate: Candidate, lemma: string, add: Add): void {
  const { actors, recipients, located, actorPath, recipientPath, reciprocal } = candidate.roles
  add(`actor path ${actorPath}`)
  add(`recipient path ${recipientPath}`)
  add(`paths ${actorPath} ${recipientPath}`)
  if (reciprocal) add("reciprocal")
  if (located.length > 0) add("located")
  for (const actor of actors.slice(0, 2)) addParty("actor", actor, lemma, add)
  for (const recipient of recipients.slice(0, 2)) addParty("recipient", recipient, lemma, add)
  const home = actors[0]?.actor?.country
  const abroad = recipients[0]?.actor?.country
  if (home != null && abroad != null) add(home === abroad ? "same country" : "two countries")
}

function addParty(side: string, mention: Mention, lemma: string, add: Add): void {
  add(`${side} type ${mention.type}${mention.anaphor ? " anaphor" : ""}`)
  add(`${side} sector ${mention.actor?.sector}`)
  add(`${side} kind ${mention.actor?.kind}`)
  add(`${lemma} ${side} ${mention.actor?.sector}`, 0.5)
}
