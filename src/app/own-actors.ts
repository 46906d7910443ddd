import { readFileSync } from "node:fs"
import { DataError } from "../codebook/data-files.ts"
import type { OwnActors } from "../mention/lexicon/own-actors.ts"
import { checkOwnActors } from "../mention/lexicon.ts"
import { bundledData } from "./bundled-data.ts"

/** Reads the user's files of actors; each row or line that cannot be used is handed to `onIssue`, the others count. */
export function readOwnActors(files: readonly string[], onIssue: (message: string) => void): OwnActors[] {
  return files.map((name) => {
    const own = { name, text: readText(name) }
    for (const issue of checkOwnActors(bundledData, own)) onIssue(issue)
    return own
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    throw new DataError(`${file}: the file of actors cannot be read (${(error as Error).message})`, {
      cause: error,
    })
  }
}
