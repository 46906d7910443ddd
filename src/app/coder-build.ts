import { createHash } from "node:crypto"
import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type CodingMode, DEFAULT_MODE } from "../event/coding-mode.ts"
import type { OwnActors } from "../mention/lexicon/own-actors.ts"
import { CODER } from "../read.ts"

/** What makes documents from their sources, as their provenance names it. */
export const EXTRACTOR = `${CODER} reader`

/** The code that runs and the data that it reads, from the package's root. */
const PARTS = ["../", "../../data/"].map((path) => fileURLToPath(new URL(path, import.meta.url)))
const DIGITS = 8

/**
 * Version of the coder together with a digest of its files' names, sizes and times: a store keeps it with each document, so that
 * what an edited pattern, a new model, another mode or the user's own actors would read differently is coded anew.
 */
export function coderBuild(actors: readonly OwnActors[] = [], mode: CodingMode = DEFAULT_MODE): string {
  const hash = createHash("sha256").update(`${mode}\0`)
  for (const { text } of actors) hash.update(`${text}\0`)
  for (const part of PARTS)
    for (const entry of readdirSync(part, { recursive: true, withFileTypes: true })) {
      if (
        !entry.isFile() ||
        /\.(?:html|css|svg|map)$|\.d\.ts$|[\\/](?:web|browser|docs)[\\/]/.test(
          join(entry.parentPath, entry.name),
        )
      )
        continue
      const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name))
      hash.update(`${entry.name}\0${size}\0${mtimeMs}\n`)
    }
  return `${CODER} (${hash.digest("hex").slice(0, DIGITS)})`
}
