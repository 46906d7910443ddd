import { Type } from "typebox"
import { review } from "./corrections.ts"
import { eventFields } from "./event.ts"
import { choice, count, eventType, list, orNull, outletLabel, status, text } from "./parts.ts"

const rowFields = {
  id: text,
  title: orNull(text),
  published: orNull(text),
  outlet: orNull(outletLabel),
  events: count,
}
export const documentRow = Type.Object(rowFields, { $id: "DocumentRow" })
export const codedEvent = Type.Object(
  { ...eventFields, happening: orNull(text), typeName: text, review: orNull(review) },
  { $id: "CodedEvent" },
)
export const documentPage = Type.Object(
  { ...rowFields, text, url: orNull(text), coded: list(codedEvent), orphans: list(review) },
  { $id: "DocumentPage" },
)

const span = Type.Object({ start: count, end: count }, { $id: "Span" })
const searchRow = Type.Object(
  {
    ...rowFields,
    event: orNull(Type.Object({ id: text, type: orNull(eventType), status, happening: orNull(text) })),
    snippet: Type.Object({ text, start: count, marks: list(span) }),
  },
  { $id: "SearchRow" },
)
export const searchPage = Type.Object(
  { total: count, in: choice(["articles", "evidence"]), hits: list(searchRow) },
  { $id: "SearchPage" },
)
