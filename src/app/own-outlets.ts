import { readFileSync } from "node:fs"
import { DataError } from "../codebook/data-files.ts"
import { loadOutlets, type Outlets } from "../codebook/outlets.ts"
import { bundledData } from "./bundled-data.ts"

function readTable(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    throw new DataError(`${file}: the table of outlets cannot be read (${(error as Error).message})`, {
      cause: error,
    })
  }
}

/** The bundled outlets, and before them those of the user's own table, if one is given. */
export const loadOutletsWith = (file: string | undefined): Outlets =>
  loadOutlets(bundledData, file === undefined ? new Map() : new Map([[file, readTable(file)]]))
