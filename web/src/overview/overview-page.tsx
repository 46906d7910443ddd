import { useDeferredValue, useMemo } from "react"
import { navigate, usePathname, useSearch } from "wouter/use-browser-location"
import { usePairs, useSummary } from "../data/queries.ts"
import { FailureNotice } from "../parts/failure-notice.tsx"
import { usePageTitle } from "../parts/page-title.ts"
import { Skeleton } from "../parts/skeleton.tsx"
import { PairTable } from "./pair-table.tsx"
import { DEFAULT_SORT, filterPairs, readSort, type Sort, sortPairs, writeSort } from "./sort.ts"
import { SummaryHeader } from "./summary-header.tsx"

/** Every pair of states in the record, to be sorted and filtered; both stand in the address. */
export function OverviewPage() {
  usePageTitle(undefined)
  const summary = useSummary()
  const pairs = usePairs()
  const { query, sort, change } = useTableAddress()
  const asked = useDeferredValue(query)
  const rows = useMemo(() => sortPairs(filterPairs(pairs.data ?? [], asked), sort), [pairs.data, asked, sort])
  if (pairs.error !== null) return <FailureNotice error={pairs.error} retry={() => void pairs.refetch()} />
  return (
    <>
      <SummaryHeader summary={summary.data} />
      <section aria-labelledby="pairs-heading">
        <div className="section-head">
          <h2 id="pairs-heading">Pairs of states</h2>
          <label className="field field-filter">
            <span className="unseen">Filter by country</span>
            <input
              type="search"
              placeholder="Filter by country"
              value={query}
              onChange={(event) => change({ query: event.target.value, sort })}
            />
          </label>
          <p className="count" role="status">
            {pairs.data !== undefined && countWords(rows.length, pairs.data.length)}
          </p>
        </div>
        {pairs.data === undefined ? (
          <Skeleton lines={14} />
        ) : (
          <PairTable
            rows={rows}
            all={pairs.data}
            sort={sort}
            onSort={(chosen) => change({ query, sort: chosen })}
          />
        )}
      </section>
    </>
  )
}

const countWords = (shown: number, all: number): string =>
  shown === all ? `${all} pairs` : `${shown} of ${all} pairs`

/** Filter and order of the table, kept in the address without filling the history. */
function useTableAddress() {
  const pathname = usePathname()
  const search = useSearch()
  const { query, sort } = useMemo(() => {
    const parameters = new URLSearchParams(search)
    return { query: parameters.get("q") ?? "", sort: readSort(parameters.get("sort")) }
  }, [search])
  const change = (next: { readonly query: string; readonly sort: Sort }) => {
    const parameters = new URLSearchParams()
    if (next.query !== "") parameters.set("q", next.query)
    if (writeSort(next.sort) !== writeSort(DEFAULT_SORT)) parameters.set("sort", writeSort(next.sort))
    navigate(parameters.size === 0 ? pathname : `${pathname}?${parameters}`, { replace: true })
  }
  return { query, sort, change }
}
