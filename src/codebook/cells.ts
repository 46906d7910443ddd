import { DataError } from "./data-files.ts"
import type { TsvRow } from "./tsv.ts"

/** Reads a cell that must hold one of the given codes. */
export function readOneOf<T extends string>(row: TsvRow, column: string, allowed: readonly T[]): T {
  const value = row.cells[column] ?? ""
  if (!(allowed as readonly string[]).includes(value))
    throw new DataError(`${row.where}: ${column} "${value}" is not one of ${allowed.join(", ")}.`)
  return value as T
}

/** Reads a cell that must hold a number on a scale from −10 to +10. */
export function readScore(row: TsvRow, column: string): number {
  const value = Number(row.cells[column])
  if (row.cells[column] === "" || !(Math.abs(value) <= 10))
    throw new DataError(
      `${row.where}: ${column} "${row.cells[column]}" is no number from -10 to 10. Write it as -3.5.`,
    )
  return value
}
