import type { OwnActors } from "../mention/lexicon/own-actors.ts"
import { checkOwnActors } from "../mention/lexicon.ts"
import { bundledData } from "./bundled-data.ts"
import { readOwnFile } from "./own-file.ts"

/** Reads the user's files of actors; each row or line that cannot be used is handed to `onIssue`, the others count. */
export function readOwnActors(files: readonly string[], onIssue: (message: string) => void): OwnActors[] {
  return files.map((name) => {
    const own = { name, text: readOwnFile(name, "the file of actors") }
    for (const issue of checkOwnActors(bundledData, own)) onIssue(issue)
    return own
  })
}
