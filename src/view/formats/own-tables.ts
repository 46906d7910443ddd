import type { Article, Happening, Participant, Provenance } from "../../record/index.ts"
import { ADDITIONS, additionsOf } from "./additions.ts"
import { cameoOf } from "./event-facts.ts"
import {
  boolean,
  type Cell,
  type Column,
  day,
  integer,
  joined,
  number,
  type ReportSource,
  type TableFormat,
  text,
} from "./format.ts"

/** The last column of our own tables: the whole record, from which it can be read back. */
const RECORD = text("record", "The whole record as JSON, from which Chancery reads it back")

const partyColumns = (side: string): Column[] => [
  text(`${side}s`, `Names, separated by ;`),
  text(`${side}_countries`, "Alpha-3 codes in the same order; a member without one leaves its place empty"),
  text(`${side}_sectors`, "First sector of each, in the same order"),
]
const partyCells = (participants: readonly Participant[]): Cell[] =>
  participants.length === 0
    ? [null, null, null]
    : [
        participants.map(({ name }) => name).join(";"),
        participants.map(({ country }) => country ?? "").join(";"),
        participants.map(({ sector }) => sector ?? "").join(";"),
      ]

const WHAT: readonly Column[] = [
  text("type", "PLOVER category of what happens or would happen"),
  text("mode", "PLOVER mode"),
  text("quad", "Quad class"),
  number("score", "PLOVER's score, -10 to 10"),
]
const WHEN_AND_WHERE: readonly Column[] = [
  day("date_start", "First day"),
  day("date_end", "Last day"),
  boolean("date_certain", "False where the day is that of publication"),
  text("place", "Resolved place"),
  text("place_country", "Alpha-3 code of its country"),
  number("latitude", "Degrees, WGS 84"),
  number("longitude", "Degrees, WGS 84"),
]
const whenAndWhere = ({ date, place }: Pick<Happening, "date" | "place">): Cell[] => [
  date?.start ?? null,
  date?.end ?? null,
  date?.certain ?? null,
  place?.name ?? null,
  place?.country ?? null,
  place?.latitude ?? null,
  place?.longitude ?? null,
]

/** One row an event. */
export const EVENT_TABLE: TableFormat<ReportSource> = {
  columns: [
    text("id", "Id of the event"),
    text("document", "Id of the document"),
    integer("sentence", "Sentence of the evidence, from 0"),
    ...WHAT,
    text("plover", "PLOVER category under PLOVER's rules for acts to come"),
    text("contexts", "PLOVER contexts, separated by ;"),
    text("cameo", "Closest CAMEO code"),
    number("goldstein", "Goldstein's score of that code"),
    ...partyColumns("actor"),
    ...partyColumns("recipient"),
    boolean("reciprocal", "Both sides act alike"),
    ...WHEN_AND_WHERE,
    text("topics", "Topics, separated by ;"),
    text("evidence", "The words that say it"),
    text("title", "Title of the document"),
    text("published", "Publication, ISO 8601"),
    text("outlet", "Outlet"),
    text("url", "Address of the document"),
    ...ADDITIONS,
    RECORD,
  ],
  rowsOf: (source, names) => {
    const { event, document, outlet } = source
    const cameo = cameoOf(event, names)
    return [
      [
        ...[event.id, event.document, event.sentence, event.type, event.mode, event.quad, event.score],
        event.plover,
        joined(event.contexts),
        cameo,
        cameo && (names.codebook.goldstein(cameo) ?? null),
        ...partyCells(event.actors),
        ...partyCells(event.recipients),
        event.reciprocal,
        ...whenAndWhere(event),
        joined(event.topics),
        event.evidence.text,
        document.title,
        document.published,
        outlet?.name ?? document.publisher?.name ?? null,
        document.url,
        ...additionsOf(source, names),
        JSON.stringify(event),
      ],
    ]
  },
}

/** One row a happening. */
export const HAPPENING_TABLE: TableFormat<Happening> = {
  columns: [
    text("id", "Id of the happening"),
    ...WHAT,
    text("status", "Whether it happened, by the latest word"),
    text("cameo", "Closest CAMEO code"),
    ...partyColumns("actor"),
    ...partyColumns("recipient"),
    boolean("reciprocal", "Both sides act alike"),
    ...WHEN_AND_WHERE,
    integer("n_reports", "Reports"),
    integer("n_documents", "Documents"),
    integer("n_independent_owners", "Independent owners that report it"),
    boolean("only_state_media", "Only state media report it"),
    boolean("only_recalled", "No report of the time is in the record"),
    day("first_reported", "Day of the first report"),
    text("outlets", "Outlets, separated by ;"),
    text("events", "Ids of its events, separated by ;"),
    RECORD,
  ],
  rowsOf: (happening) => [
    [
      ...[happening.id, happening.type, happening.mode, happening.quad, happening.score, happening.status],
      happening.cameo,
      ...partyCells(happening.actors),
      ...partyCells(happening.recipients),
      happening.reciprocal,
      ...whenAndWhere(happening),
      ...[happening.events.length, happening.documents.length, happening.independentOwners],
      ...[happening.onlyStateMedia, happening.onlyRecalled],
      happening.firstReported?.day ?? null,
      joined(happening.outlets),
      joined(happening.events),
      JSON.stringify(happening),
    ],
  ],
}

/** A document with how it came into the record. */
export interface DocumentSource {
  readonly article: Article
  readonly provenance: Provenance
}

/** A document's line of JSON: the contract's fields with the provenance. */
export const documentRecord = ({ article, provenance }: DocumentSource) => ({ ...article, provenance })

/** One row a document. */
export const DOCUMENT_TABLE: TableFormat<DocumentSource> = {
  columns: [
    text("id", "Id of the document"),
    text("title", "Title"),
    text("published", "Publication, ISO 8601"),
    text("outlet", "Publisher"),
    text("domain", "Its domain"),
    text("url", "Address"),
    text("language", "ISO 639-1 code"),
    integer("characters", "Length of the text in UTF-16 units"),
    text("content_sha256", "SHA-256 of everything but the id"),
    text("extractor", "Reader that made it, with version"),
    text("coder", "Coder with version and digest of its data"),
    text("stored", "When it was stored, ISO 8601 in UTC"),
    RECORD,
  ],
  rowsOf: (source) => {
    const { article, provenance } = source
    return [
      [
        article.id,
        article.title ?? null,
        article.published ?? null,
        article.publisher?.name ?? null,
        article.publisher?.domain ?? null,
        article.url ?? null,
        article.language ?? null,
        article.text.length,
        provenance.contentHash,
        provenance.extractor,
        provenance.coder,
        provenance.stored,
        JSON.stringify(documentRecord(source)),
      ],
    ]
  },
}
