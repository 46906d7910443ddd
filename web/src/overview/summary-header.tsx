import type { Summary } from "../../../src/view/api.ts"
import { dayWords } from "../wording/dates.ts"
import { counted, whole } from "../wording/numbers.ts"
import { StatusTally } from "./status-tally.tsx"
import { TypeColumns } from "./type-columns.tsx"

/** What the record holds, in one line and two small tallies. */
export function SummaryHeader({ summary }: { readonly summary: Summary | undefined }) {
  return (
    <header className="summary">
      <h1>The record</h1>
      {summary === undefined ? (
        <p className="summary-line">&nbsp;</p>
      ) : (
        <p className="summary-line">
          <b>{whole(summary.happenings)}</b> happenings in <b>{whole(summary.events)}</b> reports, from{" "}
          {counted(summary.documents, "article")} of {counted(summary.outlets, "outlet")},{" "}
          <span className="nowrap">{dayWords(summary.first)}</span> to{" "}
          <span className="nowrap">{dayWords(summary.last)}</span>
        </p>
      )}
      <div className="tallies">
        <TypeColumns byType={summary?.byType ?? []} />
        <StatusTally byStatus={summary?.byStatus ?? []} />
      </div>
    </header>
  )
}
