import type { EventDate, Happening, Quad, Status } from "../record/index.ts"

/** Happenings that are alike in everything the index asks for, counted. */
export interface Tally {
  /** YYYY-MM; null where undated, or dated to no month (see LONGEST_MONTH_SPAN). */
  readonly month: string | null
  readonly quad: Quad
  readonly status: Status
  /** PLOVER's score of type and mode, -10 to 10. */
  readonly score: number
  readonly owners: number
  readonly happenings: number
}

/** The share of belief that one more independent owner leaves open; a default that the user may change. */
export const DEFAULT_DOUBT = 0.4
/** Days from first to last of a happening that can stand in a month; one dated to a year stands in no January. */
export const LONGEST_MONTH_SPAN = 30
const MILLISECONDS_A_DAY = 86_400_000
/** A score's absolute value at which a happening with full belief weighs 1. */
const UNIT_SCORE = 5
const FACTS: ReadonlySet<Status> = new Set(["occurred", "ongoing"])
const INTENTS: ReadonlySet<Status> = new Set(["planned", "expected", "promised", "threatened"])

/** Weight of a happening: |score|/5 · (1 − 0.4^k), where k independent owners report it. */
export const happeningWeight = (score: number, owners: number, doubt = DEFAULT_DOUBT): number =>
  (Math.abs(score) / UNIT_SCORE) * (1 - doubt ** owners)

export type Lane = "fact" | "intent" | "none"

/** Facts make the level, intents stand apart; what is denied, supposed or did not come about counts nowhere. */
export const laneOf = (status: Status): Lane =>
  FACTS.has(status) ? "fact" : INTENTS.has(status) ? "intent" : "none"

export const isCooperative = (quad: Quad): boolean => quad.endsWith("cooperation")

/** One happening as a tally of one; undefined where it has no quad class or score. */
export function tallyOf({ date, quad, score, status, independentOwners }: Happening): Tally | undefined {
  if (quad === null || score === null) return undefined
  return {
    month: date === null ? null : monthOf(date),
    quad,
    status,
    score,
    owners: independentOwners,
    happenings: 1,
  }
}

const monthOf = ({ start, end }: EventDate): string | null =>
  (Date.parse(end) - Date.parse(start)) / MILLISECONDS_A_DAY > LONGEST_MONTH_SPAN ? null : start.slice(0, 7)
