import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type MentionIndex, sameEntity, unique } from "./mention-index.ts"
import {
  caseOf,
  childBy,
  childrenBy,
  deprelOf,
  firstConjunct,
  hasUpos,
  headOf,
  isPassive,
  lemmaOf,
  relationOf,
} from "./syntax.ts"

/** Who does it and to whom, as the syntax around a trigger tells. */
export interface Roles {
  readonly actors: readonly Mention[]
  readonly recipients: readonly Mention[]
  /** Mentions that stand as the place of the act ("in Syria"): recipients of some types (a visit, an attack), not of others. */
  readonly located: readonly Mention[]
  /** How the recipients were reached: "obj", "prep:with", "obj>nmod:on" …; "" where there are none. */
  readonly recipientPath: string
  /** How the actors were reached: "nsubj", "agent", "poss" …; "" where there are none. */
  readonly actorPath: string
  /** Both sides act alike: "X met with Y", "talks between X and Y". */
  readonly reciprocal: boolean
}

interface Found {
  readonly mentions: readonly Mention[]
  readonly path: string
}
const NOBODY: Found = { mentions: [], path: "" }

const RELATIVE_PRONOUNS = new Set(["who", "which", "that", "whom"])
/** Prepositions through which an act reaches its recipient, by how directly they do. */
const TOWARD = new Set(
  "with to against on upon over toward towards from for at into of between about among alongside off".split(
    " ",
  ),
)
const PLACING = new Set("in inside near across throughout within around outside".split(" "))
/** Verbs that lend their subject to an event noun: "hold talks", "carried out an attack", "faces sanctions". */
const LIGHT_VERBS = new Set(
  "hold conduct carry launch make have give take stage begin start open resume continue end finish conclude mount undertake pay issue impose lift announce sign voice express offer deliver lead provide send receive plan schedule cancel postpone agree extend organize organise attend host join order demand seek reject condemn propose threaten promise pledge stop halt suspend need face".split(
    " ",
  ),
)
/** Of those, the ones whose subject undergoes the act: "faces sanctions", "received aid". */
const UNDERGOING = new Set(["face", "receive", "suffer", "undergo", "accept", "survive", "get"])
/** Verbs whose object does what the infinitive says: "urged Iran to stop". */
const OBJECT_CONTROL = new Set(
  "urge ask tell order call require request force allow permit enable encourage press push persuade invite instruct direct warn advise help compel oblige let make have cause want expect appeal demand lead authorize authorise forbid ban prevent get convince".split(
    " ",
  ),
)

export function findRoles(analysis: Analysis, trigger: number, index: MentionIndex): Roles {
  const nominal = hasUpos(analysis, trigger, "NOUN", "PROPN") && childBy(analysis, trigger, "cop") === -1
  return nominal ? nounRoles(analysis, trigger, index) : verbRoles(analysis, trigger, index)
}

// ---- verbs -----------------------------------------------------------------------------------------------------------

/** The token that is understood as the subject of a verb: its own, or the one that the governing verb lends; -1 for none. */
export function subjectToken(analysis: Analysis, verb: number, depth = 0): number {
  if (depth > 8) return -1
  const own = childBy(analysis, verb, "nsubj", "nsubj:pass")
  if (own !== -1) return antecedent(analysis, verb, own)
  const relation = relationOf(analysis, verb)
  const governor = headOf(analysis, verb)
  if (governor === -1) return -1
  if (relation === "conj") {
    if (
      hasUpos(analysis, governor, "VERB", "AUX") ||
      childBy(analysis, governor, "cop") !== -1 ||
      hasUpos(analysis, governor, "ADJ")
    )
      return subjectToken(analysis, governor, depth + 1)
    return -1
  }
  if (relation === "xcomp" || relation === "ccomp" || relation === "advcl" || relation === "parataxis") {
    if (relation === "ccomp" && childBy(analysis, verb, "mark") !== -1 && !isInfinitive(analysis, verb))
      return -1
    if (relation === "parataxis") return -1
    if (relation === "xcomp" && OBJECT_CONTROL.has(lemmaOf(analysis, governor))) {
      const object = isPassive(analysis, governor)
        ? childBy(analysis, governor, "nsubj:pass", "nsubj")
        : childBy(analysis, governor, "obj", "iobj")
      if (object !== -1) return object
      const oblique = childrenBy(analysis, governor, "obl").find((child) =>
        ["on", "for", "to"].includes(caseOf(analysis, child)),
      )
      if (oblique !== undefined) return oblique
    }
    return subjectToken(analysis, governor, depth + 1)
  }
  if (relation === "acl") {
    if (deprelOf(analysis, verb) === "acl:relcl") return governor
    if (isInfinitive(analysis, verb)) return holderOf(analysis, governor, depth + 1)
    return governor
  }
  return -1
}

