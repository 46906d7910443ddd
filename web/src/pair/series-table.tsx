import type { PairPeriod, PairSeries } from "../../../src/record/index.ts"
import { periodWords } from "../wording/dates.ts"
import { oneDecimal } from "../wording/numbers.ts"
import { levelWords, shareWords } from "../wording/relation.ts"
import { hasData } from "./has-data.ts"

interface Column {
  readonly head: string
  readonly cell: (point: PairPeriod) => string | number
}

const COLUMNS: readonly Column[] = [
  {
    head: "Share (95 % band)",
    cell: ({ share, low, high }) =>
      share === null || low === null || high === null ? "" : levelWords({ share, low, high }),
  },
  { head: "Smoothed", cell: ({ smoothed }) => levelWords(smoothed) },
  { head: "Happenings", cell: ({ happenings }) => happenings },
  { head: "Cooperation", cell: ({ cooperation }) => oneDecimal(cooperation) },
  { head: "Conflict", cell: ({ conflict }) => oneDecimal(conflict) },
  { head: "Deeds", cell: ({ deeds }) => shareWords(deeds.level) },
  { head: "Words", cell: ({ words }) => shareWords(words.level) },
  { head: "PLOVER", cell: ({ byWeights }) => shareWords(byWeights.plover) },
  { head: "Goldstein", cell: ({ byWeights }) => shareWords(byWeights.goldstein) },
  { head: "Each alike", cell: ({ byWeights }) => shareWords(byWeights.unit) },
  { head: "Without state media", cell: ({ withoutStateMedia }) => shareWords(withoutStateMedia) },
  { head: "Without the largest", cell: ({ withoutLargest }) => shareWords(withoutLargest) },
  {
    head: "Without one owner",
    cell: ({ withoutOneOwner }) => (withoutOneOwner === null ? "" : shareWords(withoutOneOwner.level)),
  },
  { head: "Intended coop.", cell: ({ intentCooperation }) => oneDecimal(intentCooperation) },
  { head: "Intended conflict", cell: ({ intentConflict }) => oneDecimal(intentConflict) },
  { head: "Read by others", cell: ({ readings }) => readings.happenings },
  { head: "Of the corpus", cell: ({ volume }) => (volume === null ? "" : `${oneDecimal(volume)} %`) },
]

/** The series as numbers, for whoever cannot or would not read a drawing. */
export function SeriesTable({ series }: { readonly series: PairSeries }) {
  const known = series.points.filter(hasData)
  return (
    <details className="series-table">
      <summary>The series as a table</summary>
      <div className="scroller">
        <table>
          <thead>
            <tr>
              <th scope="col">Period</th>
              {COLUMNS.map(({ head }) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.map((point) => (
              <tr key={point.period}>
                <th scope="row">{nameOf(point, series)}</th>
                {COLUMNS.map(({ head, cell }) => (
                  <td key={head} className="number">
                    {cell(point)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const nameOf = ({ period }: PairPeriod, { by }: PairSeries): string =>
  periodWords({ start: period, end: period, precision: by })
