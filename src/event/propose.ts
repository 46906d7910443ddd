import type { EventType, Mention, Status } from "../record/index.ts"
import { EVENT_TYPES } from "../record/index.ts"
import { predict } from "../text/softmax.ts"
import { assignRoles, eligible, pointRoles } from "./assign-roles.ts"
import { type Candidate, findCandidates, type TriggerWords } from "./candidates.ts"
import type { CodingInput } from "./coding-input.ts"
import { modeOf } from "./cue-words.ts"
import type { EventModels } from "./event-models.ts"
import { indexMentions, type MentionIndex } from "./mention-index.ts"
import { withPairs } from "./pairs.ts"
import type { Question, Reading } from "./reader/event-reader.ts"
import { mixTypes } from "./reader/mix.ts"
import { classifyRelation } from "./relation-classifier.ts"
import { withResumed } from "./resumed.ts"
import { findSpeakers } from "./speakers.ts"
import { type StatusReading, statusOf } from "./status.ts"
import { isActOfSpeech, statusFeatures } from "./status-features.ts"
import { typeFeatures } from "./type-features.ts"

/** The class of triggers that report no event. */
export const NO_EVENT = "NONE"

/** What a candidate would be coded as, were it an event. */
export interface Proposal {
  readonly candidate: Candidate
  readonly type: EventType
  readonly mode: string | null
  /** Probability that the trigger reports an event of any category, and the likeliest category's share of it. */
  readonly typeProbability: number
  readonly share: number
  readonly status: StatusReading
  readonly actors: readonly Mention[]
  readonly recipients: readonly Mention[]
  readonly reciprocal: boolean
  /** How likely each side is right, where the network has read the candidate. */
  readonly certainty?: { readonly actor: number; readonly recipient: number }
}

/** Every word that may report an event, with its participants; those of quoted words include who speaks them. */
export function candidatesOf(input: CodingInput, index: MentionIndex, models: TriggerWords): Candidate[] {
  const candidates = findCandidates(input.analysis, index, findSpeakers(input, index), models)
  return withResumed(input.analysis, candidates)
}

/** The models that proposing needs; without a status or role model the rules alone decide. */
export type ProposalModels = Omit<EventModels, "filterModel" | "statusModel" | "roleModel" | "threshold"> &
  Partial<Pick<EventModels, "statusModel" | "roleModel">>

/** Who can take part, by the tokens of the syntax tree; "the two leaders" are the two last named. */
export const indexActors = ({ analysis, mentions }: CodingInput): MentionIndex =>
  withPairs(analysis, indexMentions(analysis, mentions))

/** All candidates with their likeliest type, before any is dropped. */
export function propose(input: CodingInput, models: ProposalModels): Proposal[] {
  const index = indexActors(input)
  const candidates = candidatesOf(input, index, models)
  const questions =
    models.reader === undefined ? [] : candidates.map((one) => questionOf(input, one, index, models))
  const readings = models.reader?.read(input.article, input.analysis, questions)
  return candidates.map((candidate, at) => {
    const reading = readings?.[at]
    const likeliest = likeliestType(input, candidate, reading, models)
    const { type } = likeliest
    const mode = modeOf(input.analysis, type, candidate.trigger, candidate.clause, models.cueWords)
    const status = learnedStatus(input, candidate, type, models)
    const read = reading === undefined ? undefined : { mentions: questions[at]!.mentions, reading }
    const parties = partiesOf(input, candidate, type, mode, index, models, read)
    return { candidate, ...likeliest, mode, status, ...parties }
  })
}

/** What the network is asked of a candidate. */
export function questionOf(
  { analysis }: CodingInput,
  candidate: Candidate,
  index: MentionIndex,
  { relation }: Pick<ProposalModels, "relation">,
): Question {
  const { roles, trigger } = candidate
  const pair = classifyRelation(
    analysis,
    roles.actors[0] ?? null,
    roles.recipients[0] ?? roles.located[0] ?? null,
    relation,
  )
  const { type, probability } = pair
  return {
    candidate,
    mentions: eligible(candidate, index),
    pair: { type, probability, isHere: pair.trigger === trigger },
  }
}

