import type { DatasetLane } from "../../../src/view/api.ts"
import { type CompareChoices, datasetName } from "./compare-choices.ts"
import { MEASURE_WORDS, MEASURES } from "./measures.ts"

interface CompareControlsProps {
  readonly others: readonly DatasetLane[]
  readonly chosen: string
  readonly measure: CompareChoices["measure"]
  readonly change: (changed: Partial<CompareChoices>) => void
}

/** Which data set stands beside ours, and what of both is drawn. */
export function CompareControls({ others, chosen, measure, change }: CompareControlsProps) {
  return (
    <form className="filters" aria-label="Comparison" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>Beside ours</span>
        <select value={chosen} onChange={({ target }) => change({ set: target.value })}>
          {others.map(({ dataset, events }) => (
            <option key={dataset} value={dataset}>
              {datasetName(dataset)} ({events})
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Measure</span>
        <select
          value={measure}
          onChange={({ target }) =>
            change({ measure: MEASURES.find((known) => known === target.value) ?? "events" })
          }
        >
          {MEASURES.map((known) => (
            <option key={known} value={known}>
              {MEASURE_WORDS[known]}
            </option>
          ))}
        </select>
      </label>
    </form>
  )
}
