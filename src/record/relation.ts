/** A directed dyad's (or a pair's) cooperation and conflict in one period; method in docs: relation index. */
export interface RelationPoint {
  /** First day of the period, ISO. */
  readonly period: string
  readonly happenings: number
  /** Sums of weights over cooperative and conflictual happenings that occurred or are under way. */
  readonly cooperation: number
  readonly conflict: number
  /** Share C/(C+F) from 0 to 100 through the logit level θ, with its 95 % band; null in a period without data. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  /** Planned, expected, promised and threatened acts, apart. */
  readonly intentCooperation: number
  readonly intentConflict: number
}
