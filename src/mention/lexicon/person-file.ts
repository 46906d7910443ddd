import { DataError } from "../../codebook/data-files.ts"
import type { Person, Term } from "./entries.ts"

/** The columns of data/actors/people.tsv, in order. One row is one role; a person may have several rows. */
export const PEOPLE_COLUMNS = [
  "name",
  "aliases",
  "country",
  "role",
  "sectors",
  "from",
  "to",
  "origin",
] as const
const COUNTRY = 2
const ROLE = 3
const SECTORS = 4
const FROM = 5
const TO = 6
const ORIGIN = 7
const DATE = /^(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?$/
/** Origins whose role names the very office; the others only say that somebody was in government. */
const INEXACT_ORIGINS = new Set(["phoenix", "reign"])

/** The text of people.tsv; its 20,000 rows are cut only when somebody asks for a person's terms. */
export interface PersonFile {
  readonly path: string
  readonly text: string
}

/** The cells of a row that naming needs; `at` is the row's offset in the text. */
export interface PersonRow {
  readonly at: number
  readonly name: string
  readonly aliases: readonly string[]
  readonly country: string | null
  readonly exact: boolean
}

const NO_ALIASES: readonly string[] = []

/** Goes through the rows of the file. Throws DataError where the header or a row lacks columns. */
export function forEachRow(file: PersonFile, visit: (row: PersonRow) => void): void {
  const { text } = file
  const first = text.indexOf("\n")
  checkHeader(file, text.slice(0, first < 0 ? text.length : first))
  for (let at = first + 1; at > 0 && at < text.length; ) {
    const next = text.indexOf("\n", at)
    const end = next < 0 ? text.length : next
    if (end > at && text[at] !== "#") visit(readRow(file, at, end))
    at = end + 1
  }
}

function checkHeader({ path }: PersonFile, header: string): void {
  const found = header.trim().split("\t")
  if (PEOPLE_COLUMNS.some((column, at) => found[at] !== column))
    throw new DataError(
      `data/${path}:1: the header must read ${PEOPLE_COLUMNS.join(", ")}; it reads ${found.join(", ")}.`,
    )
}

function readRow(file: PersonFile, at: number, end: number): PersonRow {
  const { text } = file
  const one = text.indexOf("\t", at)
  const two = text.indexOf("\t", one + 1)
  const three = text.indexOf("\t", two + 1)
  const last = text.lastIndexOf("\t", end - 1)
  if (one < 0 || two < 0 || three < 0 || last <= three || last > end)
    throw new DataError(`${where(file, at)}: too few cells, expected ${PEOPLE_COLUMNS.join(", ")}.`)
  return {
    at,
    name: text.slice(at, one),
    aliases: two === one + 1 ? NO_ALIASES : text.slice(one + 1, two).split("|"),
    country: three === two + 1 ? null : text.slice(two + 1, three),
    exact: !INEXACT_ORIGINS.has(text.slice(last + 1, end).trim()),
  }
}

/** Reads the term of the row at an offset. Throws DataError where its dates are none or in the wrong order. */
export function readTerm(file: PersonFile, at: number): Term {
  const end = file.text.indexOf("\n", at)
  const cells = file.text.slice(at, end < 0 ? file.text.length : end).split("\t")
  const from = cells[FROM] ?? ""
  const to = (cells[TO] ?? "").trim()
  if (cells.length > PEOPLE_COLUMNS.length || !DATE.test(from) || !DATE.test(to))
    throw new DataError(
      `${where(file, at)}: "${from}" to "${to}" are no dates. Dates are ISO: 2023-12-03, 2023-12 or 2023.`,
    )
  if (from !== "" && to !== "" && to < from.slice(0, to.length))
    throw new DataError(`${where(file, at)}: the role ends (${to}) before it begins (${from}).`)
  return {
    country: cells[COUNTRY] || null,
    role: cells[ROLE] || null,
    sectors: (cells[SECTORS] ?? "").split("|").filter((sector) => sector !== ""),
    from,
    to,
    exact: !INEXACT_ORIGINS.has((cells[ORIGIN] ?? "").trim()),
  }
}

const where = ({ path, text }: PersonFile, at: number): string =>
  `data/${path}:${text.slice(0, at).split("\n").length}`

/** A person whose rows are read when asked for. It is its own entry in the table of names. */
export class FiledPerson implements Person {
  readonly kind = "person"
  readonly name: string
  /** The country of the first row. */
  readonly home: string | null
  readonly exact: boolean
  aliases: readonly string[]
  private readonly file: PersonFile
  private rows: readonly number[]
  private read: readonly Term[] | undefined

  constructor(file: PersonFile, { name, aliases, country, exact, at }: PersonRow) {
    this.file = file
    this.name = name
    this.aliases = aliases
    this.home = country
    this.exact = exact
    this.rows = [at]
  }

  get person(): Person {
    return this
  }

  get terms(): readonly Term[] {
    this.read ??= this.rows.map((at) => readTerm(this.file, at))
    return this.read
  }

  addRow({ at, aliases }: PersonRow): void {
    this.rows = [...this.rows, at]
    if (aliases.length > 0) this.aliases = [...new Set([...this.aliases, ...aliases])]
  }
}
