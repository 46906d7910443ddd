import { type PairFilters, readFilters, writeFilters } from "./filters.ts"
import { useAddressPart } from "./use-address-part.ts"

const FILTERS = { read: readFilters, write: writeFilters }

/** The pair page's filters as the address has them, and how to change some of them. */
export const useFilters = (): readonly [PairFilters, (changed: Partial<PairFilters>) => void] =>
  useAddressPart(FILTERS)
