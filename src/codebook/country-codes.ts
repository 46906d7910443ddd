import type { DataFiles } from "./data-files.ts"
import { alternatives, parseTsv } from "./tsv.ts"

const COUNTRIES = "actors/countries.tsv"
const CODES = "codebook/country-codes.tsv"

/** What other data sets call the states that we name by alpha-3 codes. */
export interface CountryCodes {
  /** English name of an alpha-3 code; a code that is not listed is its own name. */
  readonly name: (code: string) => string
  /** FIPS 10-4, as GDELT's places use it. */
  readonly fips: (code: string) => string | null
  /** The code of CAMEO data: alpha-3 but for a few states. */
  readonly cameo: (code: string) => string
  /** What others write → alpha-3. Names are in lower case, with every alias. */
  readonly fromCameo: ReadonlyMap<string, string>
  readonly fromName: ReadonlyMap<string, string>
  readonly fromGw: ReadonlyMap<string, string>
}

export function loadCountryCodes(data: DataFiles): CountryCodes {
  const countries = parseTsv(COUNTRIES, data.text(COUNTRIES), ["code", "name", "aliases", "gw"])
  const codes = parseTsv(CODES, data.text(CODES), ["code", "fips", "cameo"])
  const column = (rows: typeof countries, name: string): Map<string, string> =>
    new Map(
      rows.flatMap(({ cells }) => {
        const [first] = alternatives(cells[name] ?? "")
        return first === undefined ? [] : [[cells.code ?? "", first] as const]
      }),
    )
  const names = column(countries, "name")
  const gw = column(countries, "gw")
  const fips = column(codes, "fips")
  const cameo = column(codes, "cameo")
  const own = [...names.keys()].map((code) => [code, code] as const)
  const variants = codes.flatMap(({ cells }) =>
    alternatives(cells.cameo ?? "").map((variant) => [variant, cells.code ?? ""] as const),
  )
  const fromName = countries.flatMap(({ cells }) =>
    [cells.name ?? "", ...alternatives(cells.aliases ?? "")].map(
      (name) => [name.toLowerCase(), cells.code ?? ""] as const,
    ),
  )
  return Object.freeze({
    name: (code: string) => names.get(code) ?? code,
    fips: (code: string) => fips.get(code) ?? null,
    cameo: (code: string) => cameo.get(code) ?? code,
    fromCameo: new Map([...variants, ...own]),
    fromName: new Map(fromName),
    fromGw: new Map([...gw].map(([code, number]) => [number, code])),
  })
}
