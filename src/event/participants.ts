import type { Codebook } from "../codebook/codebook.ts"
import { ploverCategory } from "../codebook/plover-category.ts"
import type {
  Event,
  EventType,
  Mention,
  Participant,
  ParticipantPair,
  Span,
  TextSpan,
} from "../record/index.ts"
import { bareEvent, overlaps, textSpan } from "../record/index.ts"
import { attributionAt, dateOf, isBackground, placeOf, quantitiesOf, quoteOf } from "./circumstances.ts"
import type { CodingInput } from "./coding-input.ts"
import { labelsOf, modeOf } from "./cue-words.ts"
import { locatePair } from "./relation/pair.ts"
import { classifyRelation, type Relation, type RelationModel } from "./relation-classifier.ts"
import { statusOf } from "./status.ts"
import { clauseOf, clauseTokens } from "./syntax.ts"
import { recordId, toParticipant } from "./to-event.ts"
import { vouchersOf } from "./vouching/vouchers.ts"
import type { VouchingModel } from "./vouching/vouching-model.ts"

const MAX_LABELS = 4
const RECIPROCAL = new Set<EventType>(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])

/**
 * One event for each pair of spans that the article gives, in order: what holds between exactly these two. Pairs between which
 * nothing is found have `type` and `plover` null.
 */
export function codeParticipants(
  input: CodingInput,
  codebook: Codebook,
  model: RelationModel,
  vouching: VouchingModel,
): Event[] {
  return (input.article.participants ?? []).map((pair, at) =>
    codePair(input, pair, at, codebook, model, vouching),
  )
}

function codePair(
  input: CodingInput,
  pair: ParticipantPair,
  at: number,
  codebook: Codebook,
  model: RelationModel,
  vouching: VouchingModel,
): Event {
  const { article, analysis } = input
  const relation = classifyRelation(analysis, pair.actor, pair.recipient, model)
  const located = locatePair(analysis, pair.actor, pair.recipient)
  const anchor = relation.trigger ?? located?.actor?.head ?? located?.recipient?.head ?? 0
  const sentence = analysis.sentences[analysis.sentence[anchor] ?? 0]
  const evidence = evidenceOf(input, pair, anchor)
  const actors = participants(input, pair.actor)
  const recipients = participants(input, pair.recipient)
  if (relation.type === null || sentence === undefined)
    return { ...nothing(input, at), sentence: sentence?.index ?? 0, evidence, actors, recipients }
  const plover = relation.type
  const { status } = statusOf(analysis, anchor, model.statusCues)
  const type = baseType(relation, status)
  const clause = clauseTokens(analysis, clauseOf(analysis, anchor))
  const mode = relation.reading?.act?.type === type ? (relation.reading.act.mode ?? null) : null
  const contexts = labelsOf(analysis, sentence, model.cueWords.contexts, MAX_LABELS)
  const trigger = textSpan(article.text, analysis.start[anchor] ?? 0, analysis.end[anchor] ?? 0)
  const attribution = attributionAt(input.attributions, trigger)
  const date = dateOf(input, anchor, sentence, status)
  const own = mentionsIn(input, pair.actor)
  return {
    ...nothing(input, at),
    sentence: sentence.index,
    evidence,
    type,
    plover,
    mode: mode ?? modeOf(analysis, type, anchor, clause, model.cueWords),
    contexts,
    cameo: codebook.cameoOf(plover, mode, contexts, {
      words: analysis.lemma.slice(sentence.first, sentence.last),
      ...(plover === type ? {} : { base: type }),
    }),
    quad: codebook.quadOf(plover),
    score: codebook.scoreOf(plover, plover === type ? mode : null),
    status,
    background: isBackground(date, article.published),
    actors,
    recipients,
    reciprocal: RECIPROCAL.has(type) && areCoordinated(input, pair),
    date,
    place: placeOf(analysis, anchor, sentence, input.places),
    attribution: vouchersOf(input, { trigger: anchor, type: plover, actors: own }, vouching),
    quote: quoteOf(attribution),
    quantities: quantitiesOf(analysis, anchor, evidence, input.quantities),
    topics: labelsOf(analysis, sentence, model.cueWords.topics, MAX_LABELS),
    confidence: Math.round(relation.probability * 100) / 100,
    trigger: relation.trigger === null ? null : trigger,
    reasons: reasonsOf(relation),
  }
}

/** What would happen, where the label stands for something to come: "will visit" is AGREE, and a CONSULT in the future. */
function baseType({ type, reading }: Relation, status: Event["status"]): EventType {
  const label = type as EventType
  const act = reading?.act?.type
  return act !== undefined && act !== label && ploverCategory(act, null, status) === label ? act : label
}

function reasonsOf({ type, reading, alternatives }: Relation): string[] {
  const [second] = alternatives
  return [
    `pair classifier → ${type}`,
    ...(reading?.act === undefined
      ? []
      : [`predicate ${reading.act.id}: ${reading.act.lemma} → ${reading.act.type}`]),
    ...(reading?.stance === undefined
      ? []
      : [`stance: ${reading.negated ? "negated " : ""}${reading.stance}`]),
    ...(second === undefined ? [] : [`next: ${second[0]} ${second[1].toFixed(2)}`]),
  ]
}

/** The words from the first of actor, recipient and act to the last. */
function evidenceOf(
  { article, analysis }: CodingInput,
  { actor, recipient }: ParticipantPair,
  anchor: number,
): TextSpan {
  const spans: Span[] = [
    ...(actor === null ? [] : [actor]),
    ...(recipient === null ? [] : [recipient]),
    ...(anchor < analysis.count
      ? [{ start: analysis.start[anchor] ?? 0, end: analysis.end[anchor] ?? 0 }]
      : []),
  ]
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  return spans.length === 0 ? textSpan(article.text, 0, 0) : textSpan(article.text, start, end)
}

/** The given span as a participant: its words as given, who it is from the mention that shares most with it. */
function participants(input: CodingInput, span: Span | null): Participant[] {
  if (span === null) return []
  const given = textSpan(input.article.text, span.start, span.end)
  const [mention] = mentionsIn(input, span)
  const known = mention ?? ({ actor: null } as Mention)
  return [{ ...toParticipant({ ...known, ...given }), ...given }]
}

/** Mentions that overlap the span, the resolved and longest first. */
function mentionsIn({ mentions }: CodingInput, span: Span | null): Mention[] {
  if (span === null) return []
  const shared = (mention: Mention): number =>
    Math.min(mention.end, span.end) - Math.max(mention.start, span.start)
  return mentions
    .filter((mention) => mention.actor !== null && overlaps(mention, span))
    .sort((a, b) => shared(b) - shared(a) || a.start - b.start)
}

/** "Peru and Chile agreed": the recipient is the actor's conjunct. */
function areCoordinated({ analysis }: CodingInput, { actor, recipient }: ParticipantPair): boolean {
  const pair = locatePair(analysis, actor, recipient)
  if (pair?.actor == null || pair.recipient == null) return false
  const { head } = pair.recipient
  return analysis.deprel[head] === "conj" && analysis.head[head] === pair.actor.head
}

/** A record that says nothing yet but which pair it is of. */
const nothing = ({ article, coder }: CodingInput, at: number): Event =>
  bareEvent({
    id: recordId(`${article.id}\u0000pair\u0000${at}`),
    document: article.id,
    sentence: 0,
    evidence: textSpan(article.text, 0, 0),
    confidence: 0,
    coder,
  })
