import { readFileSync } from "node:fs"
import { DataError } from "../codebook/data-files.ts"
import { loadOutlets, type Outlets } from "../codebook/outlets.ts"
import { bundledData } from "./bundled-data.ts"

/** The bundled outlets, and before them those of the user's own table, if one is given. */
export function loadOutletsWith(file: string | undefined): Outlets {
  if (file === undefined) return loadOutlets(bundledData)
  let table: string
  try {
    table = readFileSync(file, "utf8")
  } catch (error) {
    throw new DataError(`${file}: the table of outlets cannot be read (${(error as Error).message})`, {
      cause: error,
    })
  }
  return loadOutlets(bundledData, new Map([[file, table]]))
}
