import type { Outlets } from "../codebook/outlets.ts"
import type { DocumentMeta, Report } from "./report.ts"

/** How independently a happening is attested. */
export interface Corroboration {
  /** Names of the outlets that report it, sorted. */
  readonly outlets: readonly string[]
  /** Owners behind them; the media of one state are one voice, and so is everything of unknown origin. */
  readonly independentOwners: number
  /** True where every outlet is known and belongs to a state. */
  readonly onlyStateMedia: boolean
}

/** Counts voices, not papers. Recaps corroborate only what no report of the time is there for. */
export function corroborate(
  reports: readonly Report[],
  documents: ReadonlyMap<string, DocumentMeta>,
  outlets: Outlets | undefined,
): Corroboration {
  const news = reports.filter(({ event }) => !event.background)
  const names = new Set<string>()
  const owners = new Set<string>()
  let state = true
  for (const id of new Set((news.length > 0 ? news : reports).map(({ event }) => event.document))) {
    const meta = documents.get(id)
    const outlet = meta?.publisher && outlets?.find(meta.publisher, meta.published)
    const name = outlet?.name ?? meta?.publisher?.name
    if (name !== undefined) names.add(name)
    owners.add(ownerKey(outlet, name))
    if (outlet?.affiliation !== "state-affiliated") state = false
  }
  return { outlets: [...names].sort(), independentOwners: owners.size, onlyStateMedia: state }
}

function ownerKey(outlet: ReturnType<Outlets["find"]>, name: string | undefined): string {
  if (outlet === undefined) return name === undefined ? "unknown" : `outlet ${name}`
  return outlet.affiliation === "state-affiliated" && outlet.country !== null
    ? `state ${outlet.country}`
    : `owner ${outlet.owner}`
}
