import type { EventType } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type AddFeature, type Features, hashingInto, noFeatures } from "../text/softmax.ts"
import type { Candidate } from "./candidates.ts"
import type { StatusReading } from "./status.ts"
import {
  childrenBy,
  childrenOf,
  firstConjunct,
  headOf,
  lemmaOf,
  relationOf,
  tagOf,
  wordOf,
} from "./syntax.ts"

/** How far up the tree the words above a trigger are read. */
const CLIMB = 3
/** Categories that are acts of speech: what they are about has another status than they. */
const SPEECH = new Set<EventType>(["ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"])

/** True for categories that are done by speaking. */
export const isActOfSpeech = (type: EventType): boolean => SPEECH.has(type)

/** What tells the status of an event: the rules' reading, its category, tense, auxiliaries and the words above it. */
export function statusFeatures(
  analysis: Analysis,
  candidate: Candidate,
  type: EventType,
  rules: StatusReading,
  buckets: number,
): Features {
  const features = noFeatures()
  describeStatus(analysis, candidate, type, rules, hashingInto(features, buckets))
  return features
}

/** The same by name: hands each feature to `add`. */
export function describeStatus(
  analysis: Analysis,
  candidate: Candidate,
  type: EventType,
  rules: StatusReading,
  add: AddFeature,
): void {
  const { trigger, sentence } = candidate
  const lemma = lemmaOf(analysis, trigger)
  const family = SPEECH.has(type) ? "speech" : "deed"
  add("bias")
  add("rules", 2, rules.status)
  add("rules", 2, rules.status, family)
  add("rules", 2, rules.status, type)
  add("why", 1, rules.reason)
  add("why", 1, rules.reason, family)
  add("type", 1, type)
  add("p", 1, lemma)
  add("p", 1, lemma, tagOf(analysis, trigger))
  add("tag", 1, tagOf(analysis, trigger), family)
  add("tense", 1, tagOf(analysis, firstConjunct(analysis, trigger)))
  for (const child of childrenOf(analysis, trigger)) {
    const relation = relationOf(analysis, child)
    if (
      relation === "aux" ||
      relation === "advmod" ||
      relation === "mark" ||
      relation === "amod" ||
      relation === "det"
    )
      add(relation, 1, wordOf(analysis, child).toLowerCase(), family)
  }
  addAbove(analysis, trigger, family, add)
  if (sentence.index === 0) add("first sentence")
}

function addAbove(analysis: Analysis, trigger: number, family: string, add: AddFeature): void {
  let below = trigger
  for (let step = 0; step < CLIMB; step++) {
    const above = headOf(analysis, below)
    if (above === -1) return
    const relation = relationOf(analysis, below)
    add("above", 1, step, relation, lemmaOf(analysis, above))
    add("above", 1, step, relation, family)
    for (const auxiliary of childrenBy(analysis, above, "aux"))
      add("above", 1, step, "aux", wordOf(analysis, auxiliary).toLowerCase())
    below = above
  }
}
