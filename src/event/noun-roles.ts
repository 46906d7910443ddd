import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type MentionIndex, unique } from "./mention-index.ts"
import { type Found, firstOther, NOBODY, placed, prepositional, subjectActors, TOWARD } from "./role-paths.ts"
import type { Roles } from "./roles.ts"
import { subjectToken } from "./subject.ts"
import { caseOf, childrenBy, firstConjunct, hasUpos, headOf, lemmaOf, relationOf } from "./syntax.ts"

/** Of those, the ones that never tell whose a thing is. */
const REACHING = new Set("with to against on toward towards at into".split(" "))
/** Nouns whose "of" names who does it: "the visit of the minister", but "the arrest of the minister". */
const SUBJECT_NOUNS = new Set(
  "visit trip tour arrival departure return withdrawal retreat resignation decision refusal statement speech advance defection participation intervention aggression".split(
    " ",
  ),
)
/** Verbs that lend their subject to an event noun: "hold talks", "carried out an attack", "faces sanctions". */
const LIGHT_VERBS = new Set(
  "hold conduct carry launch make have give take stage begin start open resume continue end finish conclude mount undertake pay issue impose lift announce sign voice express offer deliver lead provide send receive plan schedule cancel postpone agree extend organize organise attend host join order demand seek reject condemn propose threaten promise pledge stop halt suspend need face".split(
    " ",
  ),
)
/** Of those, the ones whose subject undergoes the act: "faces sanctions", "received aid". */
const UNDERGOING = new Set(["face", "receive", "suffer", "undergo", "accept", "survive", "get"])

/** "Russia's attack on Kyiv", "talks between X and Y", "EU sanctions against Minsk", "X held talks with Y". */
export function nounRoles(analysis: Analysis, noun: number, index: MentionIndex): Roles {
  const between = childrenBy(analysis, noun, "nmod").filter((child) => caseOf(analysis, child) === "between")
  const sides = unique(between.flatMap(index.actorsWithin))
  if (sides.length > 0) return nominal(sides, NOBODY, "between", true, placed(analysis, noun, index))
  const own = ownerOfAct(analysis, noun, index)
  // "Minsk faces Western sanctions": the verb's subject undergoes what the noun's owner does.
  const lent = lentSubject(analysis, noun, index)
  const actors = own.mentions.length > 0 ? own : lent.undergoing ? NOBODY : lent
  const recipients = firstOther(actors.mentions, [
    ...(lent.undergoing ? [lent] : []),
    prepositional(analysis, noun, index, TOWARD),
    actors.path === "prep:of" ? beyondOwner(analysis, noun, index) : NOBODY,
    attachedToVerb(analysis, noun, index),
  ])
  const reciprocal = recipients.path.endsWith("prep:with")
  return nominal(actors.mentions, recipients, actors.path, reciprocal, placed(analysis, noun, index))
}

const nominal = (
  actors: readonly Mention[],
  recipients: Found,
  actorPath: string,
  reciprocal: boolean,
  located: readonly Mention[],
): Roles => ({
  actors,
  recipients: recipients.mentions,
  located: unique(located),
  recipientPath: recipients.path,
  actorPath,
  reciprocal,
})

const nounsAfter = (analysis: Analysis, noun: number, preposition: string): number[] =>
  childrenBy(analysis, noun, "nmod").filter((child) => caseOf(analysis, child) === preposition)

/** "the visit of the minister to Chile": what belongs to the act may hang on who does it. */
function beyondOwner(analysis: Analysis, noun: number, index: MentionIndex): Found {
  for (const owner of nounsAfter(analysis, noun, "of")) {
    const found = prepositional(analysis, owner, index, REACHING)
    if (found.mentions.length > 0) return found
  }
  return NOBODY
}

function ownerOfAct(analysis: Analysis, noun: number, index: MentionIndex): Found {
  const possessors = childrenBy(analysis, noun, "nmod:poss").flatMap(index.actorsWithin)
  if (possessors.length > 0) return { mentions: unique(possessors), path: "poss" }
  const agents = nounsAfter(analysis, noun, "by").flatMap(index.actorsWithin)
  if (agents.length > 0) return { mentions: unique(agents), path: "agent" }
  if (SUBJECT_NOUNS.has(lemmaOf(analysis, noun))) {
    const goers = nounsAfter(analysis, noun, "of").flatMap(index.actorsWithin)
    if (goers.length > 0) return { mentions: unique(goers), path: "prep:of" }
  }
  const modifiers = childrenBy(analysis, noun, "amod", "compound").flatMap(index.actorsAt)
  return modifiers.length > 0 ? { mentions: unique(modifiers), path: "amod" } : NOBODY
}

/** A subject that a light verb lends to its noun; `undergoing` where that subject is the one done to. */
interface Lent extends Found {
  readonly undergoing: boolean
}
const NOT_LENT: Lent = { ...NOBODY, undergoing: false }

function lentSubject(analysis: Analysis, noun: number, index: MentionIndex): Lent {
  const governor = headOf(analysis, firstConjunct(analysis, noun))
  if (governor === -1 || !hasUpos(analysis, governor, "VERB")) return NOT_LENT
  const relation = relationOf(analysis, firstConjunct(analysis, noun))
  if (relation !== "obj" && relation !== "obl") return NOT_LENT
  const lemma = lemmaOf(analysis, governor)
  if (relation === "obj" && !LIGHT_VERBS.has(lemma) && !UNDERGOING.has(lemma)) return NOT_LENT
  if (
    relation === "obl" &&
    caseOf(analysis, noun) !== "in" &&
    caseOf(analysis, noun) !== "for" &&
    caseOf(analysis, noun) !== "at"
  )
    return NOT_LENT
  const found = subjectActors(index, subjectToken(analysis, governor))
  return { mentions: found.mentions, path: "light", undergoing: UNDERGOING.has(lemma) }
}

/** "held talks in Minsk with the Chinese minister": the parser may tie "with …" to the verb. */
function attachedToVerb(analysis: Analysis, noun: number, index: MentionIndex): Found {
  const governor = headOf(analysis, noun)
  if (governor === -1 || !hasUpos(analysis, governor, "VERB")) return NOBODY
  return prepositional(analysis, governor, index, TOWARD)
}
