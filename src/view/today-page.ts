import type { Happening, LevelMove, PlanChange, Status } from "../record/index.ts"
import type { Country, HappeningRow, OutletLabel } from "./api.ts"
import { happeningRow } from "./happening-rows.ts"
import { type Names, pairCountries } from "./names.ts"

/** GET /api/v1/today?from=2023-12-03: what the news from a day on changed in the record. */
export interface TodayPage {
  /** Inclusive ISO days of publication; null where the record holds no dated article. */
  readonly from: string | null
  readonly until: string | null
  /** First day of the news in the record. */
  readonly earliest: string | null
  /** New happenings between states: those that most owners tell first. */
  readonly fresh: { readonly total: number; readonly happenings: readonly HappeningRow[] }
  readonly moved: {
    /** Days before `from` that each pair is compared with. */
    readonly daysBefore: number
    readonly pairs: readonly MovedPair[]
  }
  /** Plans whose last day lies in these days, latest first. */
  readonly due: { readonly total: number; readonly plans: readonly DuePlan[] }
  readonly feeds: readonly BrokenFeed[]
  readonly silent: readonly SilentOutlet[]
}

/** A pair of which something occurred, where it stood before and where it stands since. */
export interface MovedPair extends LevelMove {
  readonly a: Country
  readonly b: Country
}

/** What became of something planned, expected or promised, as of the last day of the news. */
export type PlanOutcome = Status | PlanChange | "pending" | "unknown"

/** Something that was to happen by now. */
export interface DuePlan extends HappeningRow {
  readonly outcome: PlanOutcome
  /** ISO day on which it was first said to lie ahead; null where unknown. */
  readonly foretold: string | null
}

/** A feed that could not be read when it was last asked. */
export interface BrokenFeed {
  readonly url: string
  readonly error: string
  /** How often in a row. */
  readonly failures: number
  /** ISO times of the last attempt and of the last new article; null where unknown. */
  readonly checked: string | null
  readonly lastNew: string | null
  /** The feed is gone for good: it is not asked any more. */
  readonly gone: boolean
}

/** An outlet that published regularly and fell silent. */
export interface SilentOutlet {
  readonly outlet: OutletLabel
  /** ISO day of its last article. */
  readonly last: string
  /** Articles in the year that ends with it, and the days between two of them on average. */
  readonly articles: number
  readonly daysBetween: number
  /** Days without an article. */
  readonly silent: number
}

const PLANS: ReadonlySet<Status> = new Set(["planned", "expected", "promised"])

/** A move with its countries' names; undefined where it is no pair of states. */
export function movedPair(move: LevelMove, names: Names): MovedPair | undefined {
  const countries = pairCountries(move.pair, names)
  return countries === undefined ? undefined : { ...move, a: countries[0], b: countries[1] }
}

/** A plan whose day has come, with what became of it. */
export const duePlan = (
  planned: { readonly happening: Happening; readonly headline: string },
  outcome: PlanOutcome,
  names: Names,
): DuePlan => ({
  ...happeningRow(planned, names),
  outcome,
  foretold: planned.happening.history.find(({ status }) => PLANS.has(status))?.reported ?? null,
})
