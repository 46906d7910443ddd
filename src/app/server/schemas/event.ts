import { Type } from "typebox"
import { eventCorrection } from "./corrections.ts"
import {
  choice,
  count,
  countryCode,
  eventType,
  flag,
  isoDay,
  list,
  number,
  orNull,
  quad,
  status,
  text,
  textSpan,
} from "./parts.ts"

const coordinate = (most: number) => orNull(Type.Number({ minimum: -most, maximum: most }))
const precision = choice([
  "time",
  "day",
  "week",
  "month",
  "quarter",
  "season",
  "year",
  "decade",
  "century",
] as const)

export const eventDate = Type.Object(
  {
    start: isoDay,
    end: isoDay,
    precision,
    text: orNull(text),
    certain: Type.Boolean({ description: "False where it was filled in from the day of publication." }),
  },
  { $id: "EventDate" },
)
export const eventPlace = Type.Object(
  { name: text, country: countryCode, latitude: coordinate(90), longitude: coordinate(180), text },
  { $id: "EventPlace" },
)
export const attribution = Type.Object(
  {
    name: text,
    kind: choice(["media", "government", "person", "organization", "group", "unnamed"]),
    country: Type.Optional(text),
  },
  { $id: "Attribution" },
)
export const quantity = Type.Object(
  {
    kind: choice(["money", "duration", "count", "casualties", "ordinal", "other"]),
    value: number,
    unit: orNull(text),
    text,
    period: Type.Optional(text),
    start: Type.Optional(count),
    end: Type.Optional(count),
  },
  { $id: "Quantity" },
)
export const participant = Type.Object(
  {
    text,
    start: count,
    end: count,
    name: text,
    country: countryCode,
    sector: orNull(text),
    sectors: list(text),
    role: orNull(text),
    kind: choice(["person", "state", "government", "organization", "group", "nationals"]),
  },
  { $id: "Participant" },
)
const quote = Type.Object({ text, start: count, end: count, speaker: orNull(text) })

/** An event as the coder gives it. Offsets are UTF-16 code units into the document's text, end-exclusive. */
export const eventFields = {
  id: text,
  document: text,
  sentence: count,
  evidence: textSpan,
  type: orNull(eventType),
  plover: orNull(eventType),
  mode: orNull(text),
  contexts: list(text),
  cameo: orNull(text),
  quad: orNull(quad),
  score: orNull(number),
  status,
  background: flag,
  actors: list(participant),
  recipients: list(participant),
  reciprocal: flag,
  date: orNull(eventDate),
  place: orNull(eventPlace),
  attribution: list(attribution),
  quote: orNull(quote),
  quantities: list(quantity),
  topics: list(text),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  coder: text,
  trigger: orNull(textSpan),
  reasons: list(text),
  correction: Type.Optional(eventCorrection),
}
