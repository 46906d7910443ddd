import type { CodingMode } from "../event/coding-mode.ts"
import type { OwnActors } from "../mention/lexicon/own-actors.ts"
import type { Article } from "../record/index.ts"
import type { Store, StoredReading } from "../store/index.ts"
import { coderBuild, EXTRACTOR } from "./coder-build.ts"
import type { RawItem } from "./documents/raw-item.ts"
import { loadOutletsWith } from "./own-outlets.ts"
import { readAll } from "./reading/read-all.ts"
import type { Note, ReadingResult, ReadingSettings } from "./reading/reading-task.ts"
import { addUncoded } from "./reading/uncoded.ts"
import { createRecordLinker } from "./record-linker.ts"

export interface BuildOptions {
  readonly published?: string
  readonly workers: number
  readonly outlets?: string
  /** The user's own files of actors; with others, documents are coded anew. */
  readonly actors?: readonly OwnActors[]
  readonly mode?: CodingMode
  /** Stops after the batch at hand; what is stored stays. */
  readonly signal: AbortSignal
  readonly onNote: (note: Note) => void
  readonly onStep: (step: { readonly documents: number; readonly events: number }) => void
}

/** What building the record came to. */
export interface BuildOutcome {
  readonly stored: number
  readonly unchanged: number
  readonly lost: number
  /** Documents that were stored and not coded, by why. */
  readonly uncoded: ReadonlyMap<string, number>
  /** Of the documents that were coded now. */
  readonly characters: number
  readonly milliseconds: number
  readonly interrupted: boolean
}

const settingsOf = ({ actors = [], mode }: BuildOptions): ReadingSettings => ({
  output: "readings",
  actors,
  ...(mode === undefined ? {} : { mode }),
})

/** Documents are looked up and stored in batches of about this many: one transaction each. */
const DOCUMENTS_A_BATCH = 256
/** A batch is stored at the latest after this long, so that little is lost when the machine stops. */
const BATCH_MS = 2000

interface Tally {
  stored: number
  unchanged: number
  lost: number
  readonly uncoded: Map<string, number>
  characters: number
}

/** Reads the items, passing over what the store holds unchanged. */
async function* articlesToCode(
  items: AsyncIterable<RawItem>,
  store: Store,
  options: BuildOptions & { readonly coder: string },
  tally: Tally,
): AsyncGenerator<RawItem> {
  const settings = {
    output: "articles" as const,
    ...(options.published === undefined ? {} : { published: options.published }),
  }
  for await (const { articles, notes } of readAll(items, settings, options.workers)) {
    if (options.signal.aborted) return
    tellNotes(notes, options, tally)
    const unchanged = await store.unchanged(articles, options.coder)
    tally.unchanged += unchanged.size
    options.onStep({ documents: unchanged.size, events: 0 })
    for (const article of articles)
      if (!unchanged.has(article.id)) yield { kind: "article", where: article.id, article }
  }
}

function tellNotes(notes: readonly Note[], { onNote }: BuildOptions, tally: Tally): void {
  for (const note of notes) {
    onNote(note)
    if (note.level === "problem") tally.lost++
  }
}

/** Gathers results until a batch is large or old enough. */
async function* storeBatches(results: AsyncIterable<ReadingResult>): AsyncGenerator<StoredReading[]> {
  let batch: StoredReading[] = []
  let begun = performance.now()
  for await (const { readings } of results) {
    batch.push(...readings)
    if (batch.length < DOCUMENTS_A_BATCH && performance.now() - begun < BATCH_MS) continue
    yield batch
    batch = []
    begun = performance.now()
  }
  yield batch
}

/** The results, with what they tell passed on to the user. */
async function* told(
  results: AsyncIterable<ReadingResult>,
  options: BuildOptions,
  tally: Tally,
): AsyncGenerator<ReadingResult> {
  for await (const result of results) {
    if (options.signal.aborted) return
    tellNotes(result.notes, options, tally)
    tally.characters += result.characters
    addUncoded(tally.uncoded, result.uncoded)
    options.onStep(result)
    yield result
  }
}

/** Two documents of one batch with the same id: the later one stands. */
const lastOfEach = (readings: readonly StoredReading[]): StoredReading[] => [
  ...new Map<string, StoredReading>(
    readings.map((reading): [Article["id"], StoredReading] => [reading.article.id, reading]),
  ).values(),
]

/**
 * Codes what the store lacks, stores it batch by batch, and links what changed. What was stored when the signal comes, or the
 * machine stops, is there at the next start.
 */
export async function buildRecord(
  items: AsyncIterable<RawItem>,
  store: Store,
  options: BuildOptions,
): Promise<BuildOutcome> {
  const begun = performance.now()
  const tally: Tally = { stored: 0, unchanged: 0, lost: 0, uncoded: new Map(), characters: 0 }
  const coder = coderBuild(options.actors, options.mode)
  const outlets = loadOutletsWith(options.outlets)
  const articles = articlesToCode(items, store, { ...options, coder }, tally)
  const results = told(readAll(articles, settingsOf(options), options.workers), options, tally)
  for await (const batch of storeBatches(results)) {
    if (batch.length === 0) continue
    const { stored, unchanged } = await store.putBatch(lastOfEach(batch), {
      coder,
      extractor: EXTRACTOR,
      time: new Date().toISOString(),
    })
    tally.stored += stored
    tally.unchanged += unchanged
  }
  if (!options.signal.aborted) {
    await store.relink(createRecordLinker(outlets))
    await store.indexTexts()
  }
  return { ...tally, milliseconds: performance.now() - begun, interrupted: options.signal.aborted }
}
