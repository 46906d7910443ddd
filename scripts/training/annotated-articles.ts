import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { EVENT_TYPES, type EventType, STATUSES, type Status } from "../../src/record/index.ts"
import type { GoldActor, GoldArticle, GoldEvent, TriggerSpan } from "./gold-alignment.ts"
import { readJsonLines, readJsonLinesIfAny } from "./json-lines.ts"

/** The unlabelled news that the stand-off annotations point into: one document a line, as in the contract. */
export interface SourceText {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
}

/** A line of data/training/events/*.jsonl: an article's events by character offsets; the text itself where it is ours. */
interface StoredArticle {
  readonly document: string
  readonly title?: string
  readonly published?: string
  readonly text?: string
  readonly events: readonly StoredEvent[]
}
interface StoredEvent {
  readonly trigger: readonly [number, number]
  readonly also?: readonly (readonly [number, number])[]
  readonly sentences: readonly (readonly [number, number])[]
  readonly type: string
  readonly alt_types?: readonly string[]
  readonly mode?: string
  readonly status: string
  readonly alt_statuses?: readonly string[]
  readonly sources: readonly StoredActor[]
  readonly recipients: readonly StoredActor[]
  readonly date?: readonly [string, string]
  readonly place?: { readonly country: string; readonly name?: string }
  readonly attributed_to?: readonly string[]
  readonly flags?: readonly string[]
}
interface StoredActor {
  readonly name: string
  readonly country: string | null
  readonly span?: readonly [number, number]
}

/** All annotated articles of a folder; those without a text of their own take it from `sources`, by id. */
export function readAnnotatedArticles(
  folder: string,
  sources: ReadonlyMap<string, SourceText>,
): GoldArticle[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) =>
      readJsonLines<StoredArticle>(join(folder, name)).flatMap((stored) => toArticle(stored, sources)),
    )
}

/** Documents by id from a file of one JSON document a line. */
export const readSourceTexts = (file: string): Map<string, SourceText> =>
  new Map(readJsonLinesIfAny<SourceText>(file).map((document) => [document.id, document]))

function toArticle(stored: StoredArticle, sources: ReadonlyMap<string, SourceText>): GoldArticle[] {
  const source = sources.get(stored.document)
  const text = stored.text ?? source?.text
  if (text === undefined) return []
  const title = stored.title ?? source?.title
  const published = stored.published ?? source?.published
  return [
    {
      id: stored.document,
      text,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      gold: stored.events.map((event, at) => toGold(event, `${stored.document}.${at}`, text)),
      must_not: [],
    },
  ]
}

function toGold(event: StoredEvent, id: string, text: string): GoldEvent {
  const [quote = "", ...also] = event.sentences.map(([start, end]) => text.slice(start, end))
  const flags = new Set(event.flags ?? [])
  const trigger = ([start, end]: readonly [number, number]): TriggerSpan => ({ start, end })
  const actor = ({ name, country, span }: StoredActor): GoldActor => ({
    name,
    country,
    ...(span === undefined ? {} : { span: trigger(span), aliases: [text.slice(...span)] }),
  })
  return {
    id,
    quote,
    also,
    trigger: trigger(event.trigger),
    alsoTriggers: (event.also ?? []).map(trigger),
    type: asType(event.type, id),
    alt_types: (event.alt_types ?? []).map((type) => asType(type, id)),
    status: asStatus(event.status, id),
    alt_statuses: (event.alt_statuses ?? []).map((status) => asStatus(status, id)),
    sources: event.sources.map(actor),
    recipients: event.recipients.map(actor),
    symmetric: flags.has("symmetric"),
    optional: flags.has("optional"),
    source_optional: flags.has("source_optional"),
    recipient_optional: flags.has("recipient_optional"),
    date: event.date === undefined ? null : { start: event.date[0], end: event.date[1] },
    place: event.place ?? null,
    attributed_to: (event.attributed_to ?? []).map((name) => ({ name })),
    quantities: [],
  }
}

function asType(type: string, id: string): EventType {
  if (!(EVENT_TYPES as readonly string[]).includes(type)) throw new Error(`${id}: no PLOVER type "${type}"`)
  return type as EventType
}

function asStatus(status: string, id: string): Status {
  if (!(STATUSES as readonly string[]).includes(status)) throw new Error(`${id}: no status "${status}"`)
  return status as Status
}