/** Whose plan, decision or agreement it is: the possessor of the noun, else the subject of the verb that governs it. */
function holderOf(analysis: Analysis, noun: number, depth: number): number {
  const possessor = childBy(analysis, noun, "nmod:poss")
  if (possessor !== -1) return possessor
  const governor = headOf(analysis, noun)
  if (governor === -1 || !hasUpos(analysis, governor, "VERB")) return -1
  if (relationOf(analysis, noun) === "nsubj") return -1
  return subjectToken(analysis, governor, depth)
}

const isInfinitive = (analysis: Analysis, verb: number): boolean =>
  childrenBy(analysis, verb, "mark").some((mark) => lemmaOf(analysis, mark) === "to")

/** "the minister, who said …": the noun that the relative pronoun stands for. */
function antecedent(analysis: Analysis, verb: number, subject: number): number {
  if (!RELATIVE_PRONOUNS.has(lemmaOf(analysis, subject))) return subject
  let at = verb
  for (let step = 0; step < 6 && at !== -1; step++) {
    if (deprelOf(analysis, at) === "acl:relcl") return headOf(analysis, at)
    at = headOf(analysis, at)
  }
  return subject
}

function verbRoles(analysis: Analysis, verb: number, index: MentionIndex): Roles {
  const passive = isPassive(analysis, verb) || isReducedPassive(analysis, verb)
  const subject = subjectToken(analysis, verb)
  const agent = passive ? byAgent(analysis, verb, index) : subjectActors(index, subject)
  const undergoer: Found =
    passive && subject !== -1 ? { mentions: index.actorsWithin(subject), path: "nsubj:pass" } : NOBODY
  const recipients = firstOther(agent.mentions, [
    undergoer,
    ...(passive ? [] : [objectActors(analysis, verb, index)]),
    prepositional(analysis, verb, index, TOWARD),
    ...objectModifiers(analysis, verb, index),
    ...(passive && subject !== -1 ? nounModifiers(analysis, subject, index, "nsubj:pass") : []),
    complementActors(analysis, verb, index),
  ])
  const located = prepositional(analysis, verb, index, PLACING).mentions.concat(
    childrenBy(analysis, verb, "obj", "nsubj:pass").flatMap((object) => placed(analysis, object, index)),
  )
  return {
    actors: agent.mentions,
    recipients: recipients.mentions,
    located: unique(located),
    recipientPath: recipients.path,
    actorPath: agent.path,
    reciprocal: recipients.path === "prep:with" || recipients.path === "prep:between",
  }
}

/** "the men arrested on Friday": a participle that modifies the noun it was done to. */
const isReducedPassive = (analysis: Analysis, verb: number): boolean =>
  relationOf(analysis, verb) === "acl" &&
  deprelOf(analysis, verb) !== "acl:relcl" &&
  analysis.tag[verb] === "VBN" &&
  childBy(analysis, verb, "obj") === -1

function byAgent(analysis: Analysis, verb: number, index: MentionIndex): Found {
  const agents = childrenBy(analysis, verb, "obl:agent", "obl").filter(
    (child) => deprelOf(analysis, child) === "obl:agent" || caseOf(analysis, child) === "by",
  )
  const mentions = unique(agents.flatMap(index.actorsWithin))
  return mentions.length > 0 ? { mentions, path: "agent" } : NOBODY
}

function subjectActors(index: MentionIndex, subject: number): Found {
  if (subject === -1) return NOBODY
  const direct = index.actorsAt(subject)
  if (direct.length > 0) return { mentions: direct, path: "nsubj" }
  const within = index.actorsWithin(subject)
  return within.length > 0 ? { mentions: within, path: "nsubj>poss" } : NOBODY
}

function objectActors(analysis: Analysis, verb: number, index: MentionIndex): Found {
  const objects = childrenBy(analysis, verb, "iobj", "obj")
  const mentions = unique(objects.flatMap(index.actorsAt))
  return mentions.length > 0 ? { mentions, path: "obj" } : NOBODY
}

function prepositional(
  analysis: Analysis,
  verb: number,
  index: MentionIndex,
  prepositions: ReadonlySet<string>,
): Found {
  const places: Found[] = childrenBy(analysis, verb, "obl", "nmod")
    .filter((child) => prepositions.has(caseOf(analysis, child).split(" ")[0] ?? ""))
    .map((child) => ({ mentions: index.actorsWithin(child), path: `prep:${caseOf(analysis, child)}` }))
    .filter((found) => found.mentions.length > 0)
  return places[0] ?? NOBODY
}

