import { Type } from "typebox"
import { count, isoDay, orNull, text } from "./parts.ts"

export const recordVersion = Type.Object(
  {
    fingerprint: Type.String({
      pattern: "^[0-9a-f]{12}$",
      description: "Names the data: the same for the same documents, events and corrections.",
    }),
    documents: count,
    events: count,
    happenings: count,
    outlets: count,
    first: orNull(isoDay),
    last: orNull(isoDay),
    coder: text,
  },
  { $id: "RecordVersion" },
)
