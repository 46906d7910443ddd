import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Article, Event, Provenance } from "../../record/index.ts"
import { RecordPile, type Store, type StoredReading } from "../../store/index.ts"
import { readJsonDocument } from "../documents/json-document.ts"
import { EventError, readEventLine } from "../events/read-event-line.ts"
import { type OwnRecord, ownRecords } from "./own-files.ts"

type Json = Readonly<Record<string, unknown>>

/** What reading records of ours back came to. */
export interface OwnOutcome {
  readonly documents: number
  readonly unchanged: number
  readonly events: number
  readonly lost: number
}

interface Told {
  readonly onProblem: (message: string) => void
}

const DOCUMENTS_A_BATCH = 256

/** A document with whoever read and coded it, as its line says. */
interface ComingDocument {
  readonly article: Article
  readonly by: Pick<Provenance, "coder" | "extractor" | "stored"> | undefined
}

/**
 * Reads documents and events that were exported back into the store, with their provenance. Events may stand in another file
 * than their documents, before or after them. Happenings are passed over: the events are linked anew.
 */
export async function importOwn(
  store: Store,
  files: readonly string[],
  { onProblem }: Told,
): Promise<OwnOutcome> {
  const folder = await mkdtemp(join(tmpdir(), "chancery-import-"))
  const events = await RecordPile.open(join(folder, "events"))
  const documents = await RecordPile.open(join(folder, "documents"))
  const tally = { documents: 0, unchanged: 0, events: 0, lost: 0 }
  const lose = (message: string): void => {
    tally.lost++
    onProblem(message)
  }
  try {
    for (const file of files)
      for await (const record of ownRecords(file)) await sort(record, { events, documents, lose })
    const ids = await documents.documents()
    for (let at = 0; at < ids.length; at += DOCUMENTS_A_BATCH)
      await storeBatch(store, ids.slice(at, at + DOCUMENTS_A_BATCH), { events, documents, lose, tally })
    await tellOrphans(store, events, new Set(ids), lose)
    return tally
  } finally {
    await Promise.all([events.close(), documents.close()])
    await rm(folder, { recursive: true, force: true })
  }
}

interface Piles {
  readonly events: RecordPile
  readonly documents: RecordPile
  readonly lose: (message: string) => void
}

/** Puts a record aside with its kind; one that is of no kind of ours is told. */
async function sort({ where, record }: OwnRecord, { events, documents, lose }: Piles): Promise<void> {
  const { id, document, bestEvent } = record
  if (typeof bestEvent === "string") return
  if (typeof id === "string" && typeof document === "string" && "evidence" in record)
    await events.add(document, JSON.stringify(record))
  else if (typeof id === "string" && typeof record.text === "string")
    await documents.add(id, JSON.stringify(record))
  else if (typeof id === "string" && "provenance" in record)
    lose(`${where}: document "${id}" has no text: it was exported without; skipped`)
  else
    lose(`${where}: this is no document or event of ours (${JSON.stringify(record).slice(0, 60)} …); skipped`)
}

async function storeBatch(
  store: Store,
  ids: readonly string[],
  {
    events,
    documents,
    lose,
    tally,
  }: Piles & { tally: { documents: number; unchanged: number; events: number } },
): Promise<void> {
  const [texts, coded] = await Promise.all([documents.of(ids), events.of(ids)])
  const groups = new Map<string, { by: ComingDocument["by"]; readings: StoredReading[] }>()
  for (const id of ids) {
    const { article, by } = toDocument(JSON.parse(texts.get(id)!.at(-1)!) as Json)
    const own = (coded.get(id) ?? []).flatMap(
      (line) => toEvent(JSON.parse(line) as Json, article, lose) ?? [],
    )
    const key = JSON.stringify(by ?? own[0]?.coder ?? "")
    const group = groups.get(key) ?? { by: by ?? unknownBy(own), readings: [] }
    group.readings.push({ article, events: own })
    groups.set(key, group)
  }
  for (const { by, readings } of groups.values()) {
    const outcome = await store.putBatch(readings, {
      coder: by?.coder ?? "",
      ...(by?.extractor ? { extractor: by.extractor } : {}),
      ...(by?.stored ? { time: by.stored } : {}),
    })
    tally.documents += outcome.stored
    tally.unchanged += outcome.unchanged
    tally.events += readings.reduce((sum, reading) => sum + reading.events.length, 0)
  }
}

/** Who coded a document that does not say so itself: the coder of its events. */
const unknownBy = (events: readonly Event[]): ComingDocument["by"] => ({
  coder: events[0]?.coder ?? "",
  extractor: null,
  stored: null,
})

function toDocument({ provenance, ...article }: Json): ComingDocument {
  readJsonDocument(article)
  return {
    article: article as unknown as Article,
    by: provenance === undefined ? undefined : (provenance as Provenance),
  }
}

/** The event as it was exported; undefined, and told, where it is none or its evidence is not in the text. */
function toEvent(given: Json, article: Article, lose: (message: string) => void): Event | undefined {
  try {
    readEventLine(given)
  } catch (error) {
    if (!(error instanceof EventError)) throw error
    lose(`event "${String(given.id)}": ${error.message}; skipped`)
    return undefined
  }
  const { published: _published, publisher: _publisher, ...rest } = given
  const event = rest as unknown as Event
  const { start, end, text } = event.evidence
  if (article.text.slice(start, end) === text) return event
  lose(
    `event "${event.id}": its evidence does not stand at ${start} to ${end} of document "${article.id}": the text is another; skipped`,
  )
  return undefined
}

/** Events whose document came with none of the files, and is not in the store. */
async function tellOrphans(
  store: Store,
  events: RecordPile,
  given: ReadonlySet<string>,
  lose: (message: string) => void,
): Promise<void> {
  for (const id of await events.documents())
    if (!given.has(id) && (await store.document(id)) === null)
      lose(`document "${id}": its events are there, but not the document: import its documents too; skipped`)
}
