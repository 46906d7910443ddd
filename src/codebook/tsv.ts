import { DataError } from "./data-files.ts"

/** One data row: its cells by column name, and where it stands for messages. */
export interface TsvRow {
  readonly cells: Readonly<Record<string, string>>
  /** "data/actors/people.tsv:812", or a user's own "outlets.tsv:3" */
  readonly where: string
}

/** Reads a table of ours; `path` is relative to data/. See parseTable. */
export const parseTsv = (path: string, text: string, required: readonly string[]): TsvRow[] =>
  parseTable(`data/${path}`, text, required)

/**
 * Reads a UTF-8 TSV with a header line; messages call the file `name`. Empty lines and lines that start with "#" are
 * skipped; cells are trimmed. Throws DataError where the header lacks a required column or a row has more cells than it.
 */
export function parseTable(name: string, text: string, required: readonly string[]): TsvRow[] {
  const lines = text.split("\n")
  const rows: TsvRow[] = []
  let header: string[] | undefined
  lines.forEach((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return
    const cells = line.replace(/\r$/, "").split("\t")
    const where = `${name}:${index + 1}`
    if (header === undefined) {
      header = cells.map((cell) => cell.trim())
      for (const column of required)
        if (!header.includes(column))
          throw new DataError(
            `${where}: the header lacks the column "${column}". It has: ${header.join(", ")}.`,
          )
      return
    }
    if (cells.length > header.length)
      throw new DataError(
        `${where}: ${cells.length} cells, but the header names ${header.length} columns. Is there a stray tab?`,
      )
    const row: Record<string, string> = {}
    header.forEach((column, at) => {
      row[column] = (cells[at] ?? "").trim()
    })
    rows.push({ cells: row, where })
  })
  return rows
}

/** Splits a cell of alternatives, "Minsk|Mensk", into its trimmed non-empty parts. */
export const alternatives = (cell: string): string[] =>
  cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "")
