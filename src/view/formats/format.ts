import type { Codebook } from "../../codebook/codebook.ts"
import type { CountryCodes } from "../../codebook/country-codes.ts"
import type { StateCodesAt } from "../../codebook/state-codes.ts"
import type { Event, Happening, Publisher } from "../../record/index.ts"
import type { OutletLabel } from "../api.ts"

/** What a cell holds: null is an empty cell, whatever the format's way of leaving one empty. */
export type Cell = string | number | boolean | null

export type ColumnType = "text" | "number" | "integer" | "boolean" | "day"

/** A column with what it holds, for headers, schemas and codebooks. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly description: string
}

/** One report, with its document, its outlet and the happening that it tells of. */
export interface ReportSource {
  readonly event: Event
  readonly document: {
    readonly title: string | null
    readonly published: string | null
    readonly url: string | null
    readonly publisher: Publisher | null
    readonly coder: string
  }
  readonly outlet: OutletLabel | null
  readonly happening: Happening | null
}

/** One happening with its reports, the best one first. */
export interface HappeningSource {
  readonly happening: Happening
  readonly reports: readonly ReportSource[]
}

/** What turning records into rows needs to look up. */
export interface FormatNames {
  readonly codebook: Codebook
  readonly countries: CountryCodes
  readonly codesAt: StateCodesAt
  readonly version: string
  /** Hexadecimal SHA-256 of a text. */
  readonly sha256: (text: string) => string
}

/** A table that researchers' scripts read: its columns in order, and the rows that a record becomes. */
export interface TableFormat<Source> {
  readonly columns: readonly Column[]
  readonly rowsOf: (source: Source, names: FormatNames) => readonly (readonly Cell[])[]
}

export const text = (name: string, description: string): Column => ({ name, type: "text", description })
export const integer = (name: string, description: string): Column => ({ name, type: "integer", description })
export const number = (name: string, description: string): Column => ({ name, type: "number", description })
export const boolean = (name: string, description: string): Column => ({ name, type: "boolean", description })
export const day = (name: string, description: string): Column => ({ name, type: "day", description })

/** Values of one cell with a separator between them; empty where there are none. */
export const joined = (values: readonly (string | null | undefined)[], separator = ";"): string | null => {
  const given = values.filter((value): value is string => Boolean(value))
  return given.length === 0 ? null : given.join(separator)
}
