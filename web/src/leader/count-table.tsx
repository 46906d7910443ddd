import type { LeaderCount } from "../../../src/view/leaders-page.ts"
import type { LeaderChoices } from "./choices.ts"
import { countWords } from "./leader-words.ts"

interface CountTableProps {
  readonly counts: readonly LeaderCount[]
  readonly choices: LeaderChoices
  readonly change: (changed: Partial<LeaderChoices>) => void
}

/** How often a leader met whom, by state and year; a number lists its encounters. */
export function CountTable({ counts, choices, change }: CountTableProps) {
  const years = [...new Set(counts.map(({ year }) => year))].sort()
  const states = statesOf(counts)
  return (
    <div className="scroller">
      <table className="data-table count-table">
        <thead>
          <tr>
            <th scope="col">With</th>
            {years.map((year) => (
              <th key={year} scope="col" className="number">
                {year}
              </th>
            ))}
            <th scope="col" className="number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {states.map(({ code, name, held }) => (
            <tr key={code}>
              <th scope="row">
                {name} <span className="codes">{code}</span>
              </th>
              {years.map((year) => {
                const count = counts.find((own) => own.with.code === code && own.year === year)
                const shown = choices.with === code && choices.year === year
                return (
                  <td key={year} className="number">
                    {count !== undefined && (
                      <button
                        type="button"
                        className="count-cell"
                        aria-pressed={shown}
                        aria-label={`${name}, ${year}: ${heldWords(count)}, that is ${countWords(count)}`}
                        data-tip={countWords(count)}
                        onClick={() =>
                          change(shown ? { with: undefined, year: undefined } : { with: code, year })
                        }
                      >
                        {heldOf(count)}
                        {count.planned > 0 && <span className="count-ahead">+{count.planned}</span>}
                      </button>
                    )}
                  </td>
                )
              })}
              <td className="number">
                <button
                  type="button"
                  className="count-cell"
                  aria-pressed={choices.with === code && choices.year === undefined}
                  aria-label={`${name}, all years: ${held}`}
                  onClick={() => change({ with: code, year: undefined })}
                >
                  {held}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="atlas-note">Held; +n: planned, postponed or of unknown outcome.</p>
    </div>
  )
}

/** As the cell shows it: "4", "2 +1". */
const heldWords = (count: LeaderCount): string =>
  count.planned > 0 ? `${heldOf(count)}+${count.planned}` : String(heldOf(count))

const heldOf = ({ visits, received, meetings, calls }: LeaderCount): number =>
  visits + received + meetings + calls

/** The other states, those met most first. */
function statesOf(counts: readonly LeaderCount[]) {
  const held = new Map<string, { readonly code: string; readonly name: string; held: number }>()
  for (const count of counts) {
    const known = held.get(count.with.code) ?? { ...count.with, held: 0 }
    held.set(count.with.code, known)
    known.held += heldOf(count)
  }
  return [...held.values()].sort((a, b) => b.held - a.held || (a.name < b.name ? -1 : 1))
}
