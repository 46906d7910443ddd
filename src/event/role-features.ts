import type { EventType, Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type AddFeature, type Features, hashingInto, noFeatures } from "../text/softmax.ts"
import type { Candidate } from "./candidates.ts"
import { sameEntity } from "./mention-index.ts"
import { caseOf, hasUpos, headOf, isPassive, lemmaOf, pathToRoot, relationOf } from "./syntax.ts"
import { predicateOf } from "./type-features.ts"

/** What the rules of syntax made of a mention, as the role model sees it. */
export type SyntacticRole = "actor" | "recipient" | "located" | "none"

export function syntacticRole({ roles }: Candidate, mention: Mention): SyntacticRole {
  const holds = (mentions: readonly Mention[]) => mentions.some((other) => sameEntity(other, mention))
  if (holds(roles.actors)) return "actor"
  if (holds(roles.recipients)) return "recipient"
  return holds(roles.located) ? "located" : "none"
}

/** Longest tree path that is spelt out, in steps. */
const LONGEST_PATH = 7
const DISTANCES = [2, 4, 8, 16, 32]

/** What tells whether a mention is the actor or the recipient of the event at a trigger. */
export function roleFeatures(
  analysis: Analysis,
  candidate: Candidate,
  type: EventType,
  mention: Mention,
  buckets: number,
): Features {
  const features = noFeatures()
  const add = hashingInto(features, buckets)
  const { trigger, roles, speaker } = candidate
  const role = syntacticRole(candidate, mention)
  const lemma = predicateOf(analysis, trigger)
  const voice = isPassive(analysis, trigger)
    ? "passive"
    : hasUpos(analysis, trigger, "VERB")
      ? "active"
      : "noun"
  const path = pathBetween(analysis, trigger, mention.head)
  const rulePath = role === "actor" ? roles.actorPath : role === "recipient" ? roles.recipientPath : ""
  add("bias")
  add("type", 1, type)
  add("rules", 2, role)
  add("rules", 1, role, rulePath)
  add("rules", 1, role, rulePath, type)
  add("rules", 1, role, lemma)
  add("path", 1, path)
  add("path", 1, path, voice)
  add("path", 1, path, type)
  add("path", 1, path, lemma)
  add("last", 1, relationOf(analysis, mention.head), caseOf(analysis, mention.head), voice)
  add("last", 1, relationOf(analysis, mention.head), caseOf(analysis, mention.head), type)
  addKind(mention, type, voice, add)
  add(mention.head < trigger ? `before ${voice}` : `after ${voice}`)
  add(mention.head < trigger ? `before ${type}` : `after ${type}`)
  const distance = DISTANCES.filter((limit) => Math.abs(mention.head - trigger) > limit).length
  add("distance", 1, distance, mention.head < trigger)
  if (speaker !== undefined) {
    const isSpeaker = sameEntity(speaker, mention)
    add("speaker", 1, isSpeaker)
    add("speaker", 1, isSpeaker, type)
    add("speaker", 1, isSpeaker, "actor", roles.actorPath)
  }
  add(`role ${role} have ${roles.actors.length > 0} ${roles.recipients.length > 0}`)
  return features
}

function addKind(mention: Mention, type: EventType, voice: string, add: AddFeature): void {
  const kind = `${mention.type} ${mention.actor?.kind}${mention.anaphor ? " anaphor" : ""}`
  add("kind", 1, kind)
  add("kind", 1, kind, voice)
  add("kind", 1, kind, type)
  add("sector", 1, String(mention.actor?.sector), type)
  if (mention.nested === true) add("nested")
  if (mention.implied === true) add("implied")
  if (mention.actor?.country == null) add("no country")
}

/** Relations from the trigger up to the common governor and down to the mention, prepositions spelt out. */
export function pathBetween(analysis: Analysis, from: number, to: number): string {
  const up = pathToRoot(analysis, from)
  const down: number[] = []
  let at = to
  while (at !== -1 && !up.includes(at) && down.length <= LONGEST_PATH) {
    down.push(at)
    at = headOf(analysis, at)
  }
  const meeting = up.indexOf(at)
  if (meeting === -1 || meeting + down.length > LONGEST_PATH) return "far"
  const rising = up.slice(0, meeting).map((token) => `${relationOf(analysis, token)}^`)
  const falling = down.reverse().map((token) => `${analysis.deprel[token]} ${caseOf(analysis, token)}`)
  const top = meeting > 0 && meeting < 3 ? lemmaOf(analysis, at) : ""
  return [...rising, top, ...falling].join(">")
}
