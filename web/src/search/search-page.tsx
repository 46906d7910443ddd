import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { Link } from "wouter"
import { useSearch } from "wouter/use-browser-location"
import type { SearchPage as Found } from "../../../src/view/api.ts"
import { Failure, fetchRecord } from "../data/client.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { Skeleton } from "../parts/skeleton.tsx"
import { counted, whole } from "../wording/numbers.ts"
import { QueryHelp } from "./query-help.tsx"
import {
  RESULTS_A_PAGE,
  readAsk,
  type SearchAsk,
  searchAddress,
  searchRequest,
  wholeQuery,
} from "./search-ask.ts"
import { SearchForm } from "./search-form.tsx"
import { SearchHit } from "./search-hit.tsx"

/** Words in articles or in the evidence of events; the search stands in the address. */
export default function SearchPage() {
  const search = useSearch()
  const ask = useMemo(() => readAsk(new URLSearchParams(search)), [search])
  const asked = wholeQuery(ask) !== ""
  usePageTitle(asked ? `${wholeQuery(ask)} – Search` : "Search")
  return (
    <>
      <header className="page-head">
        <h1>Search</h1>
      </header>
      <SearchForm key={search} ask={ask} />
      {asked ? <Results ask={ask} /> : <QueryHelp ask={ask} />}
      {asked && (
        <details className="query-details">
          <summary>How to ask</summary>
          <QueryHelp ask={ask} />
        </details>
      )}
    </>
  )
}

function Results({ ask }: { readonly ask: SearchAsk }) {
  const { data, error, refetch } = useFound(ask)
  if (error instanceof Failure && error.status === 400) return <Misunderstood error={error} />
  if (error !== null) return <FailureNotice error={error} retry={() => void refetch()} />
  if (data === undefined) return <Skeleton lines={12} />
  return (
    <section aria-label="What was found">
      <p className="count hits-count" role="status">
        {countWords(data, ask)}
      </p>
      {data.total === 0 && <NothingFound ask={ask} />}
      <ol className="hits">
        {data.hits.map((row) => (
          <SearchHit key={`${row.id} ${row.event?.id ?? ""}`} row={row} />
        ))}
      </ol>
      <Pages ask={ask} total={data.total} />
    </section>
  )
}

const useFound = (ask: SearchAsk) =>
  useQuery({
    queryKey: ["search", searchRequest(ask)],
    queryFn: ({ signal }) => fetchRecord<Found>(searchRequest(ask), signal),
    placeholderData: keepPreviousData,
  })

function countWords({ total, in: scope }: Found, { page }: SearchAsk): string {
  if (total === 0) return ""
  const found = scope === "articles" ? counted(total, "article") : counted(total, "event")
  const first = (page - 1) * RESULTS_A_PAGE + 1
  const last = Math.min(page * RESULTS_A_PAGE, total)
  return total <= RESULTS_A_PAGE || first > total ? found : `${found}, ${whole(first)} to ${whole(last)} here`
}

function NothingFound({ ask }: { readonly ask: SearchAsk }) {
  const other = ask.scope === "articles" ? undefined : { ...ask, scope: "articles" as const, page: 1 }
  return (
    <p className="empty">
      Nothing in the record answers <b>{wholeQuery(ask)}</b>.{" "}
      {other !== undefined && <Link href={searchAddress(other)}>Look in whole articles</Link>}
      {other === undefined && "Try a star for a word’s ending, or leave a filter out."}
    </p>
  )
}

function Misunderstood({ error }: { readonly error: Failure }) {
  return (
    <div className="misunderstood" role="alert">
      <p>
        <b>This cannot be searched for.</b> {error.message}
      </p>
      {error.remedy !== undefined && <p>{error.remedy}</p>}
    </div>
  )
}

const toTop = (): void => window.scrollTo(0, 0)

function Pages({ ask, total }: { readonly ask: SearchAsk; readonly total: number }) {
  const last = Math.ceil(total / RESULTS_A_PAGE)
  if (last <= 1) return null
  return (
    <nav className="pages" aria-label="Pages of results">
      {ask.page > 1 && (
        <Link onClick={toTop} href={searchAddress({ ...ask, page: Math.min(ask.page - 1, last) })}>
          Previous
        </Link>
      )}
      <span>
        page {whole(ask.page)} of {whole(last)}
      </span>
      {ask.page < last && (
        <Link onClick={toTop} href={searchAddress({ ...ask, page: ask.page + 1 })}>
          Next
        </Link>
      )}
    </nav>
  )
}
