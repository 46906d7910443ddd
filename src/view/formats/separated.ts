import type { Cell } from "./format.ts"

/** RFC 4180: quotes where they are needed, CRLF never; an empty text is quoted, so that it differs from an empty cell. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\n`

function csvCell(cell: Cell): string {
  if (cell === null) return ""
  const written = String(cell)
  return written === "" || /[",\n\r]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
}

/** Tab-separated data have no way to write a tab or a line end: each becomes a space. */
export const tsvRow = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (cell === null ? "" : String(cell).replaceAll(/[\t\n\r\v\f\u0085\u2028\u2029]/g, " "))).join("\t")}\n`
