import { useCallback, useMemo } from "react"
import { navigate, usePathname, useSearch } from "wouter/use-browser-location"
import { type RelationChoices, readChoices, writeChoices } from "./relation-choices.ts"

/** How the series is computed as the address has it, and how to change some of it. */
export function useChoices(): readonly [RelationChoices, (changed: Partial<RelationChoices>) => void] {
  const pathname = usePathname()
  const search = useSearch()
  const choices = useMemo(() => readChoices(new URLSearchParams(search)), [search])
  const change = useCallback(
    (changed: Partial<RelationChoices>) =>
      navigate(`${pathname}${writeChoices({ ...choices, ...changed }, new URLSearchParams(search))}`, {
        replace: true,
      }),
    [pathname, search, choices],
  )
  return [choices, change]
}
