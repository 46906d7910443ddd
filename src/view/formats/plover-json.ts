import type { Participant, Quantity } from "../../record/index.ts"
import { cameoOf } from "./event-facts.ts"
import type { FormatNames, ReportSource } from "./format.ts"
import { QUAD_CODES } from "./polecat.ts"

type Json = Readonly<Record<string, unknown>>

/** Leaves out what is not known: PLOVER's JSON has no nulls. */
const known = (fields: Json): Json =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0),
    ),
  )

const partyOf = ({ name, country, sector, role, text }: Participant): Json =>
  known({ code: country, sector, entity_text: text || name, identifier_text: name, office: role })

/** Unit → PLOVER's field of `size`. */
const SIZES: Readonly<Record<string, string>> = {
  killed: "dead",
  dead: "dead",
  injured: "injured",
  wounded: "injured",
  arrested: "arrested",
  detained: "arrested",
}

const sizeOf = (quantities: readonly Quantity[]): Json =>
  Object.fromEntries(
    quantities.flatMap(({ unit, value }) => {
      const field = SIZES[unit ?? ""]
      return field === undefined ? [] : [[field, value]]
    }),
  )

/** A report as PLOVER's JSON record, with our own fields under `chancery`. */
export function ploverJson({ event, document, outlet, happening }: ReportSource, names: FormatNames): Json {
  const type = event.plover ?? event.type
  return known({
    id: event.id,
    has_event: type !== null,
    date: event.date?.start,
    enddate: event.date?.end === event.date?.start ? null : event.date?.end,
    actor: event.actors.map(partyOf),
    recipient: event.recipients.map(partyOf),
    event: type === null ? [] : [type],
    event_loc: event.place && {
      ...known({
        extracted_place: event.place.text,
        resolved_place: event.place.name,
        lat: event.place.latitude,
        lon: event.place.longitude,
        country: event.place.country && names.countries.name(event.place.country),
        country_code: event.place.country,
      }),
    },
    event_text: event.evidence.text,
    quad_code: type === null ? null : QUAD_CODES[names.codebook.quadOf(type)],
    event_scale: type === null ? null : type === event.type ? event.score : names.codebook.scoreOf(type),
    mode: type === event.type && event.mode !== null ? [event.mode] : [],
    context: event.contexts,
    link: happening?.id,
    text_info: { sequence: event.sentence + 1, start: event.evidence.start, end: event.evidence.end },
    cite_info: known({
      citation: event.document,
      url: document.url,
      title: document.title,
      publication: outlet?.name ?? document.publisher?.name,
      coder: document.coder,
      codebook: "PLOVER",
      version: names.version,
    }),
    size: sizeOf(event.quantities),
    coder: event.coder,
    chancery: known({
      happening: happening?.id,
      type: event.type,
      status: event.status,
      background: event.background,
      cameo: cameoOf(event, names),
      attribution: event.attribution,
      quantities: event.quantities,
      confidence: event.confidence,
      published: document.published,
    }),
  })
}
