import { useCodebook } from "../data/queries.ts"
import { PeriodFields } from "../parts/period-fields.tsx"
import { QUAD_ORDER } from "../wording/quads.ts"
import { isStatus, STATUS_ORDER, statusWords } from "../wording/statuses.ts"
import { type MapChoices, NO_FILTERS } from "./choices.ts"

interface MapFiltersProps {
  readonly choices: MapChoices
  readonly change: (changed: Partial<MapChoices>) => void
}

/** Which happenings are shown. What is listed below the map goes with the filters that it was chosen under. */
export function MapFilters({ choices, change }: MapFiltersProps) {
  const { data: codebook } = useCodebook()
  const types = (codebook?.types ?? []).filter(
    ({ quad }) => choices.quad === undefined || quad === choices.quad,
  )
  const { quad, type, status, from, to } = choices
  const filtered = [quad, type, status, from, to].some((value) => value !== undefined)
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>Class</span>
        <select
          value={quad ?? ""}
          onChange={({ target }) =>
            change({ quad: QUAD_ORDER.find((known) => known === target.value), type: undefined })
          }
        >
          <option value="">any</option>
          {QUAD_ORDER.map((known) => (
            <option key={known} value={known}>
              {known}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Kind</span>
        <select value={type ?? ""} onChange={({ target }) => change({ type: target.value || undefined })}>
          <option value="">any</option>
          {types.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Status</span>
        <select
          value={status ?? ""}
          onChange={({ target }) => change({ status: isStatus(target.value) ? target.value : undefined })}
        >
          <option value="">any</option>
          {STATUS_ORDER.map((known) => (
            <option key={known} value={known}>
              {statusWords(known)}
            </option>
          ))}
        </select>
      </label>
      <PeriodFields period={choices} change={change} />
      <button type="button" className="clear" disabled={!filtered} onClick={() => change(NO_FILTERS)}>
        Clear
      </button>
    </form>
  )
}
