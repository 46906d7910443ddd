import { type Draft, judgedFields } from "../../src/correction/index.ts"
import type { Correction, Event } from "../../src/record/index.ts"

let made = 0

/** A correction of an event as it stands there; its digest is only a number, since nothing here looks into it. */
export function buildCorrection(event: Event, said: Partial<Correction> = {}): Correction {
  const draft: Draft = {
    kind: said.changes === undefined ? "confirm" : "fix",
    author: "Ada",
    time: "2024-01-01T10:00:00.000Z",
    note: null,
    target: {
      document: event.document,
      contentHash: "hash",
      event: event.id,
      evidence: event.evidence,
      trigger: event.trigger,
    },
    coder: event.coder,
    seen: judgedFields(event),
    changes: {},
    undoes: null,
  }
  return { id: `c${String(++made).padStart(6, "0")}`, ...draft, ...said }
}
