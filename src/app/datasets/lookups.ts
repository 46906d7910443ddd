import { loadCodebook } from "../../codebook/codebook.ts"
import { loadCountryCodes } from "../../codebook/country-codes.ts"
import type { Lookups } from "../../store/index.ts"
import { bundledData } from "../bundled-data.ts"

/** What others' codes mean with us, by our codebook. */
export function loadLookups(): Lookups {
  const codebook = loadCodebook(bundledData)
  const countries = loadCountryCodes(bundledData)
  return {
    cameo: countries.fromCameo,
    alpha3: countries.fromCameo,
    name: countries.fromName,
    gw: countries.fromGw,
    types: new Map(codebook.cameo.flatMap(({ code, type }) => (type === null ? [] : [[code, type]]))),
    quads: new Map(codebook.types.map(({ type, quad }) => [type, quad])),
  }
}
