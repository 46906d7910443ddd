import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import { openStore } from "../../store/index.ts"
import { rawItems } from "../documents/raw-items.ts"
import { stopOnInterrupt } from "../interrupt.ts"
import { readOwnActors } from "../own-actors.ts"
import { uncodedLine } from "../reading/uncoded.ts"
import { type BuildOutcome, buildRecord } from "../record-builder.ts"
import { checkAndTell } from "./alerts-store.ts"
import { INTERRUPTED, SOME_LOST } from "./exit-codes.ts"
import { startProgress } from "./progress.ts"
import type { RunOptions } from "./run.ts"
import { runTable } from "./run-table.ts"
import { noteLine } from "./stream-documents.ts"

/** What the database takes beside the coders, so that all of it stays under a gigabyte. */
const DATABASE_MEMORY = "400MB"

/** Codes documents into the store, links them, and prints what the record holds. */
export async function runIntoStore(paths: readonly string[], options: RunOptions): Promise<void> {
  const { store: file, actors = [], alerts = false, ...reading } = options
  const own = readOwnActors(actors, (issue) => process.stderr.write(`${issue}\n`))
  const progress = startProgress({ countEvents: true })
  const signal = stopOnInterrupt(() => progress.note("Stopping after the batch at hand …"))
  mkdirSync(dirname(file), { recursive: true })
  const store = await openStore(file, { memoryLimit: DATABASE_MEMORY })
  try {
    const outcome = await buildRecord(rawItems(paths), store, {
      ...reading,
      actors: own,
      signal,
      onNote: (note) => progress.note(noteLine(note)),
      onStep: progress.add,
    })
    progress.stop()
    process.stdout.write(`${runTable(outcome, await store.summary())}\n`)
    const told = uncodedLine(outcome.uncoded)
    if (told !== undefined) process.stderr.write(`${told}\n`)
    process.exitCode = exitCode(outcome)
    if (alerts && !outcome.interrupted) await checkAndTell(store)
    if (outcome.interrupted) process.stderr.write("Stopped. What is stored stays; run it again to go on.\n")
  } finally {
    progress.stop()
    await store.close()
  }
}

const exitCode = ({ interrupted, lost }: BuildOutcome): number =>
  interrupted ? INTERRUPTED : lost > 0 ? SOME_LOST : 0
