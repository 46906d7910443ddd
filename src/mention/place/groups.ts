import type { Analysis } from "../../text/analysis.ts"
import type { Candidate, NamedSpan } from "./candidates.ts"
import { addContainers, type Containers, liesWithin, noContainers } from "./containment.ts"

/** All mentions of one name that are taken to mean the same place: one sense per document, unless the text tells them apart. */
export interface NameGroup {
  readonly key: string
  readonly spans: readonly NamedSpan[]
  readonly candidates: readonly Candidate[]
  /** The text names a place that this one lies in: "Paris, Texas". */
  readonly contained: boolean
  readonly containing: Containers
  /** Keys of the names within a few words of a mention, and what these names may mean. */
  readonly neighbours: ReadonlySet<string>
  readonly around: Containers
}

const NEIGHBOUR_TOKENS = 12
const OPENERS = new Set([",", "("])

/** Groups the spans, which stand in text order, by name and by the container named after them. */
export function groupNames(spans: readonly NamedSpan[], analysis: Analysis): NameGroup[] {
  const containers = spans.map((span, at) => containerOf(span, spans[at + 1], analysis))
  const idOf = groupIds(spans, containers)
  const members = new Map<string, number[]>()
  idOf.forEach((id, at) => {
    members.set(id, [...(members.get(id) ?? []), at])
  })
  return [...members.values()].map((group) => makeGroup(group, spans, containers))
}

/** A bare name joins the first mention that says where it lies. */
function groupIds(spans: readonly NamedSpan[], containers: readonly (NamedSpan | undefined)[]): string[] {
  const first = new Map<string, string>()
  spans.forEach(({ key }, at) => {
    const container = containers[at]
    if (container !== undefined && !first.has(key)) first.set(key, `${key}|${container.key}`)
  })
  return spans.map(({ key }, at) => {
    const container = containers[at]
    return container === undefined ? (first.get(key) ?? key) : `${key}|${container.key}`
  })
}

function makeGroup(
  members: readonly number[],
  spans: readonly NamedSpan[],
  containers: readonly (NamedSpan | undefined)[],
): NameGroup {
  const own = members.flatMap((at) => spans[at] ?? [])
  const containing = noContainers()
  const around = noContainers()
  const neighbours = new Set<string>()
  let contained = false
  for (const at of members) {
    const container = containers[at]
    if (container !== undefined) {
      contained = true
      addContainers(containing, container.candidates)
    }
    for (const other of near(at, spans)) {
      if (neighbours.has(other.key)) continue
      neighbours.add(other.key)
      addContainers(around, other.candidates)
    }
  }
  return {
    key: own[0]?.key ?? "",
    spans: own,
    candidates: widest(own),
    contained,
    containing,
    neighbours,
    around,
  }
}

/** Other names within a few words of a mention. */
function near(at: number, spans: readonly NamedSpan[]): NamedSpan[] {
  const { first = 0, key = "" } = spans[at] ?? {}
  const found: NamedSpan[] = []
  for (const step of [-1, 1])
    for (let other = at + step; other >= 0 && other < spans.length; other += step) {
      const span = spans[other]
      if (span === undefined || Math.abs(span.first - first) > NEIGHBOUR_TOKENS) break
      if (span.key !== key) found.push(span)
    }
  return found
}

/** The mention with the most readings: one may name the county, the others not. */
const widest = (spans: readonly NamedSpan[]): readonly Candidate[] =>
  spans.reduce<readonly Candidate[]>(
    (best, { candidates }) => (candidates.length > best.length ? candidates : best),
    [],
  )

/** The name right after a comma or a bracket, where one of its readings can contain one of this name's. */
function containerOf(
  span: NamedSpan,
  next: NamedSpan | undefined,
  { text, start, end }: Analysis,
): NamedSpan | undefined {
  if (next === undefined || next.first !== span.last + 1) return undefined
  if (!OPENERS.has(text.slice(start[span.last], end[span.last]))) return undefined
  if (span.key !== next.key && areSiblings(span, next)) return undefined
  const outer = noContainers()
  addContainers(outer, next.candidates)
  return span.candidates.some((inner) => liesWithin(inner, outer)) ? next : undefined
}

/** "Kansas, Oklahoma and Texas" is a list: both are countries, or both first-level regions. */
const areSiblings = (a: NamedSpan, b: NamedSpan): boolean =>
  (a.candidates.some(isCountry) && b.candidates.some(isCountry)) ||
  (a.candidates.some(isRegion) && b.candidates.some(isRegion))
const isCountry = ({ place }: Candidate): boolean => place.feature.startsWith("PCL")
const isRegion = ({ place }: Candidate): boolean => place.feature === "ADM1"
