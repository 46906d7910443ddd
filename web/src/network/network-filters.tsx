import { PeriodFields } from "../parts/period-fields.tsx"
import { DEFAULT_LEAST, type NetworkChoices, SIDES } from "./choices.ts"

interface NetworkFiltersProps {
  readonly choices: NetworkChoices
  readonly change: (changed: Partial<NetworkChoices>) => void
}

const WORDS = { both: "cooperation and conflict", cooperation: "cooperation", conflict: "conflict" } as const
/** Weights that a reader may ask for at least. */
const LEAST = [0, 0.25, 0.5, 1, 2, 5, 10, 20]

/** Period, side and the least weight of the ties that are shown. */
export function NetworkFilters({ choices, change }: NetworkFiltersProps) {
  const { from, to, side, least } = choices
  const offered = [...new Set([...LEAST, least])].sort((a, b) => a - b)
  const usual = from === undefined && to === undefined && side === "both" && least === DEFAULT_LEAST
  return (
    <form className="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <PeriodFields period={choices} change={change} />
      <label className="field">
        <span>Ties of</span>
        <select
          value={side}
          onChange={({ target }) => change({ side: SIDES.find((known) => known === target.value) ?? "both" })}
        >
          {SIDES.map((known) => (
            <option key={known} value={known}>
              {WORDS[known]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Weight at least</span>
        <select value={String(least)} onChange={({ target }) => change({ least: Number(target.value) })}>
          {offered.map((weight) => (
            <option key={weight} value={String(weight)}>
              {weight === 0 ? "any" : weight}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="clear"
        disabled={usual}
        onClick={() => change({ from: undefined, to: undefined, side: "both", least: DEFAULT_LEAST })}
      >
        Clear
      </button>
    </form>
  )
}
