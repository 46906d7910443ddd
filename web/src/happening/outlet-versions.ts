import type { Grounds, Version } from "../../../src/record/index.ts"
import type { ReportRow } from "../../../src/view/api.ts"
import { periodWords } from "../wording/dates.ts"
import { codeWords } from "../wording/modes.ts"
import { amountOf } from "../wording/quantities.ts"
import { isStatus, statusWords } from "../wording/statuses.ts"

/** Why a version is taken, as the page says it. */
const GROUNDS: Readonly<Record<Grounds, string>> = {
  "most owners": "most independent owners give it",
  "most precise": "the most precise",
  widest: "it contains the others",
  latest: "the latest word",
  first: "the first report",
}

/** A field in which reports differ; amounts of different units are different fields. */
export interface DifferingField {
  readonly key: string
  readonly name: string
  /** What the record takes, in words, and why; null where it takes none of them. */
  readonly taken: { readonly words: string; readonly why: string } | null
}

/** What an outlet gives of a field. */
export interface GivenVersion {
  readonly words: string
  readonly taken: boolean
  /** The article that gives it, and the report in it to open. */
  readonly document: string
  readonly event: string | undefined
}

/** One outlet beside the others. */
export interface OutletVersions {
  readonly key: string
  readonly outlet: ReportRow["outlet"]
  /** By field, in the order of the fields; empty where the outlet does not say. */
  readonly given: readonly (readonly GivenVersion[])[]
}

/** A happening's versions outlet by outlet, in the order of their first reports. */
export interface VersionMatrix {
  readonly fields: readonly DifferingField[]
  readonly outlets: readonly OutletVersions[]
}

/** Versions side by side: a row an outlet that gives one, a column a field in which they differ. */
export function versionMatrix(versions: readonly Version[], reports: readonly ReportRow[]): VersionMatrix {
  const keys = [...new Set(versions.map(fieldKey))]
  const fields = keys.map((key): DifferingField => {
    const own = versions.filter((version) => fieldKey(version) === key)
    const taken = own.find((version) => version.taken !== null)
    return {
      key,
      name: fieldName(key),
      taken:
        taken === undefined || taken.taken === null
          ? null
          : { words: versionWords(taken), why: GROUNDS[taken.taken] },
    }
  })
  const rows = [...new Set(reports.map(rowKey))].map((key): OutletVersions => {
    const own = reports.filter((report) => rowKey(report) === key)
    const documents = new Set(own.map(({ document }) => document))
    const given = keys.map((field) =>
      versions
        .filter((version) => fieldKey(version) === field)
        .flatMap((version): GivenVersion[] => {
          const document = version.documents.find((one) => documents.has(one))
          if (document === undefined) return []
          const event = own.find((report) => report.document === document)?.event
          return [{ words: versionWords(version), taken: version.taken !== null, document, event }]
        }),
    )
    return { key, outlet: own[0]?.outlet ?? null, given }
  })
  return { fields, outlets: rows.filter(({ given }) => given.some(({ length }) => length > 0)) }
}

const rowKey = ({ outlet, document }: ReportRow): string => outlet?.name ?? document
const fieldKey = ({ field, value }: Version): string =>
  field === "quantity" ? `quantity ${unitOf(value)}` : field
const unitOf = (value: string): string => value.split(" ").slice(1).join(" ")
const fieldName = (key: string): string =>
  key.startsWith("quantity") ? key.replace(/^quantity ?/, "number ").trim() : key

/** "2023-12-03/2023-12-04" → "3–4 Dec 2023"; "3500000000 USD" → "USD 3.5 billion"; a status or mode as words. */
function versionWords({ field, value }: Version): string {
  if (field === "date") {
    const [start = value, end = start] = value.split("/")
    return periodWords({ start, end, precision: "day" })
  }
  if (field === "quantity") {
    const [number = value] = value.split(" ")
    return Number.isFinite(Number(number)) ? amountOf(Number(number), unitOf(value)) : value
  }
  if (field === "status") return isStatus(value) ? statusWords(value) : value
  return field === "mode" ? codeWords(value) : value
}
