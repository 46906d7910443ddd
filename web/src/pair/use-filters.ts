import { useCallback, useMemo } from "react"
import { navigate, usePathname, useSearch } from "wouter/use-browser-location"
import { type PairFilters, readFilters, writeFilters } from "./filters.ts"

/** The pair page's filters as the address has them, and how to change some of them. */
export function useFilters(): readonly [PairFilters, (changed: Partial<PairFilters>) => void] {
  const pathname = usePathname()
  const search = useSearch()
  const filters = useMemo(() => readFilters(new URLSearchParams(search)), [search])
  const change = useCallback(
    (changed: Partial<PairFilters>) =>
      navigate(`${pathname}${writeFilters({ ...filters, ...changed }, new URLSearchParams(search))}`, {
        replace: true,
      }),
    [pathname, search, filters],
  )
  return [filters, change]
}
