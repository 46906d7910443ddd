import type { Span } from "../../../src/record/index.ts"
import type { CodedEvent } from "../../../src/view/api.ts"

/** A stretch of text that matters within an event: who acts, who is acted on, the word that tells the act; or words that an analyst picks. */
export interface Clue extends Span {
  readonly kind: "actor" | "recipient" | "trigger" | "picked"
}

/** Participants of every event, each span once; of the event in hand, what each is to it, and its trigger. */
export function cluesOf(events: readonly CodedEvent[], inHand: string | undefined): Clue[] {
  const event = events.find(({ id }) => id === inHand)
  const clues = new Map<string, Clue>()
  const add = ({ start, end }: Span, kind: Clue["kind"]) => {
    const key = `${start} ${end}`
    if (!clues.has(key)) clues.set(key, { start, end, kind })
  }
  if (event !== undefined) {
    if (event.trigger !== null) add(event.trigger, "trigger")
    for (const participant of event.recipients) add(participant, "recipient")
  }
  for (const { actors, recipients } of events) {
    for (const participant of actors) add(participant, "actor")
    for (const participant of recipients) add(participant, "actor")
  }
  return [...clues.values()]
}
