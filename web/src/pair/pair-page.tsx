import { useMemo } from "react"
import { Link } from "wouter"
import type { PairPage as PairRecord } from "../../../src/view/api.ts"
import { compareAddress } from "../addresses.ts"
import { usePair, useRelation } from "../data/queries.ts"
import { LedgerPanel } from "../ledger/ledger-panel.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { counted } from "../wording/numbers.ts"
import { statusShape } from "../wording/statuses.ts"
import { FilterBar } from "./filter-bar.tsx"
import { newestFirst, passing, within } from "./filters.ts"
import { HappeningList } from "./happening-list.tsx"
import { RelationCharts } from "./relation-charts.tsx"
import { writeChoices } from "./relation-choices.ts"
import { SeriesControls } from "./series-controls.tsx"
import { useChoices } from "./use-choices.ts"
import { useFilters } from "./use-filters.ts"

/** Two states over time: how they stand, what happened and what was to happen, and the list of it. */
export default function PairPage({ pair }: { readonly pair: string }) {
  const { data, error, refetch } = usePair(pair)
  usePageTitle(data === undefined ? pair : `${data.a.name} – ${data.b.name}`)
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? <PageSkeleton /> : <PairView record={data} />
}

function PairView({ record }: { readonly record: PairRecord }) {
  const [filters, change] = useFilters()
  const [choices, choose] = useChoices()
  const relation = useRelation(record.pair, writeChoices(choices))
  const shown = useMemo(() => passing(record.happenings, filters), [record, filters])
  const listed = useMemo(() => newestFirst(within(shown, filters)), [shown, filters])
  return (
    <>
      <header className="page-head">
        <p className="crumbs">
          <Link href="/">Pairs</Link>
          <Link href={compareAddress(record.pair)}>Compare with other data</Link>
        </p>
        <h1>
          {record.a.name} <span className="dash">–</span> {record.b.name}{" "}
          <span className="codes">{record.pair}</span>
        </h1>
        <p className="lede">{pairSummary(record)}</p>
      </header>
      <FilterBar filters={filters} happenings={record.happenings} change={change} />
      <SeriesControls choices={choices} relation={relation.data} change={choose} />
      {relation.error !== null && (
        <FailureNotice error={relation.error} retry={() => void relation.refetch()} />
      )}
      <RelationCharts
        pair={record.pair}
        name={`${record.a.name} – ${record.b.name}`}
        series={relation.data?.series}
        happenings={shown}
        filters={filters}
        change={change}
      />
      <LedgerPanel pair={record.pair} />
      <HappeningList happenings={listed} total={record.happenings.length} filters={filters} change={change} />
    </>
  )
}

function pairSummary({ happenings, total }: PairRecord): string {
  // While the older ones are still on their way only their number is known.
  if (happenings.length < total) return counted(total, "happening")
  const tally = { filled: 0, half: 0, hollow: 0, crossed: 0 }
  for (const { status } of happenings) tally[statusShape(status)]++
  const parts = [
    [tally.filled + tally.half, "occurred or under way"],
    [tally.hollow, "planned, expected, promised or supposed"],
    [tally.crossed, "denied or not come about"],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return `${counted(happenings.length, "happening")}: ${told.join(", ")}`
}
