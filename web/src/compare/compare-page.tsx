import { useQuery } from "@tanstack/react-query"
import { lazy, Suspense, useMemo, useRef } from "react"
import { Link } from "wouter"
import type { DatasetLane, DatasetsPage } from "../../../src/view/api.ts"
import { pairAddress } from "../addresses.ts"
import { fetchRecord } from "../data/client.ts"
import { useAddressPart } from "../pair/use-address-part.ts"
import { useWidth } from "../pair/use-width.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { coreSpan } from "../scales/core-span.ts"
import { timeAxis } from "../scales/time-axis.ts"
import { AgreementTable } from "./agreement-table.tsx"
import { datasetName, readCompare, writeCompare } from "./compare-choices.ts"
import { CompareControls } from "./compare-controls.tsx"
import { compareRows } from "./compare-rows.ts"
import { MEASURE_WORDS, type Measure } from "./measures.ts"
import { NothingImported } from "./nothing-imported.tsx"

const CompareFigure = lazy(() => import("./compare-figure.tsx"))
const CHOICES = { read: readCompare, write: writeCompare }
const MARGINS = { left: 40, right: 10 }

/** A pair in our record and in a data set of others, over one line of months. */
export default function ComparePage({ pair }: { readonly pair: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["datasets", pair],
    queryFn: ({ signal }) => fetchRecord<DatasetsPage>(`pairs/${encodeURIComponent(pair)}/datasets`, signal),
  })
  usePageTitle(`${data === undefined ? pair : `${data.a.name} – ${data.b.name}`} compared`)
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  return data === undefined ? <PageSkeleton /> : <Comparison page={data} />
}

function Comparison({ page }: { readonly page: DatasetsPage }) {
  const { pair, a, b, datasets } = page
  const [choices, change] = useAddressPart(CHOICES)
  const [ours, ...others] = datasets
  const theirs = others.find(({ dataset }) => dataset === choices.set) ?? others[0]
  return (
    <>
      <header className="page-head">
        <p className="crumbs">
          <Link href="/">Pairs</Link>
          <Link href={pairAddress(pair)}>{pair}</Link>
        </p>
        <h1>
          {a.name} <span className="dash">–</span> {b.name}: compared
        </h1>
        <p className="lede">
          Our record of the two beside the event data of others, both directions together.
        </p>
      </header>
      {ours === undefined || theirs === undefined ? (
        <NothingImported pair={pair} />
      ) : (
        <>
          <CompareControls
            others={others}
            chosen={theirs.dataset}
            measure={choices.measure}
            change={change}
          />
          <Lanes
            name={`${a.name} – ${b.name}`}
            pair={pair}
            ours={ours}
            theirs={theirs}
            measure={choices.measure}
          />
          <AgreementTable ours={ours} theirs={theirs} />
        </>
      )}
    </>
  )
}

interface LanesProps {
  readonly name: string
  readonly pair: string
  readonly ours: DatasetLane
  readonly theirs: DatasetLane
  readonly measure: Measure
}

function Lanes({ name, pair, ours, theirs, measure }: LanesProps) {
  const [holder, width] = useWidth<HTMLDivElement>()
  const drawings = useRef<HTMLElement>(null)
  const lanes = useMemo(() => [ours, theirs], [ours, theirs])
  const axis = useMemo(() => {
    const span = coreSpan(
      lanes.flatMap(({ months }) => months.map(({ month }) => month)),
      true,
    )
    return span === undefined || width === 0 ? undefined : timeAxis(span.months, width, MARGINS)
  }, [lanes, width])
  return (
    <section ref={drawings} className="compare-lanes" aria-label="Both series over time">
      <div ref={holder} className="compare-canvas">
        {axis !== undefined && (
          <Suspense fallback={<div className="series-space" />}>
            <CompareFigure lanes={lanes} measure={measure} axis={axis} width={width} />
          </Suspense>
        )}
      </div>
      <ChartExport
        title={`${name}: Chancery and ${datasetName(theirs.dataset)}, ${MEASURE_WORDS[measure]} by month`}
        rows={() => compareRows(pair, lanes)}
        drawings={drawings}
      />
    </section>
  )
}
