import { EVENT_TYPES, QUADS, STATUSES } from "../../record/index.ts"

/** A JSON Schema (2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>

const STRING = { type: "string" }
const NUMBER = { type: "number" }
const BOOLEAN = { type: "boolean" }
const OFFSET = { type: "integer", minimum: 0 }
const COUNT = { type: "integer", minimum: 0 }
const DAY = { type: "string", format: "date" }
const COUNTRY = { type: ["string", "null"], pattern: "^[A-Z]{3}$" }
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] })
const list = (items: JsonSchema): JsonSchema => ({ type: "array", items })
const oneOf = (values: readonly string[]): JsonSchema => ({ enum: values })

/** An object with these fields; those of `optional` may be absent, and others may be added by later versions. */
const object = (
  fields: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  type: "object",
  properties: { ...fields, ...optional },
  required: Object.keys(fields),
})

const TEXT_SPAN = object({ start: OFFSET, end: OFFSET, text: STRING })
const PARTICIPANT = object({
  text: STRING,
  start: OFFSET,
  end: OFFSET,
  name: STRING,
  country: COUNTRY,
  sector: orNull(STRING),
  sectors: list(STRING),
  role: orNull(STRING),
  kind: STRING,
})
const DATE = object({ start: DAY, end: DAY, precision: STRING, text: orNull(STRING), certain: BOOLEAN })
const PLACE = object({
  name: STRING,
  country: COUNTRY,
  latitude: orNull({ ...NUMBER, minimum: -90, maximum: 90 }),
  longitude: orNull({ ...NUMBER, minimum: -180, maximum: 180 }),
  text: STRING,
})
const QUANTITY = object(
  { kind: STRING, value: NUMBER, unit: orNull(STRING), text: STRING },
  { period: STRING },
)
const PUBLISHER = object({ name: STRING }, { domain: STRING })
const TYPE = oneOf(EVENT_TYPES)
const SCORE = { ...NUMBER, minimum: -10, maximum: 10 }

const named = (title: string, description: string, schema: JsonSchema): JsonSchema => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title,
  description,
  ...schema,
})

export const EVENT_SCHEMA = named(
  "Event",
  "One event as one document reports it. Offsets are UTF-16 code units into the document's text, end-exclusive.",
  object(
    {
      id: STRING,
      document: STRING,
      sentence: OFFSET,
      evidence: TEXT_SPAN,
      type: orNull(TYPE),
      plover: orNull(TYPE),
      mode: orNull(STRING),
      contexts: list(STRING),
      cameo: orNull(STRING),
      quad: orNull(oneOf(QUADS)),
      score: orNull(SCORE),
      status: oneOf(STATUSES),
      background: BOOLEAN,
      actors: list(PARTICIPANT),
      recipients: list(PARTICIPANT),
      reciprocal: BOOLEAN,
      date: orNull(DATE),
      place: orNull(PLACE),
      attribution: list(object({ name: STRING, kind: STRING }, { country: STRING })),
      quote: orNull(object({ text: STRING, start: OFFSET, end: OFFSET, speaker: orNull(STRING) })),
      quantities: list(QUANTITY),
      topics: list(STRING),
      confidence: { ...NUMBER, minimum: 0, maximum: 1 },
      coder: STRING,
      trigger: orNull(TEXT_SPAN),
      reasons: list(STRING),
    },
    { published: STRING, publisher: PUBLISHER },
  ),
)

export const HAPPENING_SCHEMA = named(
  "Happening",
  "What happened once, however many reports tell of it.",
  object({
    id: STRING,
    events: { ...list(STRING), minItems: 1 },
    bestEvent: STRING,
    documents: { ...list(STRING), minItems: 1 },
    type: TYPE,
    mode: orNull(STRING),
    quad: orNull(oneOf(QUADS)),
    score: orNull(SCORE),
    cameo: orNull(STRING),
    status: oneOf(STATUSES),
    history: list(
      object({ status: oneOf(STATUSES), reported: orNull(DAY), event: STRING, document: STRING }),
    ),
    date: orNull(DATE),
    place: orNull(PLACE),
    actors: list(PARTICIPANT),
    recipients: list(PARTICIPANT),
    reciprocal: BOOLEAN,
    quantities: list(QUANTITY),
    versions: list(object({ field: STRING, value: STRING, documents: list(STRING), outlets: list(STRING) })),
    outlets: list(STRING),
    independentOwners: COUNT,
    onlyStateMedia: BOOLEAN,
    onlyRecalled: BOOLEAN,
  }),
)

/** `text` is absent where the package was made for sharing. */
export const DOCUMENT_SCHEMA = named(
  "Document",
  "One article with how it came into the record. The hash is SHA-256 of everything but the id.",
  object(
    {
      id: STRING,
      provenance: object({
        document: STRING,
        contentHash: { type: "string", pattern: "^[0-9a-f]{64}$" },
        extractor: orNull(STRING),
        coder: STRING,
        stored: orNull({ type: "string", format: "date-time" }),
      }),
    },
    {
      text: STRING,
      title: STRING,
      published: STRING,
      url: STRING,
      publisher: PUBLISHER,
      language: STRING,
    },
  ),
)
