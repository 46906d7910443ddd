import { useMemo, useState } from "react"
import type { PairRow } from "../../../src/view/api.ts"
import { coreSpan } from "../scales/core-span.ts"
import { PairTableRow } from "./pair-table-row.tsx"
import { type Sort, type SortKey, startsDescending } from "./sort.ts"

/** Rows drawn at a time; a record of the world has thousands of pairs. */
const ROWS_A_STEP = 200

interface PairTableProps {
  readonly rows: readonly PairRow[]
  /** Every pair, filtered or not: the sparklines' months span them all. */
  readonly all: readonly PairRow[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** The pairs as a table; on a narrow screen each row folds into two lines. */
export function PairTable({ rows, all, sort, onSort }: PairTableProps) {
  const [steps, setSteps] = useState(1)
  const span = useMemo(() => spanOf(all), [all])
  if (all.length === 0)
    return (
      <p className="empty">
        The record is empty. Add articles with <code>chancery run FOLDER</code> and reload this page.
      </p>
    )
  if (rows.length === 0) return <p className="empty">No pair of states has a name like that.</p>
  const shown = rows.slice(0, steps * ROWS_A_STEP)
  const head = { sort, onSort }
  return (
    <>
      <table className="pair-table">
        <thead>
          <tr>
            <SortHead {...head} column="pair" name="Pair" />
            <SortHead {...head} column="happenings" name="Happenings" number />
            <SortHead {...head} column="reports" name="Reports" number />
            <SortHead {...head} column="planned" name="Planned" number />
            <th scope="col" className="col-quad">
              By class
            </th>
            <SortHead {...head} column="share" name="Cooperation" />
            <th scope="col" className="col-months">
              By month
            </th>
            <SortHead {...head} column="first" name="First" />
            <SortHead {...head} column="last" name="Last" />
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <PairTableRow key={row.pair} row={row} span={span} />
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show {Math.min(ROWS_A_STEP, rows.length - shown.length)} more of {rows.length}
        </button>
      )}
    </>
  )
}

/** The months of the sparklines: where nearly all pairs have nearly all they have. */
const spanOf = (pairs: readonly PairRow[]): readonly [string, string] =>
  coreSpan(pairs.flatMap(({ months }) => months.filter(isLively).map(({ month }) => month)))?.months ?? [
    "2000-01",
    "2000-12",
  ]

const isLively = ({ cooperation, conflict }: PairRow["months"][number]): boolean => cooperation + conflict > 0

interface SortHeadProps {
  readonly column: SortKey
  readonly name: string
  readonly number?: boolean
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

function SortHead({ column, name, number = false, sort, onSort }: SortHeadProps) {
  const active = sort.key === column
  const next = { key: column, descending: active ? !sort.descending : startsDescending(column) }
  return (
    <th
      scope="col"
      className={`col-${column}${number ? " number" : ""}`}
      aria-sort={active ? (sort.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" onClick={() => onSort(next)}>
        {name}
        <span className="sort-arrow" aria-hidden="true">
          {active ? (sort.descending ? "▾" : "▴") : ""}
        </span>
      </button>
    </th>
  )
}
