import type { Codebook } from "../codebook/codebook.ts"
import { ploverCategory } from "../codebook/plover-category.ts"
import type { Event, EventType, Mention, Participant, TextSpan } from "../record/index.ts"
import { EVENT_TYPES, textSpan } from "../record/index.ts"
import { hashString, predict } from "../text/softmax.ts"
import { type Candidate, findCandidates } from "./candidates.ts"
import {
  attributionAt,
  chainOf,
  dateOf,
  isBackground,
  placeOf,
  quantitiesOf,
  quoteOf,
} from "./circumstances.ts"
import type { CodingInput } from "./coding-input.ts"
import { labelsOf, modeOf } from "./cue-words.ts"
import type { EventModels } from "./event-models.ts"
import { indexMentions, unique } from "./mention-index.ts"
import { findSpeakers } from "./speakers.ts"
import { type StatusReading, statusOf } from "./status.ts"
import { lemmaOf } from "./syntax.ts"
import { predicateOf, typeFeatures } from "./type-features.ts"

/** The class of triggers that report no event. */
export const NO_EVENT = "NONE"
const MAX_LABELS = 4

/** What a candidate would be coded as, and how surely. */
export interface Proposal {
  readonly candidate: Candidate
  readonly type: EventType
  readonly mode: string | null
  readonly confidence: number
  readonly status: StatusReading
  readonly actors: readonly Mention[]
  readonly recipients: readonly Mention[]
  readonly reciprocal: boolean
}

/** Every event that the article reports, in text order. */
export function codeEvents(input: CodingInput, codebook: Codebook, models: EventModels): Event[] {
  const proposals = propose(input, models).filter(({ confidence }) => confidence >= models.threshold)
  return withoutRepetition(proposals).map((proposal) => toEvent(input, proposal, codebook, models))
}

/** Every word that may report an event, with its participants; those of quoted words include who speaks them. */
export function candidatesOf(input: CodingInput, models: Pick<EventModels, "nouns">): Candidate[] {
  const index = indexMentions(input.analysis, input.mentions)
  const speakers = findSpeakers(input, index)
  return findCandidates(input.analysis, index, speakers, models.nouns)
}

/** All candidates with their likeliest type, before any is dropped. */
export function propose(input: CodingInput, models: EventModels): Proposal[] {
  return candidatesOf(input, models).map((candidate) => {
    const { type, probability } = likeliestType(input, candidate, models)
    const status = statusOf(input.analysis, candidate.trigger, models.statusCues)
    const mode = modeOf(input.analysis, type, candidate.trigger, candidate.clause, models.cueWords)
    return {
      candidate,
      type,
      mode,
      confidence: probability,
      status,
      ...participantsOf(candidate, type, mode),
    }
  })
}

function likeliestType(
  input: CodingInput,
  candidate: Candidate,
  models: EventModels,
): { type: EventType; probability: number } {
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
  return { type: (typeModel.classes[best] ?? EVENT_TYPES[0]) as EventType, probability: 1 - none }
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

// ---- one report an event ---------------------------------------------------------------------------------------------

const partiesKey = (mentions: readonly Mention[]): string =>
  mentions
    .map((mention) => mention.actor?.country ?? mention.actor?.name ?? mention.text)
    .sort()
    .join("+")

/** A sentence that names one act twice ("held talks") reports it once: the surer proposal stays. */
function withoutRepetition(proposals: readonly Proposal[]): Proposal[] {
  const best = new Map<string, Proposal>()
  for (const proposal of proposals) {
    const { candidate, type, actors, recipients } = proposal
    const key = `${candidate.sentence.index} ${type} ${partiesKey(actors)} > ${partiesKey(recipients)}`
    const known = best.get(key)
    if (known === undefined || proposal.confidence > known.confidence) best.set(key, proposal)
  }
  const kept = new Set(best.values())
  return proposals.filter((proposal) => kept.has(proposal))
}

// ---- the record ------------------------------------------------------------------------------------------------------

function toEvent(input: CodingInput, proposal: Proposal, codebook: Codebook, models: EventModels): Event {
  const { article, analysis } = input
  const { candidate, type, mode, status, actors, recipients } = proposal
  const trigger: TextSpan = textSpan(
    article.text,
    analysis.start[candidate.trigger] ?? 0,
    analysis.end[candidate.trigger] ?? 0,
  )
  const { sentence, evidence } = candidate
  const contexts = labelsOf(analysis, sentence, models.cueWords.contexts, MAX_LABELS)
  const attribution = attributionAt(input.attributions, trigger)
  const date = dateOf(input, candidate.trigger, sentence, status.status)
  const plover = ploverCategory(type, mode, status.status)
  return {
    id: eventId(article.id, type, trigger),
    document: article.id,
    sentence: sentence.index,
    evidence: textSpan(article.text, evidence.start, evidence.end),
    type,
    plover,
    mode,
    contexts,
    cameo: codebook.cameoOf(plover, mode, contexts, {
      words: candidate.clause.map((token) => lemmaOf(analysis, token)),
      ...(plover === type ? {} : { base: type }),
    }),
    quad: codebook.quadOf(plover),
    score: codebook.scoreOf(plover, plover === type ? mode : null),
    status: status.status,
    background: isBackground(date, article.published),
    actors: actors.map(toParticipant),
    recipients: recipients.map(toParticipant),
    reciprocal: proposal.reciprocal,
    date,
    place: placeOf(analysis, candidate.trigger, sentence, input.places),
    attribution: chainOf(attribution, actors),
    quote: quoteOf(attribution),
    quantities: quantitiesOf(analysis, candidate.trigger, evidence, input.quantities),
    topics: labelsOf(analysis, sentence, models.cueWords.topics, MAX_LABELS),
    confidence: Math.round(proposal.confidence * 100) / 100,
    coder: input.coder,
    trigger,
    reasons: reasonsOf(input, proposal),
  }
}

const reasonsOf = ({ analysis }: CodingInput, { candidate, type, status }: Proposal): string[] => [
  `trigger: ${predicateOf(analysis, candidate.trigger)} → ${type}`,
  `status: ${status.reason}`,
  ...(candidate.roles.actorPath === "" ? [] : [`actor through ${candidate.roles.actorPath}`]),
  ...(candidate.roles.recipientPath === "" ? [] : [`recipient through ${candidate.roles.recipientPath}`]),
]

/** A participant's record from a mention; one that nobody knows keeps its words as its name. */
export function toParticipant({ text, start, end, actor }: Mention): Participant {
  const known = actor ?? {
    name: text,
    country: null,
    sector: null,
    sectors: [],
    role: null,
    kind: "group" as const,
  }
  return { text, start, end, ...known }
}

/** An id that depends on the document, the words and the category alone. */
function eventId(document: string, type: EventType, trigger: TextSpan): string {
  const key = `${document}\u0000${type}\u0000${trigger.start}\u0000${trigger.end}`
  const hex = (seed: string) => hashString(`${seed}${key}`).toString(16).padStart(8, "0")
  return `${hex("a")}${hex("b")}`
}
