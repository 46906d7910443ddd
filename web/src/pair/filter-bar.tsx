import { useMemo } from "react"
import type { HappeningRow } from "../../../src/view/api.ts"
import { PeriodFields } from "../parts/period-fields.tsx"
import { isStatus, STATUS_ORDER, statusWords } from "../wording/statuses.ts"
import { isFiltered, type PairFilters } from "./filters.ts"

const NO_FILTERS: PairFilters = {
  status: undefined,
  type: undefined,
  from: undefined,
  to: undefined,
  independent: false,
}

interface FilterBarProps {
  readonly filters: PairFilters
  readonly happenings: readonly HappeningRow[]
  readonly change: (changed: Partial<PairFilters>) => void
}

/** What to leave out. Only kinds and statuses that the pair has are offered, each with its count. */
export function FilterBar({ filters, happenings, change }: FilterBarProps) {
  const types = useMemo(() => countBy(happenings, ({ type, typeName }) => [type, typeName]), [happenings])
  const statuses = useMemo(
    () => countBy(happenings, ({ status }) => [status, statusWords(status)]),
    [happenings],
  )
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>Status</span>
        <select
          value={filters.status ?? ""}
          onChange={({ target }) => change({ status: isStatus(target.value) ? target.value : undefined })}
        >
          <option value="">any</option>
          {STATUS_ORDER.filter((status) => statuses.has(status)).map((status) => (
            <option key={status} value={status}>
              {statusWords(status)} ({statuses.get(status)?.count})
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Kind</span>
        <select
          value={filters.type ?? ""}
          onChange={({ target }) => change({ type: target.value === "" ? undefined : target.value })}
        >
          <option value="">any</option>
          {[...types].map(([type, { name, count }]) => (
            <option key={type} value={type}>
              {name} ({count})
            </option>
          ))}
        </select>
      </label>
      <PeriodFields period={filters} change={change} />
      <label className="field field-check">
        <input
          type="checkbox"
          checked={filters.independent}
          onChange={({ target }) => change({ independent: target.checked })}
        />
        <span>Leave out what only state media tell</span>
      </label>
      <button
        type="button"
        className="clear"
        disabled={!isFiltered(filters)}
        onClick={() => change(NO_FILTERS)}
      >
        Clear
      </button>
    </form>
  )
}

function countBy(
  happenings: readonly HappeningRow[],
  keyOf: (row: HappeningRow) => readonly [string, string],
): Map<string, { readonly name: string; count: number }> {
  const counts = new Map<string, { readonly name: string; count: number }>()
  for (const row of happenings) {
    const [key, name] = keyOf(row)
    const known = counts.get(key)
    if (known === undefined) counts.set(key, { name, count: 1 })
    else known.count++
  }
  return new Map([...counts].sort(([, a], [, b]) => b.count - a.count))
}
