import { Link } from "wouter"
import type { OutletPage as OutletAnswer } from "../../../src/view/sources-page.ts"
import "../styles/data-table.css"
import "../styles/sources.css"
import { documentAddress } from "../addresses.ts"
import { useOutlet } from "../data/workbench-queries.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { AFFILIATIONS } from "../parts/outlet-name.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { PageSkeleton } from "../parts/skeleton.tsx"
import { monthIndex, monthOf } from "../scales/months.ts"
import { dayWords, monthWords, shortMonthWords } from "../wording/dates.ts"
import { counted } from "../wording/numbers.ts"

/** One outlet: whose it is, how much it published when, and its articles. */
export default function OutletPage({ id }: { readonly id: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useOutlet(id)
  const outlet = data?.pages[0]
  usePageTitle(outlet?.name ?? "Outlet")
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  if (outlet === undefined) return <PageSkeleton />
  const articles = data?.pages.flatMap((page) => page.articles) ?? []
  return (
    <>
      <header className="page-head">
        <p className="crumbs">
          <Link href="/sources">Sources</Link>
        </p>
        <h1>{outlet.name}</h1>
        <p className="lede">
          {outlet.countryName !== null && <>{outlet.countryName}, </>}
          <span className={`affiliation-${outlet.affiliation}`}>{AFFILIATIONS[outlet.affiliation]}</span>.{" "}
          {outlet.owner !== null && outlet.owner !== outlet.name && <>Owner: {outlet.owner}. </>}
          {counted(outlet.documents, "article")} with {counted(outlet.events, "event")}.
        </p>
      </header>
      {outlet.months.length > 0 && <MonthBars months={outlet.months} />}
      <section aria-labelledby="articles-heading">
        <h2 id="articles-heading">Articles</h2>
        <ol className="documents outlet-articles">
          {articles.map((row) => (
            <li key={row.id}>
              <time dateTime={row.published ?? undefined}>{dayWords(row.published)}</time>
              <Link href={documentAddress(row.id)}>{row.title ?? row.id}</Link>
              <span className="numeral">{counted(row.events, "event")}</span>
            </li>
          ))}
        </ol>
        {hasNextPage && (
          <button
            type="button"
            className="more"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {isFetchingNextPage ? "Loading" : "Show more articles"}
          </button>
        )}
      </section>
    </>
  )
}

/** Bars from the first month with an article to the last one. */
function MonthBars({ months }: { readonly months: OutletAnswer["months"] }) {
  const first = monthIndex(months[0]?.month ?? "")
  const last = monthIndex(months.at(-1)?.month ?? "")
  const known = new Map(months.map(({ month, documents }) => [month, documents]))
  const most = Math.max(...known.values())
  const all = Array.from({ length: last - first + 1 }, (_, at) => monthOf(first + at))
  return (
    <figure className="panel month-bars">
      <figcaption>
        Articles by month, {shortMonthWords(all[0] ?? "")} to {shortMonthWords(all.at(-1) ?? "")}; at most{" "}
        {most}
      </figcaption>
      <svg
        viewBox={`0 0 ${all.length} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Articles by month: ${counted(months.length, "month")} with articles, at most ${most}`}
      >
        {all.map((month, at) => {
          const height = (known.get(month) ?? 0) / most
          return height === 0 ? null : (
            <rect
              key={month}
              x={at + 0.1}
              width={0.8}
              y={1 - height}
              height={height}
              data-tip={`${monthWords(month)}: ${counted(known.get(month) ?? 0, "article")}`}
            />
          )
        })}
      </svg>
    </figure>
  )
}
