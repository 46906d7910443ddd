import type { CorrectionTarget, Event, JudgedFields, Span, TextSpan } from "../record/index.ts"
import { overlaps } from "../record/index.ts"

/** Evidence that shares this part of its characters with other evidence is the same statement. */
const SAME_EVIDENCE = 0.5

/** A corrected event, and what it read as then. */
export interface Sought {
  readonly target: CorrectionTarget
  readonly seen: Pick<JudgedFields, "type" | "actors" | "recipients">
}

/**
 * Finds a corrected event among those that its article is coded to now: the one whose trigger stands on the same words; else,
 * where the coder reads the same act from another word ("held talks": held, then talks), the one of the same category and
 * parties in the same evidence. Undefined where neither is there, or the words themselves are gone.
 */
export function findEvent(
  { target, seen }: Sought,
  events: readonly Event[],
  text: string,
): Event | undefined {
  const shift = shiftOf(target.evidence, text)
  if (shift === undefined) return undefined
  const evidence = shifted(target.evidence, shift)
  const near = events.filter((event) => overlaps(event.evidence, evidence))
  return (
    (target.trigger === null ? undefined : byTrigger(near, shifted(target.trigger, shift))) ??
    byStatement(near, evidence, seen)
  )
}

function byTrigger(events: readonly Event[], words: Span): Event | undefined {
  const closeness = ({ trigger }: Event) => (trigger === null ? 0 : shared(trigger, words))
  return best(events, closeness)
}

function byStatement(events: readonly Event[], evidence: Span, seen: Sought["seen"]): Event | undefined {
  const closeness = (event: Event): number => {
    if (event.type !== seen.type || partiesOf(event) !== partiesOf(seen)) return 0
    const both = shared(event.evidence, evidence)
    const part = both / (lengthOf(event.evidence) + lengthOf(evidence) - both)
    return part >= SAME_EVIDENCE ? part : 0
  }
  return best(events, closeness)
}

/** The closest, where any is close at all; of equals the one with the lower id. */
function best(events: readonly Event[], closeness: (event: Event) => number): Event | undefined {
  let found: Event | undefined
  for (const event of events) {
    if (closeness(event) === 0) continue
    const lead = found === undefined ? 1 : closeness(event) - closeness(found)
    if (found === undefined || lead > 0 || (lead === 0 && event.id < found.id)) found = event
  }
  return found
}

/** Where the words of a correction stand in the text as it is now; undefined where they are gone or it points to none. */
export function shiftedWords(
  { evidence, trigger }: Pick<CorrectionTarget, "evidence" | "trigger">,
  text: string,
): { readonly evidence: Span; readonly trigger: Span } | undefined {
  const shift = shiftOf(evidence, text)
  return shift === undefined || trigger === null
    ? undefined
    : { evidence: shifted(evidence, shift), trigger: shifted(trigger, shift) }
}

/** By how much the words moved since: 0 where they stand, else to the nearest place where they do; undefined where nowhere. */
function shiftOf({ start, end, text: words }: TextSpan, text: string): number | undefined {
  if (text.slice(start, end) === words) return 0
  if (words === "") return undefined
  let nearest: number | undefined
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (nearest === undefined || Math.abs(at - start) < Math.abs(nearest)) nearest = at - start
  return nearest
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
const lengthOf = ({ start, end }: Span): number => end - start
/** How many characters both spans hold. */
const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Who takes part, however a side is described. */
interface Sides {
  readonly actors: readonly { readonly name: string; readonly country: string | null }[]
  readonly recipients: Sides["actors"]
}

const partiesOf = ({ actors, recipients }: Sides): string =>
  [actors, recipients]
    .map((side) =>
      side
        .map(({ country, name }) => country ?? name)
        .sort()
        .join("+"),
    )
    .join(" > ")
