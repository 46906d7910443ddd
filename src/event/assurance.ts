import type { Actor, EventType, Mention, Span } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { attributionAt } from "./circumstances.ts"
import type { CodingInput } from "./coding-input.ts"
import { modeOf } from "./cue-words.ts"
import type { EventModels } from "./event-models.ts"
import { negationOf } from "./negation.ts"
import type { Proposal } from "./propose.ts"
import { classifyRelation } from "./relation-classifier.ts"
import { namesAgenda } from "./resumed.ts"
import { hasUpos, relationOf } from "./syntax.ts"

/** A category this sure needs no second judgement where the lexicon agrees and two states take part. */
const SURE_TYPE = 0.6
/** The same where two states act together, which few other words tell of. */
const SURE_JOINT = 0.25
/** The pair model's probability from which on it counts as a second opinion. */
const SURE_PAIR = 0.5
/** Below this probability of its category, a proposal takes the pair model's, where they are of one family. */
const UNSURE_TYPE = 0.5
/** How sure an event is on grounds other than the filter's: half as sure as its category. */
const ASSURED_SHARE = 0.5

/** Categories that shade into one another: which of them it is matters less than that it is one. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ["CONCEDE", "RETREAT", "COOPERATE"],
  ["COERCE", "SANCTION"],
  ["AGREE", "SUPPORT", "CONSULT"],
]
const familyOf = (type: EventType): EventType => FAMILIES.find((family) => family.includes(type))?.[0] ?? type
/** What the pair model calls by other names than PLOVER: its category is not taken over. */
const RENAMED = new Set<EventType>(["COERCE", "SANCTION"])

/** A proposal as a second opinion leaves it, and the confidence that this alone gives it: 0 without one. */
export interface Assured {
  readonly proposal: Proposal
  readonly assurance: number
}

/**
 * Between two states, a proposal needs no filter where the category's model and the hand-written predicates agree, or where
 * the model of pairs reads the same word as an act of the same family.
 */
export function assure(input: CodingInput, proposal: Proposal, models: EventModels): Assured {
  const judged = judgement(input, proposal)
  if (judged !== undefined) return judged
  if (!isBetweenStates(proposal)) return { proposal, assurance: 0 }
  const { type, typeProbability, candidate } = proposal
  if (namesAgenda(input.analysis, candidate.trigger)) return agendaOf(proposal)
  const told = candidate.predicate?.type
  if (isCharacterised(input, proposal, told))
    return { proposal: asMeeting(proposal), assurance: ASSURED_SHARE * SURE_TYPE }
  const least = isJoint(proposal) ? SURE_JOINT : SURE_TYPE
  if (typeProbability >= least && told !== undefined && familyOf(told) === familyOf(type))
    return { proposal, assurance: ASSURED_SHARE * Math.max(typeProbability, SURE_TYPE) }
  return secondOpinion(input, proposal, models)
}

/** "His visit is called a working one by the agency": somebody says of a meeting told before what it is like. */
const isCharacterised = (
  { analysis, attributions }: CodingInput,
  { candidate }: Proposal,
  told: EventType | undefined,
): boolean =>
  told === "CONSULT" &&
  candidate.roles.actorPath === "resumed" &&
  relationOf(analysis, candidate.trigger) === "nsubj" &&
  attributionAt(attributions, spanOf(analysis, candidate.trigger)) !== undefined

const spanOf = (analysis: Analysis, token: number): Span => ({
  start: analysis.start[token] ?? 0,
  end: analysis.end[token] ?? 0,
})

const asMeeting = (proposal: Proposal): Proposal => ({ ...proposal, type: "CONSULT", mode: "visit" })

/** "Our friendship is unbreakable," said X: an adjective of praise or blame is its speaker's act. */
function judgement({ analysis }: CodingInput, proposal: Proposal): Assured | undefined {
  const { candidate, actors } = proposal
  const { roles, trigger, predicate: told } = candidate
  if (roles.actorPath !== "speaker" || actors.length === 0 || !hasUpos(analysis, trigger, "ADJ"))
    return undefined
  if (told === undefined || negationOf(analysis, trigger) !== undefined) return undefined
  const judged = {
    ...proposal,
    type: told.type,
    mode: told.mode,
    actors: roles.actors,
    recipients: roles.recipients,
  }
  return { proposal: judged, assurance: ASSURED_SHARE * told.confidence }
}

/** "The meeting agenda includes trade": a meeting still to come, whose participants were named before. */
const agendaOf = (proposal: Proposal): Assured => ({
  proposal: {
    ...proposal,
    type: "CONSULT",
    mode: null,
    status: { status: "planned", reason: "planned: on the agenda" },
  },
  assurance: ASSURED_SHARE * SURE_TYPE,
})

const isBetweenStates = ({ actors, recipients }: Proposal): boolean => isSeveral([...actors, ...recipients])

/** "Xi and Lukashenko discussed …": two states that act together. */
const isJoint = ({ actors }: Proposal): boolean => isSeveral(actors)

function isSeveral(mentions: readonly Mention[]): boolean {
  const parties = new Set(mentions.map(({ actor }) => (actor === null ? undefined : partyOf(actor))))
  parties.delete(undefined)
  return parties.size > 1
}

/** The state that an actor belongs to, or the organisation or part of the world that acts like one. */
const partyOf = ({ country, name, sector, kind }: Actor): string | undefined =>
  country ?? (sector === "IGO" || kind === "state" ? name : undefined)

function secondOpinion({ analysis }: CodingInput, proposal: Proposal, models: EventModels): Assured {
  const { actors, recipients, candidate, type, typeProbability } = proposal
  const pair = classifyRelation(
    analysis,
    actors[0] ?? null,
    recipients[0] ?? actors[1] ?? null,
    models.relation,
  )
  const agrees =
    pair.type !== null &&
    pair.trigger === candidate.trigger &&
    pair.probability >= SURE_PAIR &&
    familyOf(pair.type) === familyOf(type)
  if (!agrees) return { proposal, assurance: 0 }
  const assurance = ASSURED_SHARE * pair.probability
  if (pair.type === type || typeProbability >= UNSURE_TYPE || RENAMED.has(type))
    return { proposal, assurance }
  const mode = modeOf(analysis, pair.type, candidate.trigger, candidate.clause, models.cueWords)
  return { proposal: { ...proposal, type: pair.type, mode }, assurance }
}
