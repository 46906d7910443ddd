import type { Candidate } from "../../src/event/candidates.ts"
import { sameEntity } from "../../src/event/mention-index.ts"
import { pathToRoot } from "../../src/event/syntax.ts"
import type { EventType, Mention, Status } from "../../src/record/index.ts"
import type { Analysis } from "../../src/text/analysis.ts"

/** A hand-annotated event of the whole-article sets, as far as training reads it. */
export interface GoldEvent {
  readonly id: string
  readonly quote: string
  readonly also?: string | readonly string[]
  readonly type: EventType
  readonly alt_types: readonly EventType[]
  readonly status: Status
  readonly alt_statuses?: readonly Status[]
  readonly sources: readonly GoldActor[]
  readonly recipients: readonly GoldActor[]
  readonly symmetric?: boolean
  readonly optional?: boolean
  readonly source_optional?: boolean
  readonly recipient_optional?: boolean
  /** The word that states the event, where the annotation names it, and those of its other statements. */
  readonly trigger?: TriggerSpan
  readonly alsoTriggers?: readonly TriggerSpan[]
  readonly date?: { readonly start: string; readonly end: string } | null
  readonly place?: { readonly country: string; readonly name?: string } | null
  readonly attributed_to?: readonly { readonly name: string }[]
  readonly quantities?: readonly unknown[]
}
/** Character offsets into the article's text. */
export interface TriggerSpan {
  readonly start: number
  readonly end: number
}
export interface GoldActor {
  readonly country: string | null
  readonly name: string
  readonly aliases?: readonly string[]
  /** The words by which the event's sentence names the actor, where the annotation gives them. */
  readonly span?: TriggerSpan
  /** All words that the coder takes for the same actor as those of the span. */
  readonly sameActor?: readonly TriggerSpan[]
}
export interface GoldArticle {
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly published?: string
  readonly publisher?: string
  readonly gold: readonly GoldEvent[]
  readonly must_not?: readonly unknown[]
}

export interface Alignment {
  readonly gold: GoldEvent
  /** True where the trigger lies in the main quote, false where in another statement of the same event. */
  readonly main: boolean
}

/** Gives each gold event at most one trigger in each of its quotes: the likeliest whose participants fit. */
export function align(
  text: string,
  analysis: Analysis,
  candidates: readonly Candidate[],
  golds: readonly GoldEvent[],
  likelihood: (candidate: Candidate, gold: GoldEvent) => number,
): Map<Candidate, Alignment> {
  const options: { candidate: Candidate; gold: GoldEvent; main: boolean; score: number }[] = []
  for (const gold of golds) {
    for (const { start, end, main } of statementsOf(text, gold))
      for (const candidate of candidates) {
        const at = analysis.start[candidate.trigger]!
        if (at < start || at >= end) continue
        options.push({
          candidate,
          gold,
          main,
          score:
            fit(candidate, gold) +
            likelihood(candidate, gold) -
            0.08 * pathToRoot(analysis, candidate.trigger).length,
        })
      }
  }
  options.sort((a, b) => b.score - a.score)
  const aligned = new Map<Candidate, Alignment>()
  const taken = new Set<string>()
  for (const { candidate, gold, main } of options) {
    const key = `${gold.id} ${main}`
    if (aligned.has(candidate) || taken.has(key)) continue
    aligned.set(candidate, { gold, main })
    taken.add(key)
  }
  return aligned
}

/** Where a gold event is stated: its triggers, where the annotation names them, else its quotes. */
function statementsOf(text: string, gold: GoldEvent): (TriggerSpan & { readonly main: boolean })[] {
  if (gold.trigger !== undefined)
    return [
      { ...gold.trigger, main: true },
      ...(gold.alsoTriggers ?? []).map((trigger) => ({ ...trigger, main: false })),
    ]
  const also = gold.also === undefined ? [] : typeof gold.also === "string" ? [gold.also] : gold.also
  return [gold.quote, ...also].flatMap((quote) => {
    const start = text.indexOf(quote)
    return start === -1 ? [] : [{ start, end: start + quote.length, main: quote === gold.quote }]
  })
}

/** How well the participants that syntax found fit those of the gold event: 0 for not at all, 1 for both sides. */
function fit({ roles }: Candidate, gold: GoldEvent): number {
  const both = [...roles.actors, ...roles.recipients]
  if (gold.symmetric)
    return gold.sources.some((side) => both.some((mention) => isSame(side, mention))) ? 1 : 0
  const source = sideFits(gold.sources, roles.actors)
  const recipient = sideFits(gold.recipients, [...roles.recipients, ...roles.located])
  return 0.6 * source + 0.4 * recipient
}

const sideFits = (golds: readonly GoldActor[], mentions: readonly Mention[]): number =>
  golds.length === 0 ? 0.5 : golds.some((gold) => mentions.some((mention) => isSame(gold, mention))) ? 1 : 0

/** The words that the annotation points to, or others of the same actor; without such, the same country where both have one, else the same name. */
export const isSame = (gold: GoldActor, mention: Mention): boolean =>
  gold.span === undefined
    ? isSameActor(gold, mention)
    : (gold.sameActor ?? [gold.span]).some((span) => meet(span, mention))

/**
 * An annotated event whose actors are known by all their mentions: "its spokesman, Ali al-Dabbagh" is one actor in two
 * mentions, of which the coder keeps one and the annotation may point to the other.
 */
export function withMentions(gold: GoldEvent, mentions: readonly Mention[]): GoldEvent {
  const known = (actor: GoldActor): GoldActor => {
    const { span } = actor
    if (span === undefined) return actor
    const pointed = mentions.filter((mention) => mention.actor !== null && meet(span, mention))
    const same = mentions.filter((mention) => pointed.some((one) => sameEntity(one, mention)))
    return { ...actor, sameActor: [span, ...same.map(({ start, end }) => ({ start, end }))] }
  }
  return { ...gold, sources: gold.sources.map(known), recipients: gold.recipients.map(known) }
}

/** True where the mention lies in the span or holds it. */
const meet = (span: TriggerSpan, { start, end }: Mention): boolean =>
  (span.start <= start && end <= span.end) || (start <= span.start && span.end <= end)

const isSameActor = (gold: GoldActor, mention: Mention): boolean =>
  gold.country !== null && mention.actor?.country != null
    ? mention.actor.country === gold.country
    : isNamed(gold, mention)

/** True where a name of the gold actor is the mention's, or part of its words. */
export const isNamed = (gold: GoldActor, { actor, text }: Mention): boolean =>
  [gold.name, ...(gold.aliases ?? [])].some(
    (name) => name === actor?.name || text.includes(name) || name.includes(text),
  )
