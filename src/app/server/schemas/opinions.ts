import { Type } from "typebox"
import { choice, count, eventType, list, orNull, status, text, textSpan } from "./parts.ts"

const entry = Type.Object(
  {
    kind: choice(["confirm", "doubt", "propose"]),
    event: orNull(text),
    type: orNull(eventType),
    status: orNull(status),
    actors: list(text),
    recipients: list(text),
    evidence: textSpan,
    reason: orNull(text),
  },
  { $id: "OpinionEntry" },
)

export const articleOpinion = Type.Object(
  { model: text, time: text, refused: count, entries: list(entry) },
  { $id: "ArticleOpinion" },
)
