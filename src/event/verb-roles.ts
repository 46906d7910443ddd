import type { Analysis } from "../text/analysis.ts"
import { type MentionIndex, unique } from "./mention-index.ts"
import {
  type Found,
  firstOther,
  NOBODY,
  PLACING,
  placed,
  prepositional,
  subjectActors,
  TOWARD,
} from "./role-paths.ts"
import type { Roles } from "./roles.ts"
import { antecedent, subjectToken } from "./subject.ts"
import { caseOf, childBy, childrenBy, deprelOf, isPassive, relationOf } from "./syntax.ts"

/** Who acts and who is acted upon, as a verb's frame tells: subject, object, agent, prepositions, complement clauses. */
export function verbRoles(analysis: Analysis, verb: number, index: MentionIndex): Roles {
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
    childrenBy(analysis, verb, "obj", "nsubj:pass", "obl").flatMap((object) =>
      placed(analysis, object, index),
    ),
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

function objectActors(analysis: Analysis, verb: number, index: MentionIndex): Found {
  const objects = childrenBy(analysis, verb, "iobj", "obj").map((object) =>
    antecedent(analysis, verb, object),
  )
  const mentions = unique(objects.flatMap(index.actorsAt))
  return mentions.length > 0 ? { mentions, path: "obj" } : NOBODY
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
