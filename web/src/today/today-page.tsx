import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { Link } from "wouter"
import { useSearch } from "wouter/use-browser-location"
import type { TodayPage as Today } from "../../../src/view/today-page.ts"
import { fetchRecord } from "../data/client.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { dayWords } from "../wording/dates.ts"
import { counted, whole } from "../wording/numbers.ts"
import { DueSection } from "./due-section.tsx"
import { FreshSection } from "./fresh-section.tsx"
import { FromPicker } from "./from-picker.tsx"
import { MovesSection } from "./moves-section.tsx"
import { SourcesSection } from "./sources-section.tsx"
import { readFrom } from "./spans.ts"

/** What the news from a day on changed; the day stands in the address. */
export default function TodayPage() {
  usePageTitle("Today")
  const search = useSearch()
  const from = useMemo(() => readFrom(new URLSearchParams(search)), [search])
  const { data, error, refetch } = useToday(from)
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  if (data === undefined) return <PageSkeleton />
  return data.from === null || data.until === null || data.earliest === null ? (
    <NoNews />
  ) : (
    <News today={data} from={data.from} until={data.until} earliest={data.earliest} />
  )
}

const useToday = (from: string | undefined) =>
  useQuery({
    queryKey: ["today", from],
    queryFn: ({ signal }) => fetchRecord<Today>(from === undefined ? "today" : `today?from=${from}`, signal),
    placeholderData: keepPreviousData,
  })

interface NewsProps {
  readonly today: Today
  readonly from: string
  readonly until: string
  readonly earliest: string
}

function News({ today, from, until, earliest }: NewsProps) {
  return (
    <>
      <header className="page-head today-head">
        <div>
          <h1>
            News <span className="nowrap">{dayWords(from)}</span> to{" "}
            <span className="nowrap">{dayWords(until)}</span>
          </h1>
          <p className="lede">
            What the articles of these days changed in the record, up to its newest of {dayWords(until)}.
          </p>
          <Glance today={today} />
        </div>
        <FromPicker from={from} until={until} earliest={earliest} />
      </header>
      <div className="today">
        <FreshSection key={from} fresh={today.fresh} />
        <div className="today-side">
          <MovesSection moved={today.moved} from={from} until={until} />
          <DueSection due={today.due} />
          <SourcesSection feeds={today.feeds} silent={today.silent} />
        </div>
      </div>
    </>
  )
}

/** The four parts in figures, each leading to its own. */
function Glance({ today: { fresh, moved, due, feeds, silent } }: { readonly today: Today }) {
  const broken = feeds.length + silent.length
  const clear = moved.pairs.filter((pair) => pair.clear).length
  return (
    <ul className="glance" aria-label="At a glance">
      <li>
        <a href="#fresh-heading">{counted(fresh.total, "new happening")}</a>
      </li>
      <li>
        <a href="#moves-heading">{clear === 0 ? "no pair" : counted(clear, "pair")} moved for certain</a>
      </li>
      <li>
        <a href="#due-heading">{due.total === 0 ? "nothing" : whole(due.total)} fell due</a>
      </li>
      <li>
        <a href="#broken-heading">{broken === 0 ? "no source" : counted(broken, "source")} broke</a>
      </li>
    </ul>
  )
}

function NoNews() {
  return (
    <section className="notice">
      <h1>No news yet</h1>
      <p>The record holds no dated article. Code some, or watch feeds, and come back:</p>
      <pre>
        <code>
          chancery run news/ --store record.duckdb{"\n"}chancery watch feeds.opml --store record.duckdb
        </code>
      </pre>
      <p>
        <Link href="/">All pairs</Link>
      </p>
    </section>
  )
}
