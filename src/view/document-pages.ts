import type { Article, Event, Publisher } from "../record/index.ts"
import type { DocumentPage, DocumentRow } from "./api.ts"
import { type Names, outletLabel } from "./names.ts"

/** A document as the store lists it. */
interface DocumentEntry {
  readonly id: string
  readonly title: string | null
  readonly published: string | null
  readonly url: string | null
  readonly publisher: Publisher | null
  readonly events: number
}

interface CodedDocument extends DocumentEntry {
  readonly article: Article
  readonly coded: readonly Event[]
  readonly happeningOf: ReadonlyMap<string, string>
}

export const documentRow = (entry: DocumentEntry, names: Names): DocumentRow => ({
  id: entry.id,
  title: entry.title,
  published: entry.published,
  outlet: outletLabel(entry.publisher, entry.published, names),
  events: entry.events,
})

/** The text with every event read from it; offsets of the events index into the text. */
export const documentPage = (document: CodedDocument, names: Names): DocumentPage => ({
  ...documentRow(document, names),
  text: document.article.text,
  url: document.url,
  coded: document.coded.map((event) => ({
    ...event,
    happening: document.happeningOf.get(event.id) ?? null,
    typeName: event.type === null ? "" : (names.codebook.eventType(event.type)?.name ?? event.type),
  })),
})
