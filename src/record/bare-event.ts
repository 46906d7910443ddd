import type { Event } from "./event.ts"

/** What a record of an event must say of itself; all else is null or empty until it is known. */
type Known = Pick<Event, "id" | "document" | "sentence" | "evidence" | "confidence" | "coder">

/** A record that says nothing yet of what happened: an occurrence without category, participants, date or place. */
export const bareEvent = ({ id, document, sentence, evidence, confidence, coder }: Known): Event => ({
  id,
  document,
  sentence,
  evidence,
  type: null,
  plover: null,
  mode: null,
  contexts: [],
  cameo: null,
  quad: null,
  score: null,
  status: "occurred",
  background: false,
  actors: [],
  recipients: [],
  reciprocal: false,
  date: null,
  place: null,
  attribution: [],
  quote: null,
  quantities: [],
  topics: [],
  confidence,
  coder,
  trigger: null,
  reasons: [],
})
