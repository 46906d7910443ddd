import { useMemo, useState } from "react"
import type { HappeningRow } from "../../../src/view/api.ts"
import { periodWords } from "../wording/dates.ts"
import { isFiltered, type PairFilters } from "./filters.ts"
import { HappeningEntry } from "./happening-entry.tsx"

/** Entries drawn at a time. */
const ENTRIES_A_STEP = 100

interface HappeningListProps {
  readonly happenings: readonly HappeningRow[]
  readonly total: number
  readonly filters: PairFilters
  readonly change: (changed: Partial<PairFilters>) => void
}

/** The happenings that the filters leave, newest first, year by year. */
export function HappeningList({ happenings, total, filters, change }: HappeningListProps) {
  const [steps, setSteps] = useState(1)
  const shown = happenings.slice(0, steps * ENTRIES_A_STEP)
  const years = useMemo(() => byYear(shown), [shown])
  return (
    <section className="happenings" aria-labelledby="happenings-heading">
      <div className="section-head">
        <h2 id="happenings-heading">Happenings</h2>
        <p className="count" role="status">
          {happenings.length === total ? `all ${total}` : `${happenings.length} of ${total}`}
          {datesWords(filters)}
        </p>
        {(filters.from !== undefined || filters.to !== undefined) && (
          <button type="button" className="plain" onClick={() => change({ from: undefined, to: undefined })}>
            All dates
          </button>
        )}
      </div>
      {happenings.length === 0 && (
        <p className="empty">
          {isFiltered(filters) ? "Nothing passes these filters." : "Nothing is recorded between these two."}
        </p>
      )}
      {years.map(([year, rows]) => (
        <section key={year} className="year" aria-label={year}>
          <h3>{year}</h3>
          <ol>
            {rows.map((row) => (
              <HappeningEntry key={row.id} row={row} />
            ))}
          </ol>
        </section>
      ))}
      {happenings.length > shown.length && (
        <button type="button" className="more" onClick={() => setSteps(steps + 1)}>
          Show {Math.min(ENTRIES_A_STEP, happenings.length - shown.length)} more of {happenings.length}
        </button>
      )}
    </section>
  )
}

function byYear(rows: readonly HappeningRow[]): [string, HappeningRow[]][] {
  const years = new Map<string, HappeningRow[]>()
  for (const row of rows) {
    const year = row.start?.slice(0, 4) ?? "Undated"
    const known = years.get(year)
    if (known === undefined) years.set(year, [row])
    else known.push(row)
  }
  return [...years]
}

function datesWords({ from, to }: PairFilters): string {
  if (from === undefined && to === undefined) return ""
  if (from === undefined) return `, until ${periodWords({ start: to ?? null, end: null, precision: "day" })}`
  if (to === undefined) return `, since ${periodWords({ start: from, end: null, precision: "day" })}`
  return `, ${periodWords({ start: from, end: to, precision: "day" })}`
}
