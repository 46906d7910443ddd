import { readFileSync } from "node:fs"
import { DataError } from "../codebook/data-files.ts"

/** The text of a file of the user's; `what` names it where it cannot be read: "the table of outlets". Throws DataError. */
export function readOwnFile(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    throw new DataError(`${file}: ${what} cannot be read (${(error as Error).message})`, { cause: error })
  }
}
