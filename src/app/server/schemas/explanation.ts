import { Type } from "typebox"
import { eventFields } from "./event.ts"
import {
  choice,
  count,
  countryCode,
  eventType,
  flag,
  list,
  number,
  orNull,
  status,
  text,
  textSpan,
} from "./parts.ts"

const share = Type.Number({ minimum: 0, maximum: 1 })
const contributions = list(Type.Object({ feature: text, contribution: number }))
const classReasons = Type.Object(
  { name: text, probability: share, for: contributions, against: contributions },
  { $id: "ClassReasons" },
)
const weighed = Type.Object({ chosen: classReasons, runnerUp: orNull(classReasons) }, { $id: "Weighed" })
const step = Type.Object({
  direction: choice(["up", "down"]),
  relation: text,
  marker: orNull(text),
  word: text,
})
const participant = Type.Object({
  side: choice(["actor", "recipient"]),
  name: text,
  country: countryCode,
  text,
  start: count,
  end: count,
  path: orNull(list(step)),
  rule: orNull(text),
  probability: Type.Object({ actor: share, recipient: share }),
})

export const explanation = Type.Object(
  {
    document: text,
    coder: text,
    event: orNull(Type.Object(eventFields)),
    evidence: textSpan,
    trigger: Type.Object({ start: count, end: count, text, lemma: text }),
    type: Type.Object({
      decided: eventType,
      probability: share,
      decidedBy: choice(["features", "features and network", "network", "second opinion"]),
      weighed,
      predicate: orNull(Type.Object({ row: text, type: eventType, mode: orNull(text) })),
    }),
    mode: orNull(text),
    status: Type.Object({
      decided: status,
      decidedBy: choice(["rules", "features", "second opinion"]),
      rule: Type.Object({ status, reason: text }),
      weighed,
    }),
    participants: list(participant),
    record: Type.Object({ probability: share, assurance: share, threshold: share, weighed, repeated: flag }),
    definitions: list(text),
  },
  { $id: "Explanation" },
)
