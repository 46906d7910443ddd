import type { Attribution } from "../../../src/record/index.ts"
import type { ReportRow } from "../../../src/view/api.ts"

/** Somebody who tells of a happening: an outlet of a report, or whom it cites. */
export interface Teller {
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly kind: "outlet" | Attribution["kind"]
  /** The outlet belongs to a state or speaks for it. */
  readonly state: boolean
  /** Reports in which the outlet itself tells it, citing nobody. */
  readonly ownVoice: number
  /** Steps from an outlet that nobody cites: 0 for such an outlet. */
  readonly depth: number
}

/** One citing another, in so many reports. */
export interface Citation {
  readonly from: string
  readonly to: string
  readonly reports: number
}

/** Who says so: outlets, those whom they cite, those whom these cite. */
export interface SaysSo {
  /** In the order in which they come in the reports. */
  readonly tellers: readonly Teller[]
  readonly citations: readonly Citation[]
  /** Outlets that are left out because there are too many. */
  readonly more: number
}

interface Step {
  readonly id: string
  readonly teller: Omit<Teller, "ownVoice" | "depth">
}

/** The graph of a happening's reports. An outlet that others cite stands there once, behind them. */
export function saysSo(reports: readonly ReportRow[], mostOutlets = Number.POSITIVE_INFINITY): SaysSo {
  const outlets = [...new Set(reports.map(outletId))]
  const shown = new Set(outlets.slice(0, mostOutlets))
  const tellers = new Map<string, Omit<Teller, "ownVoice" | "depth">>()
  const ownVoice = new Map<string, number>()
  const citations = new Map<string, { from: string; to: string; reports: number }>()
  for (const report of reports) {
    if (!shown.has(outletId(report))) continue
    const steps = stepsOf(report)
    for (const { id, teller } of steps)
      if (!tellers.has(id) || teller.kind === "outlet") tellers.set(id, teller)
    const [first, ...others] = steps
    if (first !== undefined && others.length === 0) ownVoice.set(first.id, (ownVoice.get(first.id) ?? 0) + 1)
    others.forEach(({ id }, at) => {
      const from = steps[at]?.id ?? id
      if (from === id) return
      const known = citations.get(`${from}\n${id}`)
      if (known === undefined) citations.set(`${from}\n${id}`, { from, to: id, reports: 1 })
      else known.reports++
    })
  }
  const edges = [...citations.values()]
  const depths = depthsOf([...tellers.keys()], edges)
  return {
    tellers: [...tellers.values()].map((teller) => ({
      ...teller,
      ownVoice: ownVoice.get(teller.id) ?? 0,
      depth: depths.get(teller.id) ?? 0,
    })),
    citations: edges,
    more: outlets.length - shown.size,
  }
}

const nameId = (name: string): string => `media ${name.toLowerCase()}`
const outletId = ({ outlet, document }: ReportRow): string =>
  outlet === null ? `document ${document}` : nameId(outlet.name)

function stepsOf(report: ReportRow): Step[] {
  const { outlet, attribution } = report
  const id = outletId(report)
  const state = outlet?.affiliation === "state-affiliated"
  const name = outlet?.name ?? "an unknown outlet"
  const first: Step = {
    id,
    teller: { id, name, country: outlet?.country ?? null, kind: "outlet", state },
  }
  return [first, ...attribution.map(sourceStep)]
}

/** A medium that is cited is the outlet of that name, whoever reads it; others are told apart by name and country. */
function sourceStep({ name, kind, country: given }: Attribution): Step {
  const country = given ?? null
  const id = kind === "media" ? nameId(name) : `${kind} ${country} ${name.toLowerCase()}`
  return { id, teller: { id, name, country, kind, state: false } }
}

/** The longest way to each from whoever is cited by nobody; a citation that closes a circle counts for nothing. */
function depthsOf(ids: readonly string[], citations: readonly Citation[]): ReadonlyMap<string, number> {
  const citedBy = new Map<string, string[]>()
  const reaches = (from: string, to: string): boolean =>
    from === to || (citedBy.get(to) ?? []).some((before) => reaches(from, before))
  for (const { from, to } of citations)
    if (!reaches(to, from)) citedBy.set(to, [...(citedBy.get(to) ?? []), from])
  const depths = new Map<string, number>()
  const depthOf = (id: string): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const depth = Math.max(-1, ...(citedBy.get(id) ?? []).map(depthOf)) + 1
    depths.set(id, depth)
    return depth
  }
  for (const id of ids) depthOf(id)
  return depths
}
