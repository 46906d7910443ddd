import { lazy, Suspense, useMemo, useState } from "react"
import type { PairPeriod, PairSeries } from "../../../src/record/index.ts"
import type { HappeningRow } from "../../../src/view/api.ts"
import { ChartExport } from "../parts/chart-export.tsx"
import { coreSpan } from "../scales/core-span.ts"
import { monthDays, monthIndex, monthOf } from "../scales/months.ts"
import { timeAxis } from "../scales/time-axis.ts"
import { periodWords } from "../wording/dates.ts"
import { ChartLegend } from "./chart-legend.tsx"
import { ChartReadout } from "./chart-readout.tsx"
import { EventTimeline } from "./event-timeline.tsx"
import type { PairFilters } from "./filters.ts"
import { hasData } from "./has-data.ts"
import { MonthCursor } from "./month-cursor.tsx"
import { monthsIn } from "./plot-frame.ts"
import { seriesRows } from "./series-rows.ts"
import { SeriesTable } from "./series-table.tsx"
import { useWidth } from "./use-width.ts"

const SeriesFigure = lazy(() => import("./series-figure.tsx"))
/** Room for the scale's numbers, and for a mark's half width. */
const MARGINS = { left: 34, right: 10 }

interface RelationChartsProps {
  /** "BLR-CHN", and both names as a title has them. */
  readonly pair: string
  readonly name: string
  /** Undefined while it is on its way. */
  readonly series: PairSeries | undefined
  /** Those that the filters let pass, whatever their date. */
  readonly happenings: readonly HappeningRow[]
  readonly filters: PairFilters
  readonly change: (changed: Partial<PairFilters>) => void
}

/** Series and timeline over one line of months. Choosing a month narrows the list below to it. */
export function RelationCharts({ pair, name, series, happenings, filters, change }: RelationChartsProps) {
  const [holder, width] = useWidth<HTMLDivElement>()
  const [whole, setWhole] = useState(false)
  const [pointed, setPointed] = useState<string>()
  const core = useMemo(() => coreSpan(monthsOf(series, happenings), whole), [series, happenings, whole])
  const axis = useMemo(
    () => (core === undefined || width === 0 ? undefined : timeAxis(core.months, width, MARGINS)),
    [core, width],
  )
  if (core === undefined) return <p className="empty">Nothing here is dated, so there is nothing to draw.</p>
  const chosen = filters.from !== undefined && filters.to !== undefined ? filters.from.slice(0, 7) : undefined
  const choose = (month: string) => {
    const days = periodDays(series, month)
    const same = filters.from === days.from && filters.to === days.to
    change(same ? { from: undefined, to: undefined } : days)
  }
  return (
    <section className="charts" aria-label="The relation over time">
      <ChartReadout
        point={periodAt(series, pointed ?? chosen)}
        named={periodNamed(series, pointed ?? chosen)}
      />
      <div className="charts-canvas" ref={holder}>
        {axis !== undefined && (
          <MonthCursor axis={axis} pointed={pointed} filters={filters} onPoint={setPointed} onChoose={choose}>
            <Suspense fallback={<div className="series-space" />}>
              {series === undefined ? (
                <div className="series-space" />
              ) : (
                <SeriesFigure series={series} axis={axis} width={width} />
              )}
            </Suspense>
          </MonthCursor>
        )}
        {axis !== undefined && (
          <EventTimeline happenings={happenings} axis={axis} width={width} filters={filters} />
        )}
      </div>
      <footer className="charts-foot">
        <ChartLegend />
        {(core.before > 0 || core.after > 0 || whole) && (
          <button type="button" className="plain" onClick={() => setWhole(!whole)}>
            {whole ? "Show where most of it lies" : strayWords(core.before, core.after)}
          </button>
        )}
        {series !== undefined && <SeriesTable series={series} />}
        {series !== undefined && (
          <ChartExport
            title={`${name}: cooperation and conflict by ${series.by}`}
            rows={() => seriesRows(pair, series)}
            drawings={holder}
          />
        )}
      </footer>
    </section>
  )
}

const monthsOf = (series: PairSeries | undefined, happenings: readonly HappeningRow[]): string[] => [
  ...(series?.points ?? []).filter(hasData).map(({ period }) => period.slice(0, 7)),
  ...happenings.flatMap(({ start }) => start?.slice(0, 7) ?? []),
]

/** The period of the series that a month lies in. */
const periodAt = (series: PairSeries | undefined, month: string | undefined): PairPeriod | undefined =>
  month === undefined || series === undefined
    ? undefined
    : series.points.find(({ period }) => period.slice(0, 7) === firstMonth(series, month))

function firstMonth({ by }: PairSeries, month: string): string {
  const length = monthsIn(by)
  return monthOf(Math.floor(monthIndex(month) / length) * length)
}

/** First and last day of the period that a month lies in. */
function periodDays(series: PairSeries | undefined, month: string): { from: string; to: string } {
  if (series === undefined) return monthDays(month)
  const first = firstMonth(series, month)
  const last = monthOf(monthIndex(first) + monthsIn(series.by) - 1)
  return { from: monthDays(first).from, to: monthDays(last).to }
}

function periodNamed(series: PairSeries | undefined, month: string | undefined): string | undefined {
  if (month === undefined) return undefined
  const by = series?.by ?? "month"
  const start = series === undefined ? month : firstMonth(series, month)
  return periodWords({ start: `${start}-01`, end: `${start}-01`, precision: by })
}

function strayWords(before: number, after: number): string {
  const parts = [before > 0 ? "earlier" : "", after > 0 ? "later" : ""].filter((part) => part !== "")
  return `Show the ${before + after} dated far ${parts.join(" or ")} too`
}
