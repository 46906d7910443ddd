import { Link } from "wouter"
import type { Quad } from "../../../src/record/index.ts"
import type { ReportRow } from "../../../src/view/api.ts"
import { documentAddress } from "../addresses.ts"
import { AttributionChain } from "../parts/attribution-chain.tsx"
import { OutletName } from "../parts/outlet-name.tsx"
import { QuantityList } from "../parts/quantity-list.tsx"
import { StatusPill } from "../parts/status-pill.tsx"
import { When } from "../parts/when.tsx"
import { dayWords } from "../wording/dates.ts"

const BACKGROUND = "The article only looks back on this; it was not the news of that day."

interface ReportListProps {
  readonly reports: readonly ReportRow[]
  readonly quad: Quad | null
}

/** Every report of a happening: the outlet and its owner, who says so, and the words, which lead to the article. */
export function ReportList({ reports, quad }: ReportListProps) {
  return (
    <section className="reports" aria-labelledby="reports-heading">
      <h2 id="reports-heading">Reports</h2>
      <ol>
        {reports.map((report) => (
          <ReportEntry key={report.event} report={report} quad={quad} />
        ))}
      </ol>
    </section>
  )
}

function ReportEntry({ report, quad }: { readonly report: ReportRow; readonly quad: Quad | null }) {
  return (
    <li className="report">
      <header>
        <OutletName outlet={report.outlet} full />
        <time dateTime={report.published ?? undefined}>{dayWords(report.published)}</time>
      </header>
      <p className="evidence">
        <Link href={documentAddress(report.document, report.event)}>{report.evidence}</Link>
      </p>
      <dl className="report-facts">
        <div>
          <dt>Says so</dt>
          <dd>
            <AttributionChain outlet={report.outlet?.name ?? null} chain={report.attribution} />
          </dd>
        </div>
        <div>
          <dt>Status</dt>
          <dd>
            <StatusPill status={report.status} quad={quad} />
            {report.background && (
              <span className="flag flag-quiet" data-tip={BACKGROUND}>
                background
              </span>
            )}
          </dd>
        </div>
        {report.date !== null && (
          <div>
            <dt>When</dt>
            <dd>
              <When period={report.date} certain={report.date.certain} />
            </dd>
          </div>
        )}
        {report.quantities.length > 0 && (
          <div>
            <dt>Numbers</dt>
            <dd>
              <QuantityList quantities={report.quantities} />
            </dd>
          </div>
        )}
        <div>
          <dt>Certainty</dt>
          <dd className="numeral">{Math.round(report.confidence * 100)} %</dd>
        </div>
      </dl>
      {report.title !== null && <p className="report-title">{report.title}</p>}
    </li>
  )
}
