import { loadCountryTest } from "../codebook/country-names.ts"
import { loadStandingRules } from "../codebook/standing.ts"
import {
  countEncounters,
  encountersOf,
  isCalled,
  type LedgerContext,
  type LedgerEntry,
  ledgerOf,
} from "../ledger/index.ts"
import type { Encounter, EncounterCount, Happening, Ledger } from "../record/index.ts"
import { pairName, pairsOf } from "../relation/index.ts"
import type { Store, StoredReport } from "../store/index.ts"
import { bundledData } from "./bundled-data.ts"

type LedgerStore = Pick<Store, "pairHappenings" | "reports" | "happenings" | "newsDays">

/** Reports that are asked for at a time. */
const REPORTS_A_TIME = 5000

const readKnowledge = () => ({
  isCountry: loadCountryTest(bundledData),
  rules: loadStandingRules(bundledData),
})
let known: ReturnType<typeof readKnowledge> | undefined
/** What the package's own data says of countries and of what stands, read when it is first asked for. */
export const knowledge = () => {
  known ??= readKnowledge()
  return known
}

/** Reads everything that stands between two states; `asOf` is the record's last day unless it is given. */
export async function readLedger(
  store: LedgerStore,
  pair: readonly [string, string],
  asOf?: string,
): Promise<Ledger> {
  const stored = await store.pairHappenings(pairName(...pair))
  const entries = await entriesOf(
    store,
    stored.map(({ happening }) => happening),
  )
  const context = await contextOf(store, asOf)
  return ledgerOf(entries, pair, { ...context, rules: knowledge().rules })
}

/** Which encounters are asked for. */
export interface VisitQuery {
  /** A name, whole or the last word of it. */
  readonly leader?: string
  /** Four digits. */
  readonly year?: string
  /** "BLR-CHN" */
  readonly pair?: string
  readonly asOf?: string
}

/** The encounters that fit, each with the pair that it stands between, and their counts. */
export interface Visits {
  readonly encounters: readonly (Encounter & { readonly pair: string })[]
  readonly counts: readonly EncounterCount[]
}

/** Reads the visits, meetings and calls of a leader, a year or a pair from the whole record. */
export async function readVisits(store: LedgerStore, query: VisitQuery): Promise<Visits> {
  const byPair = await consultations(store, query)
  const context = await contextOf(store, query.asOf)
  const found: (Encounter & { pair: string })[] = []
  for (const pair of [...byPair.keys()].sort()) {
    const [a = "", b = ""] = pair.split("-")
    const entries = await entriesOf(store, byPair.get(pair) ?? [])
    for (const encounter of encountersOf(entries, [a, b], context))
      if (isAsked(encounter, query)) found.push({ ...encounter, pair })
  }
  const { leader } = query
  return {
    encounters: found.sort((a, b) => (`${a.from} ${a.pair}` < `${b.from} ${b.pair}` ? -1 : 1)),
    counts: countEncounters(found).filter(({ who }) => leader === undefined || isCalled(who, leader)),
  }
}

/** The meetings of the record by pair; of a leader only those of the pairs that he takes part in. */
async function consultations(
  store: LedgerStore,
  { leader, pair: asked }: VisitQuery,
): Promise<Map<string, Happening[]>> {
  const byPair = new Map<string, Happening[]>()
  const led = new Set<string>()
  for await (const happening of store.happenings()) {
    if (happening.type !== "CONSULT") continue
    const everybody = [...happening.actors, ...happening.recipients]
    for (const pair of pairsOf(happening)) {
      if (asked !== undefined && pair !== asked) continue
      const known = byPair.get(pair)
      if (known === undefined) byPair.set(pair, [happening])
      else known.push(happening)
      if (leader !== undefined && everybody.some((party) => isCalled(party, leader))) led.add(pair)
    }
  }
  if (leader !== undefined) for (const pair of byPair.keys()) if (!led.has(pair)) byPair.delete(pair)
  return byPair
}

const isAsked = (encounter: Encounter, { leader, year }: VisitQuery): boolean =>
  (year === undefined || encounter.from.startsWith(year)) &&
  (leader === undefined || [...encounter.guests, ...encounter.hosts].some((party) => isCalled(party, leader)))

/** The happenings with their reports. */
export async function entriesOf(
  store: Pick<Store, "reports">,
  happenings: readonly Happening[],
): Promise<LedgerEntry[]> {
  const ids = happenings.flatMap(({ events }) => events)
  const reports = new Map<string, StoredReport>()
  for (let at = 0; at < ids.length; at += REPORTS_A_TIME)
    for (const report of await store.reports(ids.slice(at, at + REPORTS_A_TIME)))
      reports.set(report.event.id, report)
  return happenings.map((happening) => ({
    happening,
    reports: happening.events.flatMap((id) => {
      const report = reports.get(id)
      if (report === undefined) return []
      const { published, publisher } = report.document
      return [{ event: report.event, published, outlet: publisher?.name ?? null }]
    }),
  }))
}

/** `asOf` is the record's last day unless it is given. */
export async function contextOf(
  store: Pick<Store, "newsDays">,
  asOf: string | undefined,
): Promise<LedgerContext> {
  const last = asOf ?? (await store.newsDays()).last
  return { isCountry: knowledge().isCountry, ...(last === null ? {} : { asOf: last }) }
}
