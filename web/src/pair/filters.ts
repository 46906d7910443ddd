import type { Status } from "../../../src/record/index.ts"
import type { HappeningRow } from "../../../src/view/api.ts"
import { isStatus } from "../wording/statuses.ts"

/** What the pair page leaves out; kept whole in the address. */
export interface PairFilters {
  readonly status: Status | undefined
  readonly type: string | undefined
  /** Inclusive ISO days. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Leaves out what only state media tell of. */
  readonly independent: boolean
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads the query of an address; values that mean nothing are as if absent. */
export function readFilters(query: URLSearchParams): PairFilters {
  const status = query.get("status")
  return {
    status: isStatus(status) ? status : undefined,
    type: query.get("type") || undefined,
    from: readDay(query.get("from")),
    to: readDay(query.get("to")),
    independent: query.get("independent") === "true",
  }
}

/** Names in the address's query. */
const KEYS = ["status", "type", "from", "to", "independent"] as const

/** The address's query with the filters in it, "" where it is empty; what else stands in `rest` is kept. */
export function writeFilters(
  { status, type, from, to, independent }: PairFilters,
  rest = new URLSearchParams(),
): string {
  const query = new URLSearchParams(rest)
  for (const key of KEYS) query.delete(key)
  if (status !== undefined) query.set("status", status)
  if (type !== undefined) query.set("type", type)
  if (from !== undefined) query.set("from", from)
  if (to !== undefined) query.set("to", to)
  if (independent) query.set("independent", "true")
  return query.size === 0 ? "" : `?${query}`
}

/** Whether anything is left out at all. */
export const isFiltered = (filters: PairFilters): boolean => writeFilters(filters) !== ""

/** Those that pass by kind, status and voice; the dates aside. */
export const passing = (
  rows: readonly HappeningRow[],
  { status, type, independent }: PairFilters,
): HappeningRow[] =>
  rows.filter(
    (row) =>
      (status === undefined || row.status === status) &&
      (type === undefined || row.type === type) &&
      (!independent || !row.onlyStateMedia),
  )

/** Those whose dates overlap the filter's; undated ones only where no date is asked for. */
export const within = (rows: readonly HappeningRow[], { from, to }: PairFilters): readonly HappeningRow[] =>
  from === undefined && to === undefined
    ? rows
    : rows.filter(
        ({ start, end }) =>
          start !== null &&
          (from === undefined || (end ?? start) >= from) &&
          (to === undefined || start <= to),
      )

/** Newest first, undated last. */
export const newestFirst = (rows: readonly HappeningRow[]): HappeningRow[] =>
  [...rows].sort((a, b) => {
    if (a.start === b.start) return a.id < b.id ? -1 : 1
    if (a.start === null) return 1
    if (b.start === null) return -1
    return a.start < b.start ? 1 : -1
  })

const readDay = (value: string | null): string | undefined =>
  value !== null && ISO_DAY.test(value) ? value : undefined
