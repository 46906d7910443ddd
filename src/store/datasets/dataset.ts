import { literal } from "../sql.ts"

/** The event data of others that can stand beside ours. */
export const DATASETS = [
  "gdelt2",
  "gdelt2-mentions",
  "icews",
  "polecat",
  "phoenix",
  "acled",
  "ucdp-ged",
] as const
export type DatasetName = (typeof DATASETS)[number]

/** SQL of one of a row's columns, null where it is empty or the file lacks the column. */
export type Field = (name: string) => string

/** A row that breaks a rule: when it does, and what is wrong with it, both as SQL. */
export interface RowRule {
  readonly broken: string
  readonly message: string
}

/** SQL of what a row says that can be compared with ours. Codes are looked up: see `Lookups`. */
export interface RowMeaning {
  readonly id: string
  readonly start: string
  readonly end?: string
  readonly actor: string
  readonly recipient: string
  /** What names the states, to be looked up; several have semicolons or commas between them where `manyStates` says so. */
  readonly actorState: string
  readonly recipientState: string
  /** `both` where neither side is the one that acts. */
  readonly mutual?: string
  readonly code: string
  /** PLOVER category, where it is no matter of looking a CAMEO code up. */
  readonly type?: string
  /** The dataset's own quad class, as a number from 1 to 4; without it, that of the category. */
  readonly quadNumber?: string
  readonly score?: string
  readonly reports?: string
  readonly place: string
  readonly latitude: string
  readonly longitude: string
  readonly url: string
}

/** How the files of a dataset are read. */
export interface DatasetFormat {
  readonly name: DatasetName
  readonly separator: "tab" | "csv"
  /** Columns in the order of files that have no header. */
  readonly columns: readonly string[]
  readonly header: "never" | "usual" | "always"
  /** Columns without which a file with a header is none of this dataset. */
  readonly required: readonly string[]
  readonly states: "cameo" | "alpha3" | "name" | "gw"
  readonly manyStates?: boolean
  /** What cells without tabs look like, by column: so a row with a tab too many can be read where only one reading fits. */
  readonly shapes?: Readonly<Record<string, RegExp>>
  readonly rules: (field: Field) => readonly RowRule[]
  readonly meaning: (field: Field) => RowMeaning
}

/** What others' codes mean with us; keys as the datasets write them, names in lower case. */
export interface Lookups {
  readonly cameo: ReadonlyMap<string, string>
  readonly alpha3: ReadonlyMap<string, string>
  readonly name: ReadonlyMap<string, string>
  readonly gw: ReadonlyMap<string, string>
  /** CAMEO code → PLOVER category; a code that has none is left out. */
  readonly types: ReadonlyMap<string, string>
  /** PLOVER category → quad class. */
  readonly quads: ReadonlyMap<string, string>
}

/** A column's name as headers vary it: "Event ID", "event_id" and "EventID" are one. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")

/** A filled cell that is no number. */
export const noNumber = (field: Field, name: string): RowRule => ({
  broken: `${field(name)} IS NOT NULL AND try_cast(${field(name)} AS DOUBLE) IS NULL`,
  message: `${literal(`${name} "`)} || ${field(name)} || '" is no number'`,
})

/** A cell that must hold a day. */
export const noDay = (field: Field, name: string, day: string): RowRule => ({
  broken: `${day} IS NULL`,
  message: `${literal(`${name} "`)} || coalesce(${field(name)}, '') || '" is no day'`,
})

/** What files of every dataset must hold to: days are days, and what is filled in among the numbers is a number. */
export const dayAndNumbers = (
  field: Field,
  days: Readonly<Record<string, (text: string) => string>>,
  numbers: readonly string[],
): RowRule[] => [
  ...Object.entries(days).map(([name, dayOf]) => noDay(field, name, dayOf(field(name)))),
  ...numbers.map((name) => noNumber(field, name)),
]

export const isoDay = (text: string): string => `try_strptime(left(${text}, 10), '%Y-%m-%d')::DATE`
export const compactDay = (text: string): string => `try_strptime(left(${text}, 8), '%Y%m%d')::DATE`
export const asNumber = (text: string): string => `try_cast(${text} AS DOUBLE)`
export const asInteger = (text: string): string => `try_cast(${text} AS INTEGER)`
