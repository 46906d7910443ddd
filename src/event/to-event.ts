import type { Codebook } from "../codebook/codebook.ts"
import { ploverCategory } from "../codebook/plover-category.ts"
import type {
  Event,
  EventType,
  Mention,
  Participant,
  Status,
  TextSpan,
  TimeMention,
} from "../record/index.ts"
import { contains, textSpan } from "../record/index.ts"
import type { Sentence } from "../text/analysis.ts"
import { hashString } from "../text/softmax.ts"
import {
  attributionAt,
  dateOf,
  isBackground,
  placeOf,
  quantitiesOf,
  quoteOf,
  utteranceAt,
} from "./circumstances.ts"
import type { Judged } from "./code-events.ts"
import type { CodingInput } from "./coding-input.ts"
import { labelsOf } from "./cue-words.ts"
import type { EventModels } from "./event-models.ts"
import { predicateOf } from "./type-features.ts"
import { vouchersOf } from "./vouching/vouchers.ts"

/** What still lies ahead is no recollection. */
const AHEAD: ReadonlySet<Status> = new Set(["planned", "promised", "threatened"])
/** Most contexts, and most topics, that one event is given. */
const MAX_LABELS = 4

/** The record of one proposal that is an event. */
export function toEvent(
  input: CodingInput,
  proposal: Judged,
  codebook: Codebook,
  models: Pick<EventModels, "cueWords" | "vouching">,
): Event {
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
  const times = withoutCountingPeriods(input, sentence)
  const date = dateOf({ ...input, times }, candidate.trigger, sentence, status.status)
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
      words: analysis.lemma.slice(sentence.first, sentence.last),
      ...(plover === type ? {} : { base: type }),
    }),
    quad: codebook.quadOf(plover),
    score: codebook.scoreOf(plover, plover === type ? mode : null),
    status: status.status,
    background:
      !AHEAD.has(status.status) &&
      isBackground(date, article.published, { analysis, trigger: candidate.trigger }),
    actors: actors.map(toParticipant),
    recipients: recipients.map(toParticipant),
    reciprocal: proposal.reciprocal,
    date,
    place: placeOf(analysis, candidate.trigger, sentence, input.places, { type, mode, actors, recipients }),
    attribution: vouchersOf(input, { trigger: candidate.trigger, type: plover, actors }, models.vouching),
    quote: quoteOf(attribution ?? utteranceAt(input.attributions, trigger)),
    quantities: quantitiesOf(analysis, candidate.trigger, evidence, input.quantities),
    topics: labelsOf(analysis, sentence, models.cueWords.topics, MAX_LABELS),
    confidence: Math.round(proposal.confidence * 100) / 100,
    coder: input.coder,
    trigger,
    reasons: reasonsOf(input, proposal),
  }
}

/** "His second trip in 2023": the year says over which time the trips are counted, not when this one is. */
function withoutCountingPeriods(
  { times, quantities }: CodingInput,
  sentence: Sentence,
): readonly TimeMention[] {
  const periods = quantities.flatMap((quantity) =>
    quantity.period !== undefined && contains(sentence, quantity) ? [quantity.period] : [],
  )
  return periods.length === 0
    ? times
    : times.filter((time) => !(contains(sentence, time) && periods.includes(time.value)))
}

const reasonsOf = ({ analysis }: CodingInput, { candidate, type, status }: Judged): string[] => [
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
const eventId = (document: string, type: EventType, trigger: TextSpan): string =>
  recordId(`${document}\u0000${type}\u0000${trigger.start}\u0000${trigger.end}`)

/** Sixteen hexadecimal digits that depend on the key alone. */
export function recordId(key: string): string {
  const hex = (seed: string) => hashString(`${seed}${key}`).toString(16).padStart(8, "0")
  return `${hex("a")}${hex("b")}`
}
