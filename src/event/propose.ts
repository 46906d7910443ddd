import type { EventType, Mention, Status } from "../record/index.ts"
import { EVENT_TYPES } from "../record/index.ts"
import { predict } from "../text/softmax.ts"
import { type Candidate, findCandidates } from "./candidates.ts"
import type { CodingInput } from "./coding-input.ts"
import { modeOf } from "./cue-words.ts"
import type { EventModels } from "./event-models.ts"
import { indexMentions, unique } from "./mention-index.ts"
import { findSpeakers } from "./speakers.ts"
import { type StatusReading, statusOf } from "./status.ts"
import { statusFeatures } from "./status-features.ts"
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
}

/** Every word that may report an event, with its participants; those of quoted words include who speaks them. */
export function candidatesOf(input: CodingInput, models: Pick<EventModels, "nouns">): Candidate[] {
  const index = indexMentions(input.analysis, input.mentions)
  const speakers = findSpeakers(input, index)
  return findCandidates(input.analysis, index, speakers, models.nouns)
}

/** The models that proposing needs; without a status model the rules alone decide. */
export type ProposalModels = Omit<EventModels, "filterModel" | "statusModel" | "threshold"> &
  Partial<Pick<EventModels, "statusModel">>

/** All candidates with their likeliest type, before any is dropped. */
export function propose(input: CodingInput, models: ProposalModels): Proposal[] {
  return candidatesOf(input, models).map((candidate) => {
    const likeliest = likeliestType(input, candidate, models)
    const { type } = likeliest
    const status = learnedStatus(input, candidate, type, models)
    const mode = modeOf(input.analysis, type, candidate.trigger, candidate.clause, models.cueWords)
    return {
      candidate,
      ...likeliest,
      mode,
      status,
      ...participantsOf(candidate, type, mode),
    }
  })
}

function likeliestType(
  input: CodingInput,
  candidate: Candidate,
  models: ProposalModels,
): Pick<Proposal, "type" | "typeProbability" | "share"> {
  const { typeModel } = models
  const probabilities = predict(
    typeModel,
    typeFeatures(input.analysis, candidate, models.predicates, typeModel.buckets),
  )
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

/** The rules' reading of the status, unless the model that weighs it with the context is surer of another. */
function learnedStatus(
  { analysis }: CodingInput,
  candidate: Candidate,
  type: EventType,
  { statusCues, statusModel }: ProposalModels,
): StatusReading {
  const rules = statusOf(analysis, candidate.trigger, statusCues)
  if (statusModel === undefined) return rules
  const features = statusFeatures(analysis, candidate, type, rules, statusModel.buckets)
  const probabilities = predict(statusModel, features)
  const best = probabilities.indexOf(Math.max(...probabilities))
  const status = statusModel.classes[best] as Status
  return status === rules.status ? rules : { status, reason: `${status}: learned, against ${rules.reason}` }
}

/** Categories whose place stands for the one done to: "bombed targets in Syria", "arrived in Moscow". */
const DONE_IN_PLACE = new Set<EventType>(["ASSAULT", "AID", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"])
/** Categories in which both sides may act alike. */
const MUTUAL = new Set<EventType>(["CONSULT", "AGREE", "COOPERATE", "SUPPORT"])

function participantsOf(
  { roles }: Candidate,
  type: EventType,
  mode: string | null,
): Pick<Proposal, "actors" | "recipients" | "reciprocal"> {
  const inPlace = DONE_IN_PLACE.has(type) || mode === "visit"
  const recipients = roles.recipients.length === 0 && inPlace ? roles.located : roles.recipients
  const mutual = MUTUAL.has(type) && mode !== "visit"
  const alone = recipients.length === 0 && roles.actors.length > 1
  return {
    actors: roles.actors,
    recipients: unique(recipients),
    reciprocal: mutual && (roles.reciprocal || alone),
  }
}
