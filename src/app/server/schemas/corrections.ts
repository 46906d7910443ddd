import { Type } from "typebox"
import { CORRECTION_KINDS, JUDGED_FIELDS } from "../../../record/index.ts"
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

const party = Type.Object(
  {
    name: text,
    country: countryCode,
    sector: orNull(text),
    span: Type.Optional(orNull(Type.Object({ start: count, end: count }))),
  },
  { $id: "JudgedParty" },
)
const fields = {
  type: orNull(eventType),
  mode: orNull(text),
  status,
  background: flag,
  actors: list(party),
  recipients: list(party),
  date: orNull(Type.Object({ start: isoDay, end: isoDay })),
  place: orNull(Type.Object({ name: text, country: countryCode })),
}
const judgedFields = Type.Object(fields, { $id: "JudgedFields" })
export const changedFields = Type.Partial(Type.Object(fields), {
  $id: "ChangedFields",
  description: `Of a fix: the fields that should read otherwise, of ${JUDGED_FIELDS.join(", ")}.`,
})

const moment = Type.String({ format: "date-time" })
const said = {
  kind: choice(["confirm", "fix", "reject"]),
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
