import type { RelationPage } from "../../../src/view/api.ts"
import { ownerWords, weightsWords } from "../wording/relation.ts"
import { type RelationChoices, SERIES_PERIODS } from "./relation-choices.ts"

interface SeriesControlsProps {
  readonly choices: RelationChoices
  readonly relation: RelationPage | undefined
  readonly change: (changed: Partial<RelationChoices>) => void
}

/** How long a period is, by which scores happenings weigh, and what the series is computed without. */
export function SeriesControls({ choices, relation, change }: SeriesControlsProps) {
  const owners = relation?.owners ?? []
  const weights = relation?.weightsOffered ?? [choices.weights]
  return (
    <form
      className="series-controls"
      aria-label="How the series is computed"
      onSubmit={(event) => event.preventDefault()}
    >
      <label className="field">
        <span>By</span>
        <select
          value={choices.by}
          onChange={({ target }) =>
            change({ by: SERIES_PERIODS.find((period) => period === target.value) ?? "month" })
          }
        >
          {SERIES_PERIODS.map((period) => (
            <option key={period}>{period}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Weights</span>
        <select value={choices.weights} onChange={({ target }) => change({ weights: target.value })}>
          {weights.map((name) => (
            <option key={name} value={name}>
              {weightsWords(name)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>Compute without</legend>
        <label className="field field-check">
          <input
            type="checkbox"
            checked={choices.stateMedia}
            onChange={({ target }) => change({ stateMedia: target.checked })}
          />
          <span>state media</span>
        </label>
        <label className="field field-check">
          <input
            type="checkbox"
            checked={choices.largest}
            onChange={({ target }) => change({ largest: target.checked })}
          />
          <span>each {choices.by}’s largest happening</span>
        </label>
        <span className="field">
          <select
            aria-label="Compute without one owner"
            value={choices.owner ?? ""}
            onChange={({ target }) => change({ owner: target.value || undefined })}
          >
            <option value="">no owner left out</option>
            {owners.map(({ key, happenings }) => (
              <option key={key} value={key}>
                {ownerWords(key)} ({happenings})
              </option>
            ))}
          </select>
        </span>
      </fieldset>
    </form>
  )
}
