import {
  ANALYST,
  type Article,
  type Correction,
  type CorrectionTarget,
  type Event,
  type JudgedFields,
  type JudgedParty,
  type Span,
  type TextSpan,
} from "../record/index.ts"
import type { ReviewedDocument } from "./correct-document.ts"
import type { Judged } from "./review.ts"

type Offsets = readonly [number, number]

/**
 * An article as data/training/events holds them: offsets are UTF-16, end exclusive. `rejected` are words from which an event was
 * coded that an analyst took for none; `analysts` is who judged.
 */
export interface TrainingArticle {
  readonly document: string
  readonly title?: string
  readonly published?: string
  readonly text?: string
  readonly events: readonly TrainingEvent[]
  readonly rejected: readonly { readonly trigger: Offsets; readonly type: string | null }[]
  readonly analysts: readonly string[]
}
interface TrainingEvent {
  readonly trigger: Offsets
  readonly sentences: readonly Offsets[]
  readonly type: string
  readonly mode?: string
  readonly status: string
  readonly sources: readonly TrainingActor[]
  readonly recipients: readonly TrainingActor[]
  readonly date?: readonly [string, string]
  readonly place?: { readonly country: string; readonly name: string }
  readonly attributed_to?: readonly string[]
  readonly flags?: readonly string[]
}
interface TrainingActor {
  readonly name: string
  readonly country: string | null
  readonly span?: Offsets
}

/** What an article gives for training, and what of it nobody judged or cannot be given. */
export interface Harvest {
  readonly article: TrainingArticle
  /** Events that are coded and were not judged. */
  readonly unjudged: number
  /** Judged events whose words are not in the text any more, or that have no type. */
  readonly lost: number
}

/** How to make the training article. */
export interface HarvestOptions {
  /** The sentence that an offset stands in. */
  readonly sentenceAt: (offset: number) => Span
  /** Without it the line points into a text that is kept elsewhere. */
  readonly withText: boolean
  /** Takes in what nobody judged, flagged optional. */
  readonly withUnjudged: boolean
}

interface Statement extends Judged {
  readonly trigger: TextSpan | null
  readonly event: Event | undefined
}

/** Turns what analysts said of an article's events into an annotated article. */
export function trainingArticle(
  article: Article,
  { reviewed, orphans }: ReviewedDocument,
  { sentenceAt, withText, withUnjudged }: HarvestOptions,
): Harvest {
  const statements: Statement[] = [
    ...reviewed.map((one) => ({ ...one, trigger: one.event.trigger })),
    ...orphans.map((one) => ({ ...one, event: undefined, trigger: targetOf(one).trigger })),
  ]
  const judged = statements.filter(({ review }) => review.standing !== null)
  const there = judged.filter((one) => one.fields.type !== null && standsIn(article.text, one.trigger))
  // Of an added event that its analyst took back nothing is left to judge.
  const unjudged = reviewed.filter(({ review, event }) => review.standing === null && event.coder !== ANALYST)
  const others = withUnjudged ? unjudged.filter(({ event }) => standsIn(article.text, event.trigger)) : []
  const events = [
    ...there.filter(({ rejected }) => !rejected).map((one) => toTraining(one, [], sentenceAt)),
    ...others.map((one) => toTraining({ ...one, trigger: one.event.trigger }, ["optional"], sentenceAt)),
  ]
  return {
    article: {
      document: article.id,
      ...(article.title === undefined ? {} : { title: article.title }),
      ...(article.published === undefined ? {} : { published: article.published.slice(0, 10) }),
      ...(withText ? { text: article.text } : {}),
      events: events.sort((a, b) => a.trigger[0] - b.trigger[0]),
      rejected: there
        .filter(({ rejected }) => rejected)
        .map(({ trigger, fields }) => ({ trigger: offsets(trigger!), type: fields.type })),
      analysts: [
        ...new Set(judged.flatMap(({ review }) => review.history.map(({ author }) => author))),
      ].sort(),
    },
    unjudged: unjudged.length,
    lost: judged.length - there.length,
  }
}

const targetOf = ({ review }: Judged): CorrectionTarget => (review.history[0] as Correction).target
const standsIn = (text: string, span: TextSpan | null): boolean =>
  span !== null && span.text !== "" && text.slice(span.start, span.end) === span.text
const offsets = ({ start, end }: Span): Offsets => [start, end]

function toTraining(
  { event, fields, trigger, review }: Statement,
  flags: readonly string[],
  sentenceAt: HarvestOptions["sentenceAt"],
): TrainingEvent {
  const { type, mode, status, date, place, background } = fields
  const attributed = event?.attribution.map(({ name }) => name) ?? []
  const all = [
    ...flags,
    ...(background ? ["background"] : []),
    ...(isMutual(fields, event, review.standing?.changed ?? []) ? ["symmetric"] : []),
  ]
  return {
    trigger: offsets(trigger!),
    sentences: [offsets(sentenceAt(trigger!.start))],
    type: type!,
    ...(mode === null ? {} : { mode }),
    status,
    sources: fields.actors.map(toActor),
    recipients: fields.recipients.map(toActor),
    ...(date === null ? {} : { date: [date.start, date.end] as const }),
    ...(place === null || place.country === null
      ? {}
      : { place: { country: place.country, name: place.name } }),
    ...(attributed.length === 0 ? {} : { attributed_to: attributed }),
    ...(all.length === 0 ? {} : { flags: all }),
  }
}

const toActor = ({ name, country, span }: JudgedParty): TrainingActor => ({
  name,
  country,
  ...(span === null ? {} : { span: offsets(span) }),
})

/** Both sides act alike where it was coded so and the sides still stand, or where all stand on one side. */
const isMutual = (
  { actors, recipients }: JudgedFields,
  event: Event | undefined,
  changed: readonly string[],
): boolean =>
  (actors.length > 1 && recipients.length === 0) ||
  (event?.reciprocal === true && !changed.includes("actors") && !changed.includes("recipients"))
