import type { EventType } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { addFeature, type Features, noFeatures } from "../text/softmax.ts"
import type { Candidate } from "./candidates.ts"
import type { StatusReading } from "./status.ts"
import { childrenBy, childrenOf, firstConjunct, headOf, lemmaOf, relationOf, wordOf } from "./syntax.ts"

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
  describeStatus(analysis, candidate, type, rules, (name, value = 1) =>
    addFeature(features, name, buckets, value),
  )
  return features
}

/** The same by name: hands each feature to `add`. */
export function describeStatus(
  analysis: Analysis,
  candidate: Candidate,
  type: EventType,
  rules: StatusReading,
  add: (name: string, value?: number) => void,
): void {
  const { trigger, sentence } = candidate
  const lemma = lemmaOf(analysis, trigger)
  const family = SPEECH.has(type) ? "speech" : "deed"
  add("bias")
  add(`rules ${rules.status}`, 2)
  add(`rules ${rules.status} ${family}`, 2)
  add(`rules ${rules.status} ${type}`, 2)
  add(`why ${rules.reason}`)
  add(`why ${rules.reason} ${family}`)
  add(`type ${type}`)
  add(`p ${lemma}`)
  add(`p ${lemma} ${analysis.tag[trigger]}`)
  add(`tag ${analysis.tag[trigger]} ${family}`)
  add(`tense ${analysis.tag[firstConjunct(analysis, trigger)]}`)
  for (const child of childrenOf(analysis, trigger)) {
    const relation = relationOf(analysis, child)
    if (
      relation === "aux" ||
      relation === "advmod" ||
      relation === "mark" ||
      relation === "amod" ||
      relation === "det"
    )
      add(`${relation} ${wordOf(analysis, child).toLowerCase()} ${family}`)
  }
  addAbove(analysis, trigger, family, add)
  if (sentence.index === 0) add("first sentence")
}

function addAbove(analysis: Analysis, trigger: number, family: string, add: (name: string) => void): void {
  let below = trigger
  for (let step = 0; step < CLIMB; step++) {
    const above = headOf(analysis, below)
    if (above === -1) return
    const relation = relationOf(analysis, below)
    add(`above ${step} ${relation} ${lemmaOf(analysis, above)}`)
    add(`above ${step} ${relation} ${family}`)
    for (const auxiliary of childrenBy(analysis, above, "aux"))
      add(`above ${step} aux ${wordOf(analysis, auxiliary).toLowerCase()}`)
    below = above
  }
}
