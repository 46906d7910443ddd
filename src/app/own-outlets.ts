import { loadOutlets, type Outlets } from "../codebook/outlets.ts"
import { bundledData } from "./bundled-data.ts"
import { readOwnFile } from "./own-file.ts"

/** The bundled outlets, and before them those of the user's own table, if one is given. */
export const loadOutletsWith = (file: string | undefined): Outlets =>
  loadOutlets(
    bundledData,
    file === undefined ? new Map() : new Map([[file, readOwnFile(file, "the table of outlets")]]),
  )
