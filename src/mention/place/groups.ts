import type { Analysis } from "../../text/analysis.ts"
import type { Candidate, NamedSpan } from "./candidates.ts"
import { kilometres } from "./distance.ts"

/** All mentions of one name that are taken to mean the same place: one sense per document, unless the text tells them apart. */
export interface NameGroup {
  readonly key: string
  readonly spans: readonly NamedSpan[]
  readonly candidates: readonly Candidate[]
  /** Names that the text puts the place in: "Paris, Texas". */
  readonly containers: readonly NamedSpan[]
  /** Names within a few words of a mention. */
  readonly neighbours: readonly NamedSpan[]
}

const NEIGHBOUR_TOKENS = 12
const WITHIN_CITY_KM = 60
const WITHIN_FEATURE_KM = 400
const OPENERS = new Set([",", "("])

/** Groups the spans by name and by the container named after them. */
export function groupNames(spans: readonly NamedSpan[], analysis: Analysis): NameGroup[] {
  const groups = new Map<string, { spans: NamedSpan[]; containers: NamedSpan[]; neighbours: NamedSpan[] }>()
  const firstOf = new Map<string, string>()
  const containers = spans.map((span, at) => containerOf(spans, at, analysis, span))
  spans.forEach((span, at) => {
    const container = containers[at]
    const own = container === undefined ? undefined : `${span.key}|${container.key}`
    if (own !== undefined && !firstOf.has(span.key)) firstOf.set(span.key, own)
  })
  spans.forEach((span, at) => {
    const container = containers[at]
    const id = container === undefined ? (firstOf.get(span.key) ?? span.key) : `${span.key}|${container.key}`
    const group = groups.get(id) ?? { spans: [], containers: [], neighbours: [] }
    group.spans.push(span)
    if (container !== undefined) group.containers.push(container)
    for (const other of spans)
      if (other.key !== span.key && Math.abs(other.first - span.first) <= NEIGHBOUR_TOKENS)
        group.neighbours.push(other)
    groups.set(id, group)
  })
  return [...groups.values()].map((group) => ({
    ...group,
    key: group.spans[0]?.key ?? "",
    candidates: widest(group.spans),
  }))
}

/** The reading with a county's name, where any mention has it, else the most candidates. */
const widest = (spans: readonly NamedSpan[]): readonly Candidate[] =>
  spans.reduce<readonly Candidate[]>(
    (best, { candidates }) => (candidates.length > best.length ? candidates : best),
    [],
  )

function containerOf(
  spans: readonly NamedSpan[],
  at: number,
  { text, start, end }: Analysis,
  span: NamedSpan,
): NamedSpan | undefined {
  const next = spans[at + 1]
  if (next === undefined || next.first !== span.last + 1) return undefined
  if (!OPENERS.has(text.slice(start[span.last], end[span.last]))) return undefined
  return next.candidates.some((outer) => span.candidates.some((inner) => lies(inner, outer)))
    ? next
    : undefined
}

/** True where the inner place can lie in the outer one. */
export function lies(inner: Candidate, outer: Candidate): boolean {
  if (inner.place.row === outer.place.row) return false
  const { feature, country } = outer.place
  if (feature.startsWith("PCL"))
    return inner.place.country === country && !inner.place.feature.startsWith("PCL")
  if (inner.place.feature.startsWith("PCL") || inner.place.feature === "ADM1") return false
  if (feature === "ADM1") return inner.admin1 === outer.place.row || (inner.admin1 < 0 && near(inner, outer))
  if (feature === "ADM2") return inner.admin2 === outer.place.row
  if (feature.startsWith("PPL")) return kilometres(inner.place, outer.place) <= WITHIN_CITY_KM
  return near(inner, outer)
}

const near = (inner: Candidate, outer: Candidate): boolean =>
  kilometres(inner.place, outer.place) <= WITHIN_FEATURE_KM
