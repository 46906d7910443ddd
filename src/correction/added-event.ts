import type { Codebook } from "../codebook/codebook.ts"
import { ANALYST, bareEvent, type Correction, type Event, overlaps, type Span } from "../record/index.ts"
import { applyFields } from "./apply-fields.ts"
import { shiftedWords } from "./find-event.ts"

/** An article as it is coded. */
interface Surroundings {
  readonly text: string
  readonly events: readonly Event[]
  readonly codebook: Codebook
}

/**
 * The event that an addition is of now: one of its category whose trigger stands on the added words, which the coder has come
 * to see; undefined where it still sees none.
 */
export function codedMeanwhile(
  { target, seen }: Pick<Correction, "target" | "seen">,
  { text, events }: Pick<Surroundings, "text" | "events">,
): Event | undefined {
  const words = shiftedWords(target, text)?.trigger
  if (words === undefined) return undefined
  return events.find(
    ({ trigger, type }) => type === seen.type && trigger !== null && overlaps(trigger, words),
  )
}

/** The event that an analyst added, from the words that were pointed to; undefined where these are gone from the text. */
export function addedEvent(
  { target, seen, author }: Correction,
  { text, events, codebook }: Surroundings,
): Event | undefined {
  const words = shiftedWords(target, text)
  if (words === undefined) return undefined
  const spoken = (span: Span) => ({ ...span, text: text.slice(span.start, span.end) })
  const bare: Event = {
    ...bareEvent({
      id: target.event,
      document: target.document,
      sentence: target.sentence ?? 0,
      evidence: spoken(words.evidence),
      confidence: 1,
      coder: ANALYST,
    }),
    status: seen.status,
    background: seen.background,
    reciprocal: seen.actors.length > 1 && seen.recipients.length === 0,
    trigger: spoken(words.trigger),
    reasons: [`added by ${author}`],
  }
  return applyFields(bare, seen, { text, events, codebook })
}
