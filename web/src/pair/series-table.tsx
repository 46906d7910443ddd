import type { RelationPoint } from "../../../src/record/index.ts"
import { shortMonthWords } from "../wording/dates.ts"
import { oneDecimal } from "../wording/numbers.ts"
import { hasData } from "./has-data.ts"

/** The series as numbers, for whoever cannot or would not read a drawing. */
export function SeriesTable({ series }: { readonly series: readonly RelationPoint[] }) {
  const known = series.filter(hasData)
  return (
    <details className="series-table">
      <summary>The series as a table</summary>
      <div className="scroller">
        <table>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className="number">
                Share
              </th>
              <th scope="col" className="number">
                95 % band
              </th>
              <th scope="col" className="number">
                Happenings
              </th>
              <th scope="col" className="number">
                Cooperation
              </th>
              <th scope="col" className="number">
                Conflict
              </th>
              <th scope="col" className="number">
                Intended coop.
              </th>
              <th scope="col" className="number">
                Intended conflict
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map((point) => (
              <tr key={point.period}>
                <th scope="row">{shortMonthWords(point.period)}</th>
                <td className="number">{rounded(point.share)}</td>
                <td className="number">
                  {point.low === null ? "" : `${rounded(point.low)}–${rounded(point.high)}`}
                </td>
                <td className="number">{point.happenings}</td>
                <td className="number">{oneDecimal(point.cooperation)}</td>
                <td className="number">{oneDecimal(point.conflict)}</td>
                <td className="number">{oneDecimal(point.intentCooperation)}</td>
                <td className="number">{oneDecimal(point.intentConflict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const rounded = (value: number | null): string => (value === null ? "" : String(Math.round(value)))
