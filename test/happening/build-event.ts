import type { Event, EventDate, EventPlace, Participant, Quantity, Status } from "../../src/record/index.ts"

/** What a test says of an event; everything else is filled in. */
export interface EventSketch {
  readonly id?: string
  readonly document?: string
  readonly sentence?: number
  readonly type?: Event["type"]
  readonly mode?: string
  readonly status?: Status
  readonly background?: boolean
  /** "BLR", or "Alexander Lukashenko/BLR" for a person, "@United Nations" for an organization, "?gunmen" for somebody unknown. */
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly reciprocal?: boolean
  /** "2023-12-03", "2023-12-03/2023-12-05", "2023-03" for a month; "~2023-12-03" for one filled in. */
  readonly date?: string
  readonly place?: EventPlace
  readonly quantities?: readonly Quantity[]
  readonly evidence?: string
  /** The word that the event is read from. */
  readonly trigger?: string
  /** Who says so, outermost first. */
  readonly attribution?: Event["attribution"]
  readonly quad?: Event["quad"]
  readonly score?: number
}

let made = 0

export function buildEvent(sketch: EventSketch): Event {
  const id = sketch.id ?? `e${++made}`
  const text = sketch.evidence ?? "The two sides acted."
  return {
    id,
    document: sketch.document ?? `d-${id}`,
    sentence: sketch.sentence ?? 0,
    evidence: { start: 0, end: text.length, text },
    type: sketch.type === undefined ? "CONSULT" : sketch.type,
    plover: sketch.type === undefined ? "CONSULT" : sketch.type,
    mode: sketch.mode ?? null,
    contexts: [],
    cameo: null,
    quad: sketch.quad ?? "verbal cooperation",
    score: sketch.score ?? 2.5,
    status: sketch.status ?? "occurred",
    background: sketch.background ?? false,
    actors: (sketch.actors ?? []).map(buildParticipant),
    recipients: (sketch.recipients ?? []).map(buildParticipant),
    reciprocal: sketch.reciprocal ?? false,
    date: sketch.date === undefined ? null : buildDate(sketch.date),
    place: sketch.place ?? null,
    attribution: sketch.attribution ?? [],
    quote: null,
    quantities: sketch.quantities ?? [],
    topics: [],
    confidence: 0.9,
    coder: "chancery test",
    trigger:
      sketch.trigger === undefined ? null : { text: sketch.trigger, start: 0, end: sketch.trigger.length },
    reasons: [],
  }
}

function buildParticipant(words: string): Participant {
  const [named = "", country] = words.split("/")
  const name = named.replace(/^[@?]/, "")
  const code = country ?? (name === named ? name : null)
  const sector = code !== null ? "GOV" : named.startsWith("@") ? "IGO" : null
  return {
    name,
    text: name,
    start: 0,
    end: name.length,
    country: code,
    sector,
    sectors: sector === null ? [] : [sector],
    role: null,
    kind:
      country !== undefined ? "person" : code !== null ? "state" : sector === null ? "group" : "organization",
  }
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function buildDate(words: string): EventDate {
  const certain = !words.startsWith("~")
  const [start = "", end = start] = words.replace("~", "").split("/")
  if (start.length > 7) return { start, end, precision: "day", text: certain ? words : null, certain }
  if (start.length === 4)
    return { start: `${start}-01-01`, end: `${start}-12-31`, precision: "year", text: words, certain }
  const last = LAST_DAYS[Number(start.slice(5)) - 1]
  return { start: `${start}-01`, end: `${start}-${last}`, precision: "month", text: words, certain }
}

export const PLACES = {
  beijing: { name: "Beijing", country: "CHN", latitude: 39.91, longitude: 116.4, text: "Beijing" },
  minsk: { name: "Minsk", country: "BLR", latitude: 53.9, longitude: 27.57, text: "Minsk" },
  kharkiv: { name: "Kharkiv", country: "UKR", latitude: 49.99, longitude: 36.23, text: "Kharkiv" },
  kharkivRegion: {
    name: "Kharkiv Oblast",
    country: "UKR",
    latitude: 49.5,
    longitude: 36.4,
    text: "Kharkiv region",
  },
  odesa: { name: "Odesa", country: "UKR", latitude: 46.48, longitude: 30.73, text: "Odesa" },
} as const
