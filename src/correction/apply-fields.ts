import type { Codebook } from "../codebook/codebook.ts"
import { ploverCategory } from "../codebook/plover-category.ts"
import type {
  Event,
  EventDate,
  EventPlace,
  JudgedFields,
  JudgedParty,
  Participant,
  Span,
} from "../record/index.ts"
import { changedFields, judgedFields, sameField } from "./fields.ts"
import { precisionOf } from "./precision.ts"

/** Where a corrected event stands: its article's words and everything else that was coded there. */
export interface Surroundings {
  readonly text: string
  readonly events: readonly Event[]
  readonly codebook: Codebook
}

/** An event as it reads with these fields; what follows from them (PLOVER's category, quad class, score, CAMEO) follows anew. */
export function applyFields(event: Event, fields: JudgedFields, around: Surroundings): Event {
  const coded = judgedFields(event)
  const changed = new Set(changedFields(coded, fields))
  if (changed.size === 0) return event
  const side = (name: "actors" | "recipients"): readonly Participant[] =>
    changed.has(name) ? fields[name].map((party) => participantOf(party, event, around)) : event[name]
  const read: Event = {
    ...event,
    type: fields.type,
    mode: fields.mode,
    status: fields.status,
    background: fields.background,
    actors: side("actors"),
    recipients: side("recipients"),
    date: sameField("date", coded, fields) ? event.date : dateOf(fields.date),
    place: sameField("place", coded, fields) ? event.place : placeOf(fields.place, event, around),
  }
  const recoded = changed.has("type") || changed.has("mode") || changed.has("status")
  return recoded ? { ...read, ...codesOf(read, around.codebook) } : read
}

/** The codes that category, mode and status decide. Lemmas are not at hand here: the evidence's own words stand for them. */
function codesOf(
  { type, mode, status, contexts, evidence }: Event,
  codebook: Codebook,
): Pick<Event, "plover" | "quad" | "score" | "cameo"> {
  if (type === null) return { plover: null, quad: null, score: null, cameo: null }
  const plover = ploverCategory(type, mode, status)
  return {
    plover,
    quad: codebook.quadOf(plover),
    score: codebook.scoreOf(plover, plover === type ? mode : null),
    cameo: codebook.cameoOf(plover, mode, contexts, {
      words: evidence.text.toLowerCase().match(/\p{L}+/gu) ?? [],
      ...(plover === type ? {} : { base: type }),
    }),
  }
}

const dateOf = (date: JudgedFields["date"]): EventDate | null =>
  date === null ? null : { ...date, precision: precisionOf(date), text: null, certain: true }

/** Somebody whom the article's coding knows keeps words, office and kind; of anybody else the words are looked for. */
function participantOf(party: JudgedParty, event: Event, { text, events }: Surroundings): Participant {
  const known = [event, ...events]
    .flatMap(({ actors, recipients }) => [...actors, ...recipients])
    .filter(({ name, country }) => name === party.name && country === party.country)
  const wanted = party.span ?? event.evidence
  const [one] = [...known].sort((a, b) => distance(a, wanted) - distance(b, wanted))
  const pointed = party.span !== null && party.span.end <= text.length ? party.span : undefined
  const words = one ?? pointed ?? nearestWords(party.name, event, text)
  const sectors = party.sector === null ? [] : [party.sector]
  return {
    name: party.name,
    country: party.country,
    sector: party.sector,
    sectors: one !== undefined && one.sector === party.sector ? one.sectors : sectors,
    role: one?.role ?? null,
    kind: one?.kind ?? (party.sector === "IGO" ? "organization" : "group"),
    text: text.slice(words.start, words.end),
    start: words.start,
    end: words.end,
  }
}

const distance = ({ start }: Span, from: Span): number => Math.abs(start - from.start)

/** The words nearest to the evidence; none, at its beginning, where they stand nowhere. */
function nearestWords(words: string, event: Event, text: string): Span {
  const { start } = event.evidence
  let nearest = -1
  for (let at = text.indexOf(words); at !== -1 && words !== ""; at = text.indexOf(words, at + 1))
    if (nearest === -1 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at
  return nearest === -1 ? { start, end: start } : { start: nearest, end: nearest + words.length }
}

/** A place that the article's coding knows keeps its coordinates; of any other they are unknown. */
function placeOf(
  place: JudgedFields["place"],
  event: Event,
  { text, events }: Surroundings,
): EventPlace | null {
  if (place === null) return null
  const known = [event, ...events].find(
    (other) => other.place?.name === place.name && other.place.country === place.country,
  )?.place
  if (known) return known
  const { start, end } = nearestWords(place.name, event, text)
  return { ...place, latitude: null, longitude: null, text: text.slice(start, end) }
}
