import type { Grounds, Version } from "../../../src/record/index.ts"
import { periodWords } from "../wording/dates.ts"
import { codeWords } from "../wording/modes.ts"
import { amountOf } from "../wording/quantities.ts"
import { isStatus, statusWords } from "../wording/statuses.ts"

/** One version in words, with who gives it and, where it is the one that is taken, why. */
export interface VersionWords {
  readonly words: string
  readonly documents: readonly string[]
  readonly owners: number
  readonly why: string | null
}

/** Why a version is taken, as the page says it. */
const GROUNDS: Readonly<Record<Grounds, string>> = {
  "most owners": "taken: most independent owners give it",
  "most precise": "taken: the most precise",
  widest: "taken: it contains the others",
  latest: "taken: the latest word",
  first: "taken: the first report",
}

/** One field in which reports differ, with each version in words. */
export interface FieldVersions {
  readonly field: Version["field"]
  readonly values: readonly VersionWords[]
}

/** Groups versions by field, in the order in which they come. */
export function versionsByField(versions: readonly Version[]): FieldVersions[] {
  const fields = [...new Set(versions.map(({ field }) => field))]
  return fields.map((field) => ({
    field,
    values: versions
      .filter((version) => version.field === field)
      .map(({ value, documents, independentOwners, taken }) => ({
        words: versionWords(field, value),
        documents,
        owners: independentOwners,
        why: taken === null ? null : GROUNDS[taken],
      })),
  }))
}

/** "2023-12-03/2023-12-04" → "3–4 Dec 2023"; "3500000000 USD" → "USD 3.5 billion"; a status or mode as words. */
function versionWords(field: Version["field"], value: string): string {
  if (field === "date") {
    const [start = value, end = start] = value.split("/")
    return periodWords({ start, end, precision: "day" })
  }
  if (field === "quantity") {
    const [number = value, ...unit] = value.split(" ")
    return Number.isFinite(Number(number)) ? amountOf(Number(number), unit.join(" ")) : value
  }
  if (field === "status") return isStatus(value) ? statusWords(value) : value
  return field === "mode" ? codeWords(value) : value
}
