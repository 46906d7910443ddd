import type { Database } from "../database.ts"
import type { StoredHappening } from "../store.ts"
import { type NewsWindow, newHappenings, plansDue, type SplitTally, splitTallies } from "./read-news.ts"
import { type OutletPresence, outletPresence } from "./read-outlets.ts"

/** What of the record is new in a window of news. */
export interface StoredNews {
  readonly total: number
  /** New happenings, most widely told first, as many as were asked for. */
  readonly happenings: readonly StoredHappening[]
  readonly tallies: readonly SplitTally[]
  /** Plans whose last day lies in the window, latest first, as many as were asked for. */
  readonly due: { readonly total: number; readonly plans: readonly StoredHappening[] }
  readonly outlets: readonly OutletPresence[]
}

export interface NewsRequest extends NewsWindow {
  /** New happenings, and plans, that are given at most. */
  readonly limit: number
  /** Days before the window that its pairs are compared with. */
  readonly daysBefore: number
  /** A happening that lasts more days stands on neither side. */
  readonly longestSpan: number
}

export async function newsOf(database: Database, request: NewsRequest): Promise<StoredNews> {
  const [fresh, tallies, due, outlets] = await Promise.all([
    newHappenings(database, request, request.limit),
    splitTallies(database, request, request),
    plansDue(database, request, request.limit),
    outletPresence(database, request.until),
  ])
  return { ...fresh, tallies, due, outlets }
}
