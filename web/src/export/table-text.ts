/** One line of a chart's data: a flat record, null where nothing is known. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>

/** RFC 4180 with a head line; the columns are those of all rows, in the order in which they first come. */
export function csvText(rows: readonly ChartRow[]): string {
  const columns = [...new Set(rows.flatMap(Object.keys))]
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\n`).join("")
}

/** One JSON object a line. */
export const jsonLines = (rows: readonly ChartRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("")

/** An empty text is quoted, so that it differs from a cell of which nothing is known. */
function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return ""
  const written = String(cell)
  return written === "" || /[",\n\r]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
}
