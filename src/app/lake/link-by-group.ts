import type { DocumentMeta } from "../../happening/index.ts"
import type { Event } from "../../record/index.ts"
import { type LakeSchema, type Linker, lakeSchema, linkedRows } from "../../store/index.ts"
import { LineError, parseObject, readJsonLines } from "../cli/json-lines.ts"
import { writeOut } from "../cli/stdout.ts"
import { EventError, readEventLine } from "../events/read-event-line.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { createRecordLinker } from "../record-linker.ts"
import { monthOf } from "./code-lines.ts"
import { groupsOf } from "./groups.ts"

/** An event of a lake with what linking asks of its document, under the group in which it is linked. */
interface GroupedEvent {
  readonly group: string
  readonly event: Event
  readonly meta: DocumentMeta
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined

/** Reads {"group", "event": "its JSON", "published"?, "publisher_name"?, "publisher_domain"?, "signature"?}. */
function readGrouped(given: Readonly<Record<string, unknown>>): GroupedEvent {
  const { group, event } = given
  if (typeof group !== "string" || typeof event !== "string")
    throw new LineError('a line needs "group" and "event", the JSON of an event, as strings')
  const record = parseObject(event)
  try {
    readEventLine(record)
  } catch (error) {
    throw error instanceof EventError ? new LineError(error.message) : error
  }
  return { group, event: record as unknown as Event, meta: metaOf(given) }
}

function metaOf(given: Readonly<Record<string, unknown>>): DocumentMeta {
  const [published, name, domain, signature] = [
    ...["published", "publisher_name", "publisher_domain", "signature"].map((field) => text(given[field])),
  ]
  return {
    ...(published === undefined ? {} : { published }),
    ...(name === undefined ? {} : { publisher: { name, ...(domain === undefined ? {} : { domain }) } }),
    ...(signature === undefined ? {} : { signature }),
  }
}

/**
 * Links groups of events that follow one another, each by itself: exact where no event of one group shares a link key with one of
 * another. Writes a line a happening: the rows that it adds to a lake, and its month.
 */
export async function linkByGroup(paths: readonly string[], outlets: string | undefined): Promise<void> {
  const linker = createRecordLinker(loadOutletsWith(outlets))
  const schema = await lakeSchema()
  for await (const { items } of groupsOf(readJsonLines(paths, readGrouped), ({ group }) => group))
    for (const line of linesOf(items, linker, schema)) await writeOut(line)
}

function* linesOf(items: readonly GroupedEvent[], linker: Linker, schema: LakeSchema): Generator<string> {
  const events = new Map(items.map(({ event }) => [event.id, event]))
  const documents = new Map(items.map(({ event, meta }) => [event.document, meta]))
  for (const happening of linker.link([...events.values()], documents)) {
    const headline = events.get(happening.bestEvent)?.evidence.text ?? ""
    const tables = linkedRows(schema, happening, { headline, pairs: linker.pairs(happening) })
    const month = monthOf(tables.happenings[0]?.start_day)
    yield `${JSON.stringify({ id: happening.id, month, tables })}\n`
  }
}
