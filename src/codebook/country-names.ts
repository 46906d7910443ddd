import type { DataFiles } from "./data-files.ts"
import { parseTsv } from "./tsv.ts"

const PATH = "actors/countries.tsv"

/** Reads the English names of countries: alpha-3 → name; a code that is not listed is its own name. */
export function loadCountryNames(data: DataFiles): (code: string) => string {
  const rows = parseTsv(PATH, data.text(PATH), ["code", "name"])
  const names = new Map(rows.map(({ cells }) => [cells.code ?? "", cells.name ?? ""]))
  return (code) => names.get(code) || code
}
