import type { Event } from "../record/index.ts"

/**
 * From the contract's outputs to the lines that the development sets' scorers read.
 * This room judges the coder, so it sees only what a user sees: the JSON of the commands.
 */

/** Output of `chancery annotate`, one line a document (the fields used here). */
export interface AnnotationLine {
  readonly document: string
  readonly entities: readonly { start: number; end: number; text: string; type: string }[]
  readonly times: readonly { start: number; end: number; text: string; type: string; value: string }[]
  readonly places: readonly {
    start: number
    end: number
    latitude: number | null
    longitude: number | null
    geonames: number | null
  }[]
  readonly attributions: readonly {
    source: SpanJson | null
    cue: SpanJson | null
    content: SpanJson | null
  }[]
}

interface SpanJson {
  readonly start: number
  readonly end: number
}

/** Output of `chancery resolve`. */
export interface ResolvedLine {
  readonly id: string
  readonly actors: readonly {
    readonly name: string
    readonly country: string | null
    readonly sector: string | null
    readonly sectors: readonly string[]
  }[]
}

/** An event as `e2e/score.mjs` reads it: actors are `sources` there, and the type is PLOVER's strict category. */
export const toEndToEnd = (event: Event) => ({
  document: event.document,
  type: event.plover,
  status: event.status,
  sources: event.actors.map(({ country, name, text }) => ({ country, name, text })),
  recipients: event.recipients.map(({ country, name, text }) => ({ country, name, text })),
  evidence: { start: event.evidence.start, end: event.evidence.end },
  date: event.date && { start: event.date.start, end: event.date.end },
  place: event.place && { country: event.place.country, name: event.place.name },
  attribution: event.attribution.map(({ name }) => ({ name })),
  quantities: event.quantities.map(({ value, unit }) => ({ value, unit })),
})

/** The events of one document with given participants, as `score.mjs relation` and `codes` read them. */
export const toRelation = (id: string, events: readonly Event[]) => ({
  id,
  events: events.map(({ plover, cameo, actors, recipients }) => ({
    type: plover,
    cameo,
    sources: actors.map(({ country, sector }) => ({ country, sector })),
    recipients: recipients.map(({ country, sector }) => ({ country, sector })),
  })),
})

/** The actors set writes organisations of states into the country column, two of them with codes of their own. */
const ORGANIZATION_CODES: Readonly<Record<string, string>> = {
  "European Union": "EUR",
  "United Nations": "UNO",
}

/** A resolved phrase as `score.mjs actors` reads it: country, first and second sector. */
export function toActorCodes({ id, actors }: ResolvedLine) {
  const [actor] = actors
  if (actor === undefined) return { id, country: null, code_1: null, code_2: null }
  if (actor.country === null && actor.sector === "IGO")
    return {
      id,
      country: ORGANIZATION_CODES[actor.name] ?? "IGO",
      code_1: actor.sectors[1] ?? null,
      code_2: actor.sectors[2] ?? null,
    }
  return { id, country: actor.country, code_1: actor.sector, code_2: actor.sectors[1] ?? null }
}

export const toTimes = (line: AnnotationLine) => ({
  id: line.document,
  times: line.times.map(({ start, end, type, value }) => ({ start, end, type, value })),
})

export const toPlaces = (line: AnnotationLine) => ({
  id: line.document,
  places: line.places.map(({ start, end, latitude, longitude, geonames }) => ({
    start,
    end,
    lat: latitude,
    lon: longitude,
    geonameid: geonames,
  })),
})

export const toAttributions = (line: AnnotationLine) => ({
  id: line.document,
  attributions: line.attributions.map(({ source, cue, content }) => ({ source, cue, content })),
})

/** Entity types of the two entity sets by ours. */
const ENTITY_TYPES = {
  re3d: {
    person: "Person",
    organisation: "Organisation",
    group: "Organisation",
    country: "Location",
    place: "Location",
    nationality: "Nationality",
  },
  gum: {
    person: "person",
    organisation: "organization",
    group: "organization",
    country: "place",
    place: "place",
  },
} as const

/** Named entities in the type names of one of the two entity sets; types that a set does not have are left out. */
export const toEntities = (line: AnnotationLine, set: keyof typeof ENTITY_TYPES) => ({
  id: line.document,
  entities: line.entities.flatMap(({ start, end, type }) => {
    const name = (ENTITY_TYPES[set] as Record<string, string>)[type]
    return name === undefined ? [] : [{ start, end, type: name }]
  }),
})

/** Output of `chancery link` (the fields used here). */
export interface HappeningLine {
  readonly id: string
  readonly documents: readonly string[]
}

/** Documents that share a happening form a cluster (connected components); the others stand alone. */
export function toClusters(documents: readonly string[], happenings: readonly HappeningLine[]) {
  const parent = new Map(documents.map((id) => [id, id]))
  const root = (id: string): string => {
    let at = id
    while (parent.get(at) !== at) at = parent.get(at) ?? at
    return at
  }
  for (const happening of happenings) {
    const [first, ...rest] = happening.documents.filter((id) => parent.has(id))
    if (first !== undefined) for (const id of rest) parent.set(root(id), root(first))
  }
  return documents.map((id) => ({ id, cluster: root(id) }))
}
