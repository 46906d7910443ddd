import { MEASURES, type Measure } from "./measures.ts"

/** Which data set stands beside ours, and what of it. */
export interface CompareChoices {
  /** As the API names it; the first that knows the pair where none is chosen. */
  readonly set: string | undefined
  readonly measure: Measure
}

export const readCompare = (query: URLSearchParams): CompareChoices => ({
  set: query.get("set") || undefined,
  measure: MEASURES.find((known) => known === query.get("measure")) ?? "events",
})

/** The address's query with the choices in it, "" where it is empty. */
export function writeCompare({ set, measure }: CompareChoices): string {
  const query = new URLSearchParams()
  if (set !== undefined) query.set("set", set)
  if (measure !== "events") query.set("measure", measure)
  return query.size === 0 ? "" : `?${query}`
}

const NAMES: Readonly<Record<string, string>> = {
  chancery: "Chancery",
  gdelt2: "GDELT",
  "gdelt2-mentions": "GDELT mentions",
  phoenix: "Phoenix",
  "ucdp-ged": "UCDP GED",
}

/** "icews" → "ICEWS". */
export const datasetName = (dataset: string): string => NAMES[dataset] ?? dataset.toUpperCase()
