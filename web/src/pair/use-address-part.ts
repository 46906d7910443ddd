import { useCallback, useMemo } from "react"
import { navigate, usePathname, useSearch } from "wouter/use-browser-location"

/** A part of the page's state that lives in the address: how it is read from there, and how a changed one is written. */
export interface AddressPart<T> {
  readonly read: (query: URLSearchParams) => T
  readonly write: (part: T, query: URLSearchParams) => string
}

/** The part as the address has it, and how to change some of it. `part` must be the same object at each call. */
export function useAddressPart<T extends object>(
  part: AddressPart<T>,
): readonly [T, (changed: Partial<T>) => void] {
  const pathname = usePathname()
  const search = useSearch()
  const value = useMemo(() => part.read(new URLSearchParams(search)), [part, search])
  const change = useCallback(
    (changed: Partial<T>) =>
      navigate(`${pathname}${part.write({ ...value, ...changed }, new URLSearchParams(search))}`, {
        replace: true,
      }),
    [part, pathname, search, value],
  )
  return [value, change]
}
