import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { DataFiles } from "../codebook/data-files.ts"

/** The data that ships with the package: `data/` stands at the same depth beside `src/` and beside `dist/`. */
const ROOT = new URL("../../data/", import.meta.url)

/** Reads the package's own data/ folder, and nothing else. */
export const bundledData: DataFiles = {
  text: (path) => readFileSync(fileURLToPath(new URL(path, ROOT)), "utf8"),
  bytes: (path) => readFileSync(fileURLToPath(new URL(path, ROOT))),
}
