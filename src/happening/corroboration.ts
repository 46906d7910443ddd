import type { FirstReport, Owner } from "../record/index.ts"
import type { Report } from "./report.ts"
import type { Voice } from "./voices.ts"

/** How independently a happening is attested. */
export interface Corroboration {
  /** Names of the outlets that report it, sorted. */
  readonly outlets: readonly string[]
  /** Owners behind them; the media of one state are one voice, and so are copies of one text. */
  readonly independentOwners: number
  /** These owners, sorted by key. */
  readonly owners: readonly Owner[]
  /** True where every voice is known and a state's. */
  readonly onlyStateMedia: boolean
  readonly firstReported: FirstReport | null
  readonly onlyRecalled: boolean
}

/** Counts voices, not papers. Recaps corroborate only what no report of the time is there for. */
export function corroborate(reports: readonly Report[], voices: ReadonlyMap<string, Voice>): Corroboration {
  const news = reports.filter(({ event }) => !event.background)
  const telling = voicesAmong(news.length > 0 ? news : reports, voices)
  return {
    outlets: outletNames(telling),
    independentOwners: countOwners(telling),
    owners: ownersAmong(telling),
    onlyStateMedia: telling.every(({ state }) => state),
    firstReported: firstOf(telling),
    onlyRecalled: news.length === 0,
  }
}

/** The voices of the documents that the reports stand in, each once. */
export const voicesAmong = (reports: readonly Report[], voices: ReadonlyMap<string, Voice>): Voice[] =>
  [...new Set(reports.map(({ event }) => event.document))].flatMap((id) => voices.get(id) ?? [])

export const countOwners = (voices: readonly Voice[]): number => new Set(voices.map(({ key }) => key)).size

/** One entry an owner; a state's where any of its outlets is the state's. */
function ownersAmong(voices: readonly Voice[]): Owner[] {
  const owners = new Map<string, Owner>()
  for (const { key, state } of voices)
    owners.set(key, { key, state: state || owners.get(key)?.state === true })
  return [...owners.keys()].sort().map((key) => owners.get(key)!)
}

export const outletNames = (voices: readonly Voice[]): string[] =>
  [...new Set(voices.flatMap(({ outlet }) => outlet ?? []))].sort()

function firstOf(voices: readonly Voice[]): FirstReport | null {
  let first: Voice | undefined
  for (const voice of voices) {
    if (voice.published === undefined) continue
    const earlier = first?.published === undefined || voice.published < first.published
    if (earlier || (voice.published === first?.published && voice.document < first.document)) first = voice
  }
  if (first?.published === undefined) return null
  return { day: first.published.slice(0, 10), outlet: first.outlet ?? null, document: first.document }
}
