import type { AttributionMention, Quantity, QuantityMention, Quote, Span } from "../record/index.ts"
import { contains, overlaps } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { tokenAt, wayTo } from "./nearness.ts"
import { clauseOf, pathToRoot } from "./syntax.ts"

export { dateOf, isBackground } from "./event-date.ts"
export { placeOf } from "./event-place.ts"

/** When, where, how much, and who says so: what the words around a trigger add to its event. */

/**
 * How far a span stands from a trigger in the tree: 0 below the trigger itself, 1 in its clause, then by clauses climbed. What
 * stands in a clause below that of a noun is another deed's: "before the talks they were expected to sign deals worth …".
 */
function treeDistance(analysis: Analysis, trigger: number, span: Span): number {
  const token = tokenAt(analysis, Math.max(span.start, span.end - 1))
  const path = pathToRoot(analysis, token)
  if (path.includes(trigger)) return 0
  const clause = clauseOf(analysis, trigger)
  if (path.includes(clause)) return (wayTo(analysis, trigger, token)?.down ?? 0) === 0 ? 1 : 2
  const up = pathToRoot(analysis, clause)
  const meeting = up.findIndex((token) => path.includes(token))
  return meeting === -1 ? 20 : 1 + meeting
}

// ---- how much --------------------------------------------------------------------------------------------------------

/** The quantities in the trigger's clause and in what hangs on it. */
export function quantitiesOf(
  analysis: Analysis,
  trigger: number,
  evidence: Span,
  quantities: readonly QuantityMention[],
): Quantity[] {
  return quantities
    .filter((quantity) => contains(evidence, quantity) && treeDistance(analysis, trigger, quantity) <= 1)
    .map(({ start: _start, end: _end, ...quantity }) => quantity)
}

// ---- who says so -----------------------------------------------------------------------------------------------------

/** The innermost attribution whose content holds the trigger; undefined where the article says it in its own voice. */
export function attributionAt(
  attributions: readonly AttributionMention[],
  trigger: Span,
): AttributionMention | undefined {
  let found: AttributionMention | undefined
  for (const attribution of attributions) {
    const content = attribution.content
    if (content === null || !contains(content, trigger)) continue
    const known = found?.content
    if (known == null || content.end - content.start < known.end - known.start) found = attribution
  }
  return found
}

/** The attribution that the trigger itself makes: "said" and the words that were said. */
export const utteranceAt = (
  attributions: readonly AttributionMention[],
  trigger: Span,
): AttributionMention | undefined =>
  attributions.find(({ cue, content }) => cue !== null && content !== null && overlaps(cue, trigger))

/** The quoted words, where the event is read from a quotation or from words that hold one. */
export function quoteOf(attribution: AttributionMention | undefined): Quote | null {
  if (attribution === undefined || attribution.content === null) return null
  const speaker = attribution.chain.at(-1)?.name ?? attribution.source?.text ?? null
  if (attribution.direct) return { ...attribution.content, speaker }
  const { text, start } = attribution.content
  const open = text.search(OPENING)
  if (open === -1) return null
  const close = text.slice(open + 1).search(CLOSING)
  const end = close === -1 ? text.length : open + 1 + close + 1
  return { start: start + open, end: start + end, text: text.slice(open, end), speaker }
}

const OPENING = /["“«]/
const CLOSING = /["”»]/
