import type { DataFiles } from "./data-files.ts"
import { alternatives, parseTsv, type TsvRow } from "./tsv.ts"

const PATH = "actors/countries.tsv"

/** Reads the English names of countries: alpha-3 → name; a code that is not listed is its own name. */
export function loadCountryNames(data: DataFiles): (code: string) => string {
  const names = new Map(readRows(data).map(({ cells }) => [cells.code ?? "", cells.name ?? ""]))
  return (code) => names.get(code) || code
}

/** Tells the name of a country from that of any other place: "Belarus", not "Minsk". */
export function loadCountryTest(data: DataFiles): (name: string) => boolean {
  const names = new Set(
    readRows(data).flatMap(({ cells }) =>
      [cells.name ?? "", ...alternatives(cells.aliases ?? "")].map((name) => name.toLowerCase()),
    ),
  )
  return (name) => names.has(name.toLowerCase())
}

const readRows = (data: DataFiles): TsvRow[] => parseTsv(PATH, data.text(PATH), ["code", "name"])
