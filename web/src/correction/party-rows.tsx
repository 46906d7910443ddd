import type { PartyDraft } from "./draft.ts"

interface PartyRowsProps {
  readonly legend: string
  readonly parties: readonly PartyDraft[]
  /** Those whom the article's events name: one that is chosen by its name brings its codes. */
  readonly known: readonly PartyDraft[]
  readonly sectors: readonly string[]
  readonly onChange: (parties: readonly PartyDraft[]) => void
}

/** One side of an event, a row a participant. */
export function PartyRows({ legend, parties, known, sectors, onChange }: PartyRowsProps) {
  const put = (key: number, part: Partial<PartyDraft>) =>
    onChange(parties.map((party) => (party.key === key ? { ...party, ...part } : party)))
  const rename = (key: number, name: string) => {
    const found = known.find((party) => party.name === name)
    put(key, found === undefined ? { name } : { name, country: found.country, sector: found.sector })
  }
  const next = Math.max(-1, ...parties.map(({ key }) => key)) + 1
  return (
    <fieldset className="fix-parties">
      <legend>{legend}</legend>
      {parties.map(({ key, name, country, sector }) => (
        <div key={key} className="fix-party">
          <input
            aria-label={`${legend}: name`}
            list="known-parties"
            value={name}
            maxLength={300}
            onChange={({ target }) => rename(key, target.value)}
          />
          <input
            aria-label={`${legend}: country`}
            className="fix-code"
            placeholder="BLR"
            pattern="[A-Za-z]{3}"
            title="Alpha-3 code"
            value={country}
            maxLength={3}
            onChange={({ target }) => put(key, { country: target.value.toUpperCase() })}
          />
          <select
            aria-label={`${legend}: sector`}
            value={sector}
            onChange={({ target }) => put(key, { sector: target.value })}
          >
            <option value="">no sector</option>
            {sectors.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
          <button
            type="button"
            className="plain"
            aria-label={`Take ${name || "this one"} out`}
            onClick={() => onChange(parties.filter((party) => party.key !== key))}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className="plain"
        onClick={() => onChange([...parties, { key: next, name: "", country: "", sector: "" }])}
      >
        Add
      </button>
    </fieldset>
  )
}
