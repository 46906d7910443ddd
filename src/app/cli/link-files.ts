import { loadCountryTest } from "../../codebook/country-names.ts"
import { type DocumentMeta, linkEvents, outcomeOf, textSignature } from "../../happening/index.ts"
import type { Event } from "../../record/index.ts"
import { bundledData } from "../bundled-data.ts"
import { parseItem } from "../documents/parse-item.ts"
import { rawItems } from "../documents/raw-items.ts"
import { EventError, readEventLine } from "../events/read-event-line.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { SOME_LOST } from "./exit-codes.ts"
import { LineError, readJsonLines } from "./json-lines.ts"
import { pathsOrStdin } from "./options.ts"
import { writeOut } from "./stdout.ts"

export interface LinkOptions {
  /** Files or folders of the documents that the events were read from. */
  readonly documents?: readonly string[]
  readonly outlets?: string
  /** ISO day from which the outcome of plans is seen; the last publication where it is not given. */
  readonly asOf?: string
}

function toEvent(object: Readonly<Record<string, unknown>>) {
  try {
    return readEventLine(object)
  } catch (error) {
    throw error instanceof EventError ? new LineError(error.message) : error
  }
}

const metaOf = ({ published, publisher }: DocumentMeta): DocumentMeta => ({
  ...(published === undefined ? {} : { published }),
  ...(publisher === undefined ? {} : { publisher }),
})

async function readDocuments(paths: readonly string[]): Promise<Map<string, DocumentMeta>> {
  const documents = new Map<string, DocumentMeta>()
  for await (const item of rawItems(paths))
    for (const parsed of await parseItem(item, {})) {
      if (parsed.problem === undefined) {
        const { text } = parsed.article
        const signature = textSignature(text)
        documents.set(parsed.article.id, {
          ...metaOf(parsed.article),
          ...(signature === undefined ? {} : { signature }),
        })
      } else {
        process.stderr.write(`${parsed.where}: ${parsed.problem}; skipped\n`)
        process.exitCode = SOME_LOST
      }
    }
  return documents
}

/** Reads all events, links them, and writes the happenings in order of their ids. */
export async function linkFiles(paths: readonly string[], options: LinkOptions): Promise<void> {
  const inputs = pathsOrStdin(paths)
  const outlets = loadOutletsWith(options.outlets)
  const documents = await readDocuments(options.documents ?? [])
  const events = new Map<string, Event>()
  for await (const { published, publisher, ...event } of readJsonLines(inputs, toEvent)) {
    events.set(event.id, event)
    const meta = metaOf({ ...(published && { published }), ...(publisher && { publisher }) })
    documents.set(event.document, { ...meta, ...documents.get(event.document) })
  }
  const isCountry = loadCountryTest(bundledData)
  const asOf = options.asOf ?? lastDay(documents)
  for (const happening of linkEvents([...events.values()], { documents, outlets, isCountry }))
    await writeOut(`${JSON.stringify({ ...happening, outcome: outcomeOf(happening, asOf) })}\n`)
}

/** The last day on which anything was published. */
function lastDay(documents: ReadonlyMap<string, DocumentMeta>): string | undefined {
  let last: string | undefined
  for (const { published } of documents.values())
    if (published !== undefined && (last === undefined || published > last)) last = published
  return last?.slice(0, 10)
}
