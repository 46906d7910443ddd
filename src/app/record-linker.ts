import { loadCountryTest } from "../codebook/country-names.ts"
import type { Outlets } from "../codebook/outlets.ts"
import { createLinker } from "../happening/index.ts"
import { pairSidesOf } from "../relation/index.ts"
import type { Linker } from "../store/index.ts"
import { bundledData } from "./bundled-data.ts"

/** What `store.relink` takes: how reports become happenings, and between which states these stand. */
export const createRecordLinker = (outlets: Outlets): Linker => ({
  ...createLinker({ outlets, isCountry: loadCountryTest(bundledData) }),
  pairs: pairSidesOf,
})
