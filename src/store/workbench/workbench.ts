import type { Happening } from "../../record/index.ts"
import type { Database } from "../database.ts"
import type { DocumentEntry, Page, StoredHappening } from "../store.ts"
import { type LeaderTally, leaderConsultations, leaderTallies } from "./read-leaders.ts"
import { type Box, happeningsInside, type MapFilter, type PlaceTallies, placeTallies } from "./read-map.ts"
import { type TieTally, tieTallies } from "./read-network.ts"
import { type PublisherKey, publishersDocuments, type SourceTallies, sourceTallies } from "./read-sources.ts"

/** First and last ISO day of the record's news; null where no article has one. */
export interface NewsDays {
  readonly first: string | null
  readonly last: string | null
}

/** What the screens of leaders, the network, the map and the sources ask of the record. */
export interface WorkbenchReads {
  readonly newsDays: () => Promise<NewsDays>
  /** Everybody with a state, or with one state, who takes part in a consultation, those with most first. */
  readonly leaders: (country?: string) => Promise<readonly LeaderTally[]>
  /** The consultations of every pair of states in whose meetings a person of these names takes part, by pair. */
  readonly leaderConsultations: (leader: {
    readonly names: readonly string[]
    readonly country: string
  }) => Promise<ReadonlyMap<string, readonly Happening[]>>
  readonly placeTallies: (filter: MapFilter) => Promise<PlaceTallies>
  /** Happenings inside a box, latest first, and how many there are in all. */
  readonly happeningsInside: (
    query: MapFilter & { readonly box: Box; readonly limit: number },
  ) => Promise<{ readonly total: number; readonly happenings: readonly StoredHappening[] }>
  /** What took place between all pairs of states in a period. */
  readonly tieTallies: (period: {
    readonly from?: string
    readonly to?: string
  }) => Promise<readonly TieTally[]>
  readonly sourceTallies: (mostPairs: number) => Promise<SourceTallies>
  /** Articles of these publishers, latest first. */
  readonly publishersDocuments: (
    publishers: readonly PublisherKey[],
    page: Page,
  ) => Promise<readonly DocumentEntry[]>
}

export const workbenchReads = (database: Database): WorkbenchReads => ({
  newsDays: () => newsDays(database),
  leaders: (country) => leaderTallies(database, country),
  leaderConsultations: (leader) => leaderConsultations(database, leader),
  placeTallies: (filter) => placeTallies(database, filter),
  happeningsInside: (query) => happeningsInside(database, query),
  tieTallies: (period) => tieTallies(database, period),
  sourceTallies: (mostPairs) => sourceTallies(database, mostPairs),
  publishersDocuments: (publishers, page) => publishersDocuments(database, publishers, page),
})

async function newsDays(database: Database): Promise<NewsDays> {
  const [row] = await database.read(
    "SELECT min(day)::VARCHAR AS first, max(day)::VARCHAR AS last FROM documents",
  )
  return { first: textOrNull(row?.first), last: textOrNull(row?.last) }
}

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null)