function likeliestType(
  input: CodingInput,
  candidate: Candidate,
  reading: Reading | undefined,
  models: ProposalModels,
): Pick<Proposal, "type" | "typeProbability" | "share"> {
  const { typeModel } = models
  const learned = predict(
    typeModel,
    typeFeatures(input.analysis, candidate, models.relation, typeModel.buckets),
  )
  const probabilities = reading === undefined ? learned : mixTypes(learned, reading.types)
  let best = -1
  let none = 0
  typeModel.classes.forEach((label, at) => {
    if (label === NO_EVENT) none = probabilities[at]!
    else if (best === -1 || probabilities[at]! > probabilities[best]!) best = at
  })
  const type = (typeModel.classes[best] ?? EVENT_TYPES[0]) as EventType
  const typeProbability = 1 - none
  return {
    type,
    typeProbability,
    share: typeProbability === 0 ? 0 : (probabilities[best] ?? 0) / typeProbability,
  }
}

/** How sure the model must be to see a cue that the rules do not know, and to take a deed for done against a known cue. */
const LEARNED_CUE = 0.75
/** A negation or a denial stands, whatever the model thinks. */
const DENYING: ReadonlySet<Status> = new Set(["not-occurred", "denied"])
const LEARNED_FACT = 0.85
/** A deed that the words call planned or possible is rarely done all the same. */
const LEARNED_DEED = 0.93

/** The rules' reading of the status, unless the model that weighs it with the context is surer of another. */
function learnedStatus(
  { analysis }: CodingInput,
  candidate: Candidate,
  type: EventType,
  { statusCues, statusModel }: ProposalModels,
): StatusReading {
  const rules = statusOf(analysis, candidate.trigger, statusCues)
  if (statusModel === undefined || DENYING.has(rules.status)) return rules
  const features = statusFeatures(analysis, candidate, type, rules, statusModel.buckets)
  const probabilities = predict(statusModel, features)
  const best = probabilities.indexOf(Math.max(...probabilities))
  const status = statusModel.classes[best] as Status
  const least = rules.status === "occurred" ? LEARNED_CUE : isActOfSpeech(type) ? LEARNED_FACT : LEARNED_DEED
  return status === rules.status || probabilities[best]! < least
    ? rules
    : { status, reason: `${status}: learned, against ${rules.reason}` }
}

/** Categories in which both sides may act alike. */
const MUTUAL = new Set<EventType>(["CONSULT", "AGREE", "COOPERATE", "SUPPORT"])

/** Participants by the role model, or by the rules of syntax where there is none yet. */
function partiesOf(
  { analysis }: CodingInput,
  candidate: Candidate,
  type: EventType,
  mode: string | null,
  index: MentionIndex,
  { roleModel }: ProposalModels,
  read: { readonly mentions: readonly Mention[]; readonly reading: Reading } | undefined,
): Pick<Proposal, "actors" | "recipients" | "reciprocal" | "certainty"> {
  const { roles } = candidate
  if (read !== undefined && roleModel !== undefined) {
    const { mentions, reading } = read
    const found = pointRoles(analysis, candidate, type, mentions, reading.roles, roleModel)
    const certainty = { actor: found.actors.probability, recipient: found.recipients.probability }
    const actors = found.actors.mentions
    const recipients = found.recipients.mentions
    return {
      actors,
      recipients,
      reciprocal: isReciprocal(candidate, type, mode, actors, recipients),
      certainty,
    }
  }
  const { actors, recipients } =
    roleModel === undefined ? roles : assignRoles(analysis, candidate, type, index, roleModel)
  return { actors, recipients, reciprocal: isReciprocal(candidate, type, mode, actors, recipients) }
}

function isReciprocal(
  { roles }: Candidate,
  type: EventType,
  mode: string | null,
  actors: readonly Mention[],
  recipients: readonly Mention[],
): boolean {
  const mutual = MUTUAL.has(type) && mode !== "visit"
  const alone = recipients.length === 0 && actors.length > 1
  return mutual && (roles.reciprocal || alone)
}
