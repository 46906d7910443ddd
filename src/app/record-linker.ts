import { loadCodebook } from "../codebook/codebook.ts"
import { loadCountryTest } from "../codebook/country-names.ts"
import type { Outlets } from "../codebook/outlets.ts"
import { correctDocument } from "../correction/index.ts"
import { createLinker } from "../happening/index.ts"
import { pairSidesOf } from "../relation/index.ts"
import type { Linker } from "../store/index.ts"
import { bundledData } from "./bundled-data.ts"

/** What `store.relink` takes: how corrections change events, how reports become happenings, and between which states these stand. */
export function createRecordLinker(outlets: Outlets): Linker {
  const codebook = loadCodebook(bundledData)
  return {
    ...createLinker({ outlets, isCountry: loadCountryTest(bundledData) }),
    pairs: pairSidesOf,
    correct: (coded) =>
      correctDocument(coded, codebook).reviewed.filter(({ review }) => review.standing !== null),
  }
}
