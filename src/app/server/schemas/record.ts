import { Type } from "typebox"
import {
  count,
  country,
  eventType,
  list,
  month,
  number,
  orNull,
  pairCode,
  quad,
  quadCounts,
  status,
  text,
} from "./parts.ts"

export const summary = Type.Object(
  {
    documents: count,
    events: count,
    happenings: count,
    pairs: count,
    outlets: count,
    first: orNull(text),
    last: orNull(text),
    byType: list(Type.Object({ type: eventType, events: count })),
    byStatus: list(Type.Object({ status, events: count })),
    coder: text,
  },
  { $id: "Summary" },
)
export const pairRow = Type.Object(
  {
    pair: pairCode,
    a: country,
    b: country,
    happenings: count,
    reports: count,
    documents: count,
    planned: count,
    byQuad: quadCounts,
    share: orNull(number),
    low: orNull(number),
    high: orNull(number),
    first: orNull(text),
    last: orNull(text),
    months: list(Type.Object({ month, cooperation: number, conflict: number })),
  },
  { $id: "PairRow" },
)
export const codebookPage = Type.Object(
  {
    types: list(Type.Object({ code: eventType, name: text, quad, definition: text })),
    modes: list(Type.Object({ type: eventType, code: text, definition: text })),
    statuses: list(Type.Object({ code: status, definition: text })),
    sectors: list(Type.Object({ code: text, name: text })),
  },
  { $id: "CodebookPage" },
)
