import { rawItems } from "../documents/raw-items.ts"
import { readOwnActors } from "../own-actors.ts"
import { readAll } from "../reading/read-all.ts"
import type { Note, ReadingSettings } from "../reading/reading-task.ts"
import { addUncoded, uncodedLine } from "../reading/uncoded.ts"
import { SOME_LOST } from "./exit-codes.ts"
import { pathsOrStdin } from "./options.ts"
import { startProgress } from "./progress.ts"
import { writeOut } from "./stdout.ts"

/** "docs.jsonl:12: "text" is missing …: skipped" */
export const noteLine = ({ level, where, message }: Note): string =>
  level === "problem" ? `${where}: ${message}; skipped` : `${where}: warning: ${message}`

/** The settings with the user's own actors; rows that cannot be used are told on stderr. */
export const withOwnActors = (
  settings: ReadingSettings,
  files: readonly string[] | undefined,
): ReadingSettings =>
  files === undefined
    ? settings
    : { ...settings, actors: readOwnActors(files, (issue) => process.stderr.write(`${issue}\n`)) }

/** Reads documents, writes what the settings ask for to standard output, and tells on stderr what was lost. */
export async function streamDocuments(
  paths: readonly string[],
  settings: ReadingSettings,
  workers: number,
): Promise<void> {
  const items = rawItems(pathsOrStdin(paths))
  const progress = startProgress({ countEvents: settings.output === "events" })
  let lost = 0
  const uncoded = new Map<string, number>()
  try {
    for await (const result of readAll(items, settings, workers)) {
      for (const note of result.notes) progress.note(noteLine(note))
      lost += result.notes.filter(({ level }) => level === "problem").length
      addUncoded(uncoded, result.uncoded)
      progress.add(result)
      await writeOut(result.output)
    }
  } finally {
    progress.stop()
  }
  const told = settings.output === "documents" ? undefined : uncodedLine(uncoded)
  if (told !== undefined) process.stderr.write(`${told}\n`)
  if (lost === 0) return
  process.stderr.write(`${lost} ${lost === 1 ? "document was" : "documents were"} skipped.\n`)
  process.exitCode = SOME_LOST
}
