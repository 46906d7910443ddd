import { Type } from "typebox"
import {
  CORRECTION_KINDS,
  EVENT_TYPES,
  type EventType,
  JUDGED_FIELDS,
  STATUSES,
} from "../../../record/index.ts"
import {
  choice,
  count,
  countryCode,
  eventType,
  flag,
  isoDay,
  list,
  orNull,
  status,
  text,
  textSpan,
} from "./parts.ts"

const partyFields = {
  name: text,
  country: countryCode,
  sector: orNull(text),
  span: Type.Optional(orNull(Type.Object({ start: count, end: count }))),
}
const date = orNull(Type.Object({ start: isoDay, end: isoDay }))
const place = orNull(Type.Object({ name: text, country: countryCode }))
const party = Type.Object(partyFields, { $id: "JudgedParty" })
const fields = {
  type: orNull(eventType),
  mode: orNull(text),
  status,
  background: flag,
  actors: list(party),
  recipients: list(party),
  date,
  place,
}
const judgedFields = Type.Object(fields, { $id: "JudgedFields" })
const changedFields = Type.Partial(Type.Object(fields), { $id: "ChangedFields" })

/** A text or null, in one schema: of a union of both a null would be read as an empty text. */
export const textOrNull = (options: object = {}) =>
  Type.Unsafe<string | null>({ type: ["string", "null"], ...options })
const codeOrNull = textOrNull({ pattern: "^[A-Z]{3}$" })
const wantedParty = Type.Object({
  name: text,
  country: codeOrNull,
  sector: textOrNull(),
  span: partyFields.span,
})

/** The same as they are asked for: what validates requests has no parts that others share. */
export const wantedFields = Type.Partial(
  Type.Object({
    type: Type.Unsafe<EventType | null>({ type: ["string", "null"], enum: [...EVENT_TYPES, null] }),
    mode: textOrNull(),
    status: choice(STATUSES),
    background: flag,
    actors: list(wantedParty),
    recipients: list(wantedParty),
    date,
    place: orNull(Type.Object({ name: text, country: codeOrNull })),
  }),
  { description: `Of a fix: the fields that should read otherwise, of ${JUDGED_FIELDS.join(", ")}.` },
)

/** An event's fields as somebody gives them who adds it; what is left out is absent. */
export const givenFields = {
  type: choice(EVENT_TYPES, { description: `What happened: one of ${EVENT_TYPES.join(", ")}.` }),
  mode: Type.Optional(textOrNull()),
  status: choice(STATUSES, { description: `Whether it happened: one of ${STATUSES.join(", ")}.` }),
  background: Type.Optional(flag),
  actors: Type.Optional(list(wantedParty)),
  recipients: Type.Optional(list(wantedParty)),
  date: Type.Optional(date),
  place: Type.Optional(orNull(Type.Object({ name: text, country: codeOrNull }))),
}

const moment = Type.String({ format: "date-time" })
const said = {
  kind: choice(["confirm", "fix", "reject", "add"]),
  author: text,
  time: moment,
  note: orNull(text),
  changed: list(choice(JUDGED_FIELDS)),
}
export const eventCorrection = Type.Object(said, { $id: "EventCorrection" })

const correction = Type.Object(
  {
    id: text,
    kind: choice(CORRECTION_KINDS),
    author: text,
    time: moment,
    note: orNull(text),
    target: Type.Object({
      document: text,
      contentHash: text,
      event: text,
      evidence: textSpan,
      trigger: orNull(textSpan),
      sentence: Type.Optional(count),
    }),
    coder: text,
    seen: judgedFields,
    changes: changedFields,
    undoes: orNull(text),
    undone: flag,
  },
  { $id: "Correction" },
)
export const review = Type.Object(
  {
    standing: orNull(Type.Object({ id: text, ...said, rejected: flag })),
    coded: judgedFields,
    dissent: list(Type.Object({ author: text, time: moment, rejected: flag, fields: changedFields })),
    history: list(correction),
  },
  { $id: "Review" },
)
