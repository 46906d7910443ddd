import type { DatasetLane } from "../../../src/view/api.ts"
import { shortMonthWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"
import { type Agreement, agreementOf } from "./agreement.ts"
import { datasetName } from "./compare-choices.ts"
import { bothSay, coverageOf, MEASURE_WORDS, MEASURES } from "./measures.ts"

interface AgreementTableProps {
  readonly ours: DatasetLane
  readonly theirs: DatasetLane
}

/** How far two data sets reach, and how far they go together, measure by measure. */
export function AgreementTable({ ours, theirs }: AgreementTableProps) {
  const name = datasetName(theirs.dataset)
  const { common, both, onlyOurs, onlyTheirs } = coverageOf(ours, theirs)
  return (
    <section className="agreement" aria-labelledby="agreement-heading">
      <h2 id="agreement-heading">How far they go together</h2>
      <p className="lede">
        {common === 0
          ? `${reachWords(ours)}; ${reachWords(theirs)}. They share no month, so nothing can be said of their agreement.`
          : `${reachWords(ours)}; ${reachWords(theirs)}. Of the ${counted(common, "month")} that both reach, ${both} have events in both, ${onlyOurs} only in ours, ${onlyTheirs} only in ${name}.`}
      </p>
      {common > 0 && (
        <div className="scroller">
          <table>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col" className="number">
                  Months compared
                </th>
                <th scope="col" className="number">
                  Correlation (95 % band)
                </th>
                <th scope="col" className="number">
                  Of ranks
                </th>
              </tr>
            </thead>
            <tbody>
              {MEASURES.map((measure) => {
                const agreement = agreementOf(bothSay(ours, theirs, measure))
                return (
                  <tr key={measure}>
                    <th scope="row">{MEASURE_WORDS[measure]}</th>
                    <td className="number">{monthsWords(agreement)}</td>
                    <td className="number">{correlationWords(agreement)}</td>
                    <td className="number">
                      {agreement.ranks === null ? "–" : twoDecimals(agreement.ranks)}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <p className="agreement-note">
        Events are counted alike on both sides, not weighed. Ours are happenings, each once however many
        report it; other data sets may count every report. Neighbouring months resemble each other, so the
        band is drawn as for the fewer independent months in brackets. A correlation says that two series move
        together, not that either is right.
      </p>
    </section>
  )
}

function reachWords({ dataset, months }: DatasetLane): string {
  const [first, last] = [months.at(0)?.month, months.at(-1)?.month]
  const name = dataset === "chancery" ? "Ours" : datasetName(dataset)
  return first === undefined || last === undefined
    ? `${name} has no dated event of this pair`
    : `${name} reaches from ${shortMonthWords(first)} to ${shortMonthWords(last)}`
}

const MINUS = "−"
const twoDecimals = (value: number): string => value.toFixed(2).replace("-", MINUS)

const monthsWords = ({ months, effective }: Agreement): string =>
  effective < months ? `${months} (${effective})` : String(months)

function correlationWords({ months, correlation, low, high }: Agreement): string {
  if (correlation === null) return months < 8 ? "too few months" : "one does not vary"
  const band = low === null || high === null ? "" : ` (${twoDecimals(low)} to ${twoDecimals(high)})`
  return `${twoDecimals(correlation)}${band}`
}
