import type { PairRow } from "../../../src/view/api.ts"
import { findRows } from "../text/find-rows.ts"

export const SORT_KEYS = ["pair", "happenings", "reports", "planned", "share", "first", "last"] as const
export type SortKey = (typeof SORT_KEYS)[number]
export interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

export const DEFAULT_SORT: Sort = { key: "happenings", descending: true }

/** Names and first dates begin at their beginning, counts at their largest. */
export const startsDescending = (key: SortKey): boolean => key !== "pair" && key !== "first"

/** Reads "share" or "-share" as the address keeps it. */
export function readSort(value: string | null): Sort {
  const descending = value?.startsWith("-") ?? false
  const key = SORT_KEYS.find((known) => known === (descending ? value?.slice(1) : value))
  return key === undefined ? DEFAULT_SORT : { key, descending }
}

export const writeSort = ({ key, descending }: Sort): string => (descending ? `-${key}` : key)

/** Sorted rows; a pair without a value for the key comes last either way, ties by name. */
export function sortPairs(rows: readonly PairRow[], { key, descending }: Sort): PairRow[] {
  return [...rows].sort((a, b) => {
    const [one, other] = [sortValue(a, key), sortValue(b, key)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b)
    const order = one < other ? -1 : one > other ? 1 : 0
    return (descending ? -order : order) || byName(a, b)
  })
}

/** Rows whose states' names or codes begin, word by word, with every word of the query. */
export const filterPairs = (rows: readonly PairRow[], query: string): readonly PairRow[] =>
  findRows(rows, query, ({ a, b, pair }) => `${a.name} ${b.name} ${pair}`)

const sortValue = (row: PairRow, key: SortKey): string | number | null =>
  key === "pair" ? `${row.a.name} ${row.b.name}` : row[key]

const byName = (a: PairRow, b: PairRow): number => (a.pair < b.pair ? -1 : a.pair > b.pair ? 1 : 0)
