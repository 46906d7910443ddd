import type { OwnerRow } from "../../../src/view/sources-page.ts"
import { monthIndex, monthOf } from "../scales/months.ts"

/** One owner's articles in one column of the heat map. */
export interface HeatCell {
  readonly column: number
  readonly documents: number
}

/** Columns of as many months as fit, and each owner's articles in them. */
export interface HeatMap {
  /** First month of each column, YYYY-MM. */
  readonly columns: readonly string[]
  /** Months that a column holds: 1, 3 or 12. */
  readonly months: number
  readonly most: number
  readonly rows: readonly { readonly owner: OwnerRow; readonly cells: readonly HeatCell[] }[]
}

const STEPS = [1, 3, 12, 60] as const

/** Months become quarters or years where there are more of them than `mostColumns`. */
export function heatMapOf(owners: readonly OwnerRow[], mostColumns: number): HeatMap {
  const indices = owners.flatMap(({ months }) => months.map(({ month }) => monthIndex(month)))
  if (indices.length === 0) return { columns: [], months: 1, most: 0, rows: [] }
  const [first, last] = [Math.min(...indices), Math.max(...indices)]
  const columnsFor = (months: number): number => Math.floor(last / months) - Math.floor(first / months) + 1
  const months = STEPS.find((step) => columnsFor(step) <= mostColumns) ?? STEPS[STEPS.length - 1] ?? 60
  const begin = Math.floor(first / months)
  const rows = owners.map((owner) => {
    const cells = new Map<number, number>()
    for (const { month, documents } of owner.months) {
      const column = Math.floor(monthIndex(month) / months) - begin
      cells.set(column, (cells.get(column) ?? 0) + documents)
    }
    return { owner, cells: [...cells].map(([column, documents]) => ({ column, documents })) }
  })
  return {
    columns: Array.from({ length: columnsFor(months) }, (_, at) => monthOf((begin + at) * months)),
    months,
    most: Math.max(...rows.flatMap(({ cells }) => cells.map(({ documents }) => documents))),
    rows,
  }
}

/** How dark a cell is, 0.12–1: by the root, so that few articles are seen beside many. */
export const shadeOf = (documents: number, most: number): number =>
  0.12 + 0.88 * Math.sqrt(documents / Math.max(most, 1))

/** "December 2023", "Q4 2023", "2023", "2020–2024". */
export function columnWords(month: string, months: number, monthWords: (month: string) => string): string {
  const year = Number(month.slice(0, 4))
  if (months === 1) return monthWords(month)
  if (months === 3) return `Q${Math.floor((Number(month.slice(5, 7)) - 1) / 3) + 1} ${year}`
  return months === 12 ? String(year) : `${year}–${year + months / 12 - 1}`
}
