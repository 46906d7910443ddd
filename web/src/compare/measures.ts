import type { DatasetLane } from "../../../src/view/api.ts"
import { monthIndex, monthOf } from "../scales/months.ts"

export type LaneMonth = DatasetLane["months"][number]

/** What of two data sets is set beside each other. */
export const MEASURES = ["events", "share", "score"] as const
export type Measure = (typeof MEASURES)[number]

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  events: "number of events",
  share: "share of cooperation",
  score: "mean score",
}

/** A value with its 95 % band, where it has one. */
export interface Measured {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

const Z = 1.96

export const cooperationOf = ({ verbalCooperation, materialCooperation }: LaneMonth): number =>
  verbalCooperation + materialCooperation
export const conflictOf = ({ verbalConflict, materialConflict }: LaneMonth): number =>
  verbalConflict + materialConflict

/** A month's value; undefined where there is none. */
export function measured(month: LaneMonth, measure: Measure): Measured | undefined {
  if (measure === "events") return { value: month.events, low: null, high: null }
  if (measure === "score")
    return month.score === null ? undefined : { value: month.score, low: null, high: null }
  return shareOf(cooperationOf(month), conflictOf(month))
}

/** Cooperative events of a hundred, with Wilson's band: events are counted, not weighed, so that all data sets are alike in it. */
function shareOf(cooperation: number, conflict: number): Measured | undefined {
  const n = cooperation + conflict
  if (n === 0) return undefined
  const p = cooperation / n
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const margin = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))
  return { value: 100 * p, low: 100 * Math.max(0, centre - margin), high: 100 * Math.min(1, centre + margin) }
}

/**
 * Both values month by month over the stretch that both data sets reach: a month without events counts as none of them, and for
 * the other measures only where both say something.
 */
export function bothSay(a: DatasetLane, b: DatasetLane, measure: Measure): (readonly [number, number])[] {
  const common = commonMonths(a, b)
  const [ours, theirs] = [byMonth(a), byMonth(b)]
  return common.flatMap((month) => {
    const [one, other] = [ours.get(month), theirs.get(month)]
    if (measure === "events") return [[one?.events ?? 0, other?.events ?? 0] as const]
    const left = one === undefined ? undefined : measured(one, measure)
    const right = other === undefined ? undefined : measured(other, measure)
    return left === undefined || right === undefined ? [] : [[left.value, right.value] as const]
  })
}

/** Months from the later beginning to the earlier end. */
export function commonMonths(a: DatasetLane, b: DatasetLane): string[] {
  if (a.months.length === 0 || b.months.length === 0) return []
  const edge = (lane: DatasetLane, at: number) => monthIndex(lane.months.at(at)?.month ?? "")
  const first = Math.max(edge(a, 0), edge(b, 0))
  const last = Math.min(edge(a, -1), edge(b, -1))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => monthOf(first + at))
}

const byMonth = ({ months }: DatasetLane): ReadonlyMap<string, LaneMonth> =>
  new Map(months.map((month) => [month.month, month]))

/** How far each reaches, and in how many months of the common stretch each says anything. */
export function coverageOf(a: DatasetLane, b: DatasetLane) {
  const common = new Set(commonMonths(a, b))
  const [ours, theirs] = [a, b].map(({ months }) =>
    months.filter(({ month }) => common.has(month)).map(({ month }) => month),
  )
  const there = new Set(theirs)
  const both = (ours ?? []).filter((month) => there.has(month)).length
  return { common: common.size, both, onlyOurs: (ours ?? []).length - both, onlyTheirs: there.size - both }
}
