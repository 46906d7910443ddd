import type { Codebook } from "../codebook/codebook.ts"
import type { Correction, Event } from "../record/index.ts"
import { addedEvent, codedMeanwhile } from "./added-event.ts"
import { applyFields } from "./apply-fields.ts"
import { judgedFields } from "./fields.ts"
import { findEvent } from "./find-event.ts"
import { inOrder, type Judged, judge } from "./review.ts"

/** An event with everything that was said of it; `event` reads as it stands, whether it is rejected or not. */
export interface ReviewedEvent extends Judged {
  readonly event: Event
}

/** A document's events and corrections brought together. */
export interface ReviewedDocument {
  /** In the order of the events; those that analysts added follow them. */
  readonly reviewed: readonly ReviewedEvent[]
  /** Corrections whose event is not coded any more, those of one event together. */
  readonly orphans: readonly Judged[]
}

interface Coded {
  readonly text: string
  /** As they were coded. */
  readonly events: readonly Event[]
  readonly corrections: readonly Correction[]
}

/** Finds each correction's event, adds those that analysts added, and reads every event with what was said of it. */
export function correctDocument({ text, events, corrections }: Coded, codebook: Codebook): ReviewedDocument {
  const added = addedEvents({ text, events, corrections }, codebook)
  const all = [...events, ...added]
  const { byEvent, orphaned } = gather({ text, events: all, corrections })
  const reviewed = all.map((event): ReviewedEvent => {
    const judged = judge(judgedFields(event), byEvent.get(event.id) ?? [])
    const { standing } = judged.review
    if (standing === null) return { ...judged, event }
    const { kind, author, time, note, changed } = standing
    const read = applyFields(event, judged.fields, { text, events, codebook })
    return { ...judged, event: { ...read, correction: { kind, author, time, note, changed } } }
  })
  const orphans = [...orphaned.values()].map((own) => judge(inOrder(own)[0]!.seen, own))
  return { reviewed, orphans }
}

/** Events that analysts added and nobody codes, once each, whatever was said of them since. */
function addedEvents({ text, events, corrections }: Coded, codebook: Codebook): Event[] {
  const known = new Set(events.map(({ id }) => id))
  const added = new Map<string, Event>()
  for (const addition of inOrder(corrections)) {
    if (addition.kind !== "add" || known.has(addition.target.event) || added.has(addition.target.event))
      continue
    if (codedMeanwhile(addition, { text, events }) !== undefined) continue
    const event = addedEvent(addition, { text, events, codebook })
    if (event !== undefined) added.set(event.id, event)
  }
  return [...added.values()]
}

/** Corrections by the event that they are of now; the others by the words that they were of. */
function gather({ text, events, corrections }: Coded): {
  readonly byEvent: ReadonlyMap<string, readonly Correction[]>
  readonly orphaned: ReadonlyMap<string, readonly Correction[]>
} {
  const byEvent = new Map<string, Correction[]>()
  const orphaned = new Map<string, Correction[]>()
  const ordered = inOrder(corrections)
  const additions = new Map(
    ordered.flatMap((one) => (one.kind === "add" ? [[one.target.event, one] as const] : [])),
  )
  for (const correction of ordered) {
    const addition = additions.get(correction.target.event)
    const event =
      addition === undefined
        ? findEvent(correction, events, text)
        : (events.find(({ id }) => id === addition.target.event) ??
          codedMeanwhile(addition, { text, events }))
    const [groups, key] = event === undefined ? [orphaned, wordsKey(correction)] : [byEvent, event.id]
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [correction])
    else group.push(correction)
  }
  return { byEvent, orphaned }
}

const wordsKey = ({ target: { trigger, evidence, event } }: Correction): string =>
  trigger === null
    ? `${event} ${evidence.start} ${evidence.end}`
    : `${trigger.start} ${trigger.end} ${trigger.text}`
