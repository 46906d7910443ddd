import type { DataFiles } from "../codebook/data-files.ts"
import { parseTsv } from "../codebook/tsv.ts"

const PATH = "actors/countries.tsv"

/** English names by alpha-3 code, from the table of countries. */
export const countryNames = (data: DataFiles): ReadonlyMap<string, string> =>
  new Map(
    parseTsv(PATH, data.text(PATH), ["code", "name"]).map(
      ({ cells }) => [cells.code ?? "", cells.name ?? ""] as const,
    ),
  )
