import type { createLinker, DocumentMeta } from "../../happening/index.ts"
import { codedRows, type LakeRow, type LakeSchema, type StoredBy } from "../../store/index.ts"
import type { RawItem } from "../documents/raw-item.ts"
import { archivedItems, asArchived } from "../documents/warc/archived-line.ts"
import type { ReadingResult } from "../reading/reading-task.ts"

/** An event's link keys: events that share none, however many steps away, are linked apart. */
export interface EventKeys {
  readonly event: string
  readonly keys: readonly string[]
}

/** What came of one line of the input; a line may hold no document, as a web archive's request does. */
export interface CodedLine {
  readonly documents: readonly CodedDocument[]
  /** Why the line's document was lost; the others of the input are not touched by it. */
  readonly error?: string
}

/** A document with what it adds to each table of a lake. */
export interface CodedDocument {
  readonly id: string
  /** SHA-256 of all that coding depends on: by it, repetitions are known. */
  readonly hash: string
  readonly published: string | null
  /** YYYY-MM of publication, "undated" where it is unknown: the part of the lake in which it stands. */
  readonly month: string
  readonly tables: Readonly<Record<string, readonly LakeRow[]>>
  readonly links: readonly EventKeys[]
}

export const UNDATED = "undated"

/** The part of a lake in which an ISO day stands. */
export const monthOf = (day: LakeRow[string] | undefined): string =>
  typeof day === "string" && /^\d{4}-\d\d-\d\d/.test(day) ? day.slice(0, 7) : UNDATED

interface LineCoder {
  readonly code: (items: readonly RawItem[]) => Promise<ReadingResult>
  readonly linker: ReturnType<typeof createLinker>
  readonly schema: LakeSchema
  readonly by: StoredBy
}

/** Codes one line of JSONL, or one record of a web archive in it. Whatever fails becomes its error. */
export async function codeLine(item: RawItem, coder: LineCoder): Promise<CodedLine> {
  const archived = asArchived(item)
  const items = archived === undefined ? [item] : await archivedItems(archived, item.where)
  const { readings, notes } = await coder.code(items)
  const lost = notes.filter(({ level }) => level === "problem").map(({ message }) => message)
  return {
    documents: readings.map((reading) => toDocument(reading, coder)),
    ...(lost.length === 0 ? {} : { error: lost.join("; ") }),
  }
}

function toDocument(reading: ReadingResult["readings"][number], coder: LineCoder): CodedDocument {
  const { article, events } = reading
  const { schema, by, linker } = coder
  const signature = events.length === 0 ? undefined : linker.signature(article.text)
  const tables = codedRows(schema, reading, { ...by, signature })
  const [row] = tables.documents
  const { published, publisher } = article
  const meta: DocumentMeta = {
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
  }
  return {
    id: article.id,
    hash: String(row?.content_hash),
    published: published ?? null,
    month: monthOf(row?.day),
    tables,
    links: events.map((event) => ({ event: event.id, keys: linker.keys(event, meta) })),
  }
}
