import { Link } from "wouter"
import type { HappeningPage as HappeningRecord } from "../../../src/view/api.ts"
import { documentAddress, pairAddress } from "../addresses.ts"
import { useHappening } from "../data/queries.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PartySides } from "../parts/party-list.tsx"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { StatusPill } from "../parts/status-pill.tsx"
import { TypeName } from "../parts/type-name.tsx"
import { When } from "../parts/when.tsx"
import { periodWords } from "../wording/dates.ts"
import { typeWords } from "../wording/modes.ts"
import { counted } from "../wording/numbers.ts"
import { sidesWords } from "../wording/parties.ts"
import { pairsBetween } from "./pairs-between.ts"
import { ReportList } from "./report-list.tsx"
import { SaysSoGraph } from "./says-so-graph.tsx"
import { StatusHistory } from "./status-history.tsx"
import { VersionTable } from "./version-table.tsx"

/** One happening: what it was, how word of it changed, where reports differ, and every report with who says so. */
export default function HappeningPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useHappening(id)
  usePageTitle(data && titleOf(data))
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? <PageSkeleton /> : <HappeningView record={data} />
}

const titleOf = (record: HappeningRecord): string =>
  `${typeWords(record.typeName, record.mode)}: ${sidesWords(record)}, ${periodWords(record)}`

function HappeningView({ record }: { readonly record: HappeningRecord }) {
  return (
    <article className="happening">
      <HappeningHead record={record} />
      <div className="happening-body">
        <div className="happening-side">
          <StatusHistory history={record.history} quad={record.quad} reports={record.reportsOf} />
          <SaysSoGraph title={titleOf(record)} reports={record.reportsOf} />
        </div>
        <div className="happening-told">
          <VersionTable versions={record.versions} reports={record.reportsOf} />
          <ReportList reports={record.reportsOf} quad={record.quad} />
        </div>
      </div>
    </article>
  )
}

function HappeningHead({ record }: { readonly record: HappeningRecord }) {
  return (
    <header className="page-head">
      <p className="crumbs">
        <Link href="/">Pairs</Link>
        {pairsBetween(record).map((pair) => (
          <Link key={pair} href={pairAddress(pair)}>
            {pair}
          </Link>
        ))}
      </p>
      <h1>
        <TypeName type={record.type} name={record.typeName} mode={record.mode} reachable />
      </h1>
      <p className="happening-sides">
        <PartySides sides={record} most={8} roles />
      </p>
      <Words record={record} />
      <dl className="facts">
        <div>
          <dt>Status</dt>
          <dd>
            <StatusPill status={record.status} quad={record.quad} reachable />
          </dd>
        </div>
        <div>
          <dt>When</dt>
          <dd>
            <When period={record} certain={record.dateCertain} />
          </dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>{placeWords(record)}</dd>
        </div>
        <div>
          <dt>Class</dt>
          <dd>
            {record.quad}
            {record.score !== null && <span className="codes"> score {signed(record.score)}</span>}
          </dd>
        </div>
        <div>
          <dt>Told by</dt>
          <dd>
            {counted(record.reports, "report")} in {counted(record.documents, "article")},{" "}
            {counted(record.independentOwners, "independent owner")}
            {record.onlyStateMedia && <span className="flag">only state media</span>}
          </dd>
        </div>
      </dl>
    </header>
  )
}

/** The words that tell it best, which lead to their place in the article. */
function Words({ record: { headline, reportsOf } }: { readonly record: HappeningRecord }) {
  const best = reportsOf.find(({ evidence }) => evidence === headline)
  if (best === undefined) return null
  return (
    <p className="happening-words evidence">
      <Link href={documentAddress(best.document, best.event)}>“{headline}”</Link>
      {best.outlet !== null && <span className="happening-from"> {best.outlet.name}</span>}
    </p>
  )
}

function placeWords({ place }: HappeningRecord): string {
  if (place === null) return "not said"
  return place.country === null ? place.name : `${place.name}, ${place.country}`
}

const signed = (score: number): string => (score > 0 ? `+${score}` : score < 0 ? `−${Math.abs(score)}` : "0")