/** Owners and targets of the object: "rejected Russia's plan", "imposed sanctions on Belarus", "signed a deal with China". */
const objectModifiers = (analysis: Analysis, verb: number, index: MentionIndex): Found[] =>
  childrenBy(analysis, verb, "obj").flatMap((object) => nounModifiers(analysis, object, index, "obj"))

function nounModifiers(analysis: Analysis, noun: number, index: MentionIndex, from: string): Found[] {
  const through = prepositional(analysis, noun, index, TOWARD)
  const owned = index.actorsWithin(noun)
  const possessor = childBy(analysis, noun, "nmod:poss")
  const possessed = possessor === -1 ? [] : index.actorsWithin(possessor)
  return [
    possessed.length > 0 ? { mentions: possessed, path: `${from}>poss` } : NOBODY,
    through.mentions.length > 0 ? { mentions: through.mentions, path: `${from}>${through.path}` } : NOBODY,
    owned.length > 0 ? { mentions: owned, path: `${from}>poss` } : NOBODY,
  ]
}

/** "urged Iran to stop", "said that Minsk broke the rules": whom the complement is about. */
function complementActors(analysis: Analysis, verb: number, index: MentionIndex): Found {
  for (const clause of childrenBy(analysis, verb, "ccomp", "xcomp", "advcl")) {
    const subject = childBy(analysis, clause, "nsubj", "nsubj:pass")
    const fromSubject = subject === -1 ? [] : index.actorsWithin(subject)
    if (fromSubject.length > 0)
      return { mentions: fromSubject, path: `${relationOf(analysis, clause)}>nsubj` }
    const object = objectActors(analysis, clause, index)
    if (object.mentions.length > 0)
      return { mentions: object.mentions, path: `${relationOf(analysis, clause)}>obj` }
    const through = prepositional(analysis, clause, index, TOWARD)
    if (through.mentions.length > 0)
      return { mentions: through.mentions, path: `${relationOf(analysis, clause)}>prep` }
    const deeper = objectModifiers(analysis, clause, index).find((found) => found.mentions.length > 0)
    if (deeper !== undefined)
      return { mentions: deeper.mentions, path: `${relationOf(analysis, clause)}>obj>mod` }
  }
  return NOBODY
}

function placed(analysis: Analysis, noun: number, index: MentionIndex): Mention[] {
  return childrenBy(analysis, noun, "nmod")
    .filter((child) => PLACING.has(caseOf(analysis, child).split(" ")[0] ?? ""))
    .flatMap(index.actorsWithin)
}

/** The first way that reaches somebody other than the actors themselves. */
function firstOther(actors: readonly Mention[], ways: readonly Found[]): Found {
  for (const way of ways) {
    const others = way.mentions.filter((mention) => !actors.some((actor) => sameEntity(actor, mention)))
    if (others.length > 0) return { mentions: unique(others), path: way.path }
  }
  return NOBODY
}

// ---- nouns -----------------------------------------------------------------------------------------------------------

/** "Russia's attack on Kyiv", "talks between X and Y", "EU sanctions against Minsk", "X held talks with Y". */
function nounRoles(analysis: Analysis, noun: number, index: MentionIndex): Roles {
  const between = childrenBy(analysis, noun, "nmod").filter((child) => caseOf(analysis, child) === "between")
  const sides = unique(between.flatMap(index.actorsWithin))
  if (sides.length > 0) return nominal(sides, NOBODY, "between", true, placed(analysis, noun, index))
  const own = ownerOfAct(analysis, noun, index)
  const lent = own.mentions.length > 0 ? NOT_LENT : lentSubject(analysis, noun, index)
  const actors = own.mentions.length > 0 ? own : lent.undergoing ? NOBODY : lent
  const recipients = firstOther(actors.mentions, [
    ...(lent.undergoing ? [lent] : []),
    prepositional(analysis, noun, index, TOWARD),
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

function ownerOfAct(analysis: Analysis, noun: number, index: MentionIndex): Found {
  const possessors = childrenBy(analysis, noun, "nmod:poss").flatMap(index.actorsWithin)
  if (possessors.length > 0) return { mentions: unique(possessors), path: "poss" }
  const agents = childrenBy(analysis, noun, "nmod")
    .filter((child) => caseOf(analysis, child) === "by")
    .flatMap(index.actorsWithin)
  if (agents.length > 0) return { mentions: unique(agents), path: "agent" }
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
