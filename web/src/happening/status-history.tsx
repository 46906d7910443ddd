import { Link } from "wouter"
import type { HistoryStep, Quad } from "../../../src/record/index.ts"
import type { ReportRow } from "../../../src/view/api.ts"
import { documentAddress } from "../addresses.ts"
import { StatusMark } from "../parts/status-mark.tsx"
import { dayWords, periodWords } from "../wording/dates.ts"
import { statusWords } from "../wording/statuses.ts"

interface StatusHistoryProps {
  readonly history: readonly HistoryStep[]
  readonly quad: Quad | null
  readonly reports: readonly ReportRow[]
}

/** How word of it changed from report to report: planned on 28 November, occurred on 3 December. */
export function StatusHistory({ history, quad, reports }: StatusHistoryProps) {
  const outletOf = new Map(reports.map(({ event, outlet }) => [event, outlet?.name]))
  return (
    <section className="history" aria-labelledby="history-heading">
      <h2 id="history-heading">How word of it changed</h2>
      <ol>
        {history.map((step) => (
          <li key={step.event}>
            <span className="history-mark">
              <StatusMark status={step.status} quad={quad} size={14} />
            </span>
            <Link href={documentAddress(step.document, step.event)}>
              <b>{statusWords(step.status)}</b>
            </Link>
            <span className="history-told">
              {step.reported === null ? "on a day unknown" : `told ${dayWords(step.reported)}`}
              {outletOf.get(step.event) !== undefined && ` by ${outletOf.get(step.event)}`}
            </span>
            {step.date !== null && (
              <span className="history-for">
                for {periodWords(step.date)}
                {!step.date.certain && <span className="implied"> implied</span>}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
