import type { Article, Event, Publisher, Review } from "../record/index.ts"
import type { CodedEvent, DocumentPage, DocumentRow } from "./api.ts"
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
  /** What was said of events, by event id. */
  readonly reviews?: ReadonlyMap<string, Review>
  /** What was said of events that are not coded any more. */
  readonly orphans?: readonly Review[]
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
  orphans: document.orphans ?? [],
  coded: document.coded.map((event) =>
    codedEvent(
      event,
      {
        happening: document.happeningOf.get(event.id) ?? null,
        review: document.reviews?.get(event.id) ?? null,
      },
      names,
    ),
  ),
})

/** An event with its happening, what was said of it, and what its category is called. */
export const codedEvent = (
  event: Event,
  known: Pick<CodedEvent, "happening" | "review">,
  { codebook }: Pick<Names, "codebook">,
): CodedEvent => ({
  ...event,
  ...known,
  typeName: event.type === null ? "" : (codebook.eventType(event.type)?.name ?? event.type),
})
