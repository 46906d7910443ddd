import type {
  Article,
  Attribution,
  AttributionMention,
  DateInterval,
  EventDate,
  EventPlace,
  Mention,
  PlaceMention,
  Quantity,
  QuantityMention,
  Quote,
  Span,
  Status,
  TimeMention,
} from "../record/index.ts"
import { contains } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { clauseOf, pathToRoot } from "./syntax.ts"

/** When, where, how much, and who says so: what the words around a trigger add to its event. */

/** An event is background where its date ends more than this many days before publication. */
const BACKGROUND_DAYS = 10
const DAY = 86_400_000

/** The first token that starts at or after the offset, by bisection. */
export function tokenAt(analysis: Analysis, offset: number): number {
  let low = 0
  let high = analysis.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (analysis.end[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** How far a span stands from a trigger in the tree: 0 below the trigger itself, 1 in its clause, then by clauses climbed. */
function treeDistance(analysis: Analysis, trigger: number, span: Span): number {
  const path = pathToRoot(analysis, tokenAt(analysis, Math.max(span.start, span.end - 1)))
  if (path.includes(trigger)) return 0
  const clause = clauseOf(analysis, trigger)
  if (path.includes(clause)) return 1
  const up = pathToRoot(analysis, clause)
  const meeting = up.findIndex((token) => path.includes(token))
  return meeting === -1 ? 20 : 1 + meeting
}

/** The one of the sentence's spans that stands closest to the trigger in the tree, then in the text; undefined for none. */
function closest<S extends Span>(
  analysis: Analysis,
  trigger: number,
  sentence: Sentence,
  spans: readonly S[],
  farthest: number,
): S | undefined {
  let found: S | undefined
  let least = Number.POSITIVE_INFINITY
  for (const span of spans) {
    if (!contains(sentence, span)) continue
    const inTree = treeDistance(analysis, trigger, span)
    if (inTree > farthest) continue
    const cost = inTree * 1000 + Math.abs(span.start - (analysis.start[trigger] ?? 0))
    if (cost < least) {
      least = cost
      found = span
    }
  }
  return found
}

// ---- when ------------------------------------------------------------------------------------------------------------

const REAL = new Set<Status>(["occurred", "ongoing"])

export function dateOf(
  input: { readonly analysis: Analysis; readonly article: Article; readonly times: readonly TimeMention[] },
  trigger: number,
  sentence: Sentence,
  status: Status,
): EventDate | null {
  const dated = input.times.filter((time) => time.interval !== null && !time.value.endsWith("_REF"))
  const time = closest(input.analysis, trigger, sentence, dated, 2)
  if (time?.interval != null) return { ...time.interval, text: time.text, certain: true }
  const day = input.article.published?.slice(0, 10)
  if (day === undefined || !REAL.has(status)) return null
  return { start: day, end: day, precision: "day", text: null, certain: false }
}

/** True where the event's own date lies clearly before the news. */
export function isBackground(date: EventDate | null, published: string | undefined): boolean {
  if (date === null || !date.certain || published === undefined) return false
  return (
    Date.parse(`${published.slice(0, 10)}T00:00:00Z`) - Date.parse(`${date.end}T00:00:00Z`) >
    BACKGROUND_DAYS * DAY
  )
}

/** True where the interval starts after the day of publication. */
export const isFuture = (interval: DateInterval, published: string | undefined): boolean =>
  published !== undefined && interval.start > published.slice(0, 10)

// ---- where -----------------------------------------------------------------------------------------------------------

/** The place in the trigger's clause, else in its sentence, else null. */
export function placeOf(
  analysis: Analysis,
  trigger: number,
  sentence: Sentence,
  places: readonly PlaceMention[],
): EventPlace | null {
  const place = closest(analysis, trigger, sentence, places, 3)
  return place === undefined ? null : toEventPlace(place)
}

export const toEventPlace = ({ name, country, latitude, longitude, text }: PlaceMention): EventPlace => ({
  name,
  country,
  latitude,
  longitude,
  text,
})

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

/** The chain of who says so, outermost first, without the event's own actors where they speak of their own act. */
export function chainOf(
  attribution: AttributionMention | undefined,
  actors: readonly Mention[],
): Attribution[] {
  if (attribution === undefined) return []
  const own = new Set(actors.map((mention) => mention.actor?.name))
  const chain = attribution.chain.filter(
    (link, index) => index < attribution.chain.length - 1 || !own.has(link.name),
  )
  return [...chain]
}

/** The quoted words, where the event is read from a quotation or tells of one. */
export function quoteOf(attribution: AttributionMention | undefined): Quote | null {
  if (attribution === undefined || !attribution.direct || attribution.content === null) return null
  const speaker = attribution.chain.at(-1)?.name ?? attribution.source?.text ?? null
  return { ...attribution.content, speaker }
}
