/** Digits after the point: more would be noise. */
const DIGITS = 6

/** One line of RFC 4180 CSV; null is an empty cell. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(written).join(",")}\n`

function written(cell: string | number | null): string {
  if (cell === null) return ""
  if (typeof cell === "number") return String(Number(cell.toFixed(DIGITS)))
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
