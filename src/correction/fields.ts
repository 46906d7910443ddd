import type { Event, JudgedField, JudgedFields, JudgedParty, Participant } from "../record/index.ts"
import { JUDGED_FIELDS } from "../record/index.ts"

/** What of an event an analyst judges, as it stands there. */
export const judgedFields = (event: Event): JudgedFields => ({
  type: event.type,
  mode: event.mode,
  status: event.status,
  background: event.background,
  actors: event.actors.map(judgedParty),
  recipients: event.recipients.map(judgedParty),
  date: event.date === null ? null : { start: event.date.start, end: event.date.end },
  place: event.place === null ? null : { name: event.place.name, country: event.place.country },
})

const judgedParty = ({ name, country, sector, start, end }: Participant): JudgedParty => ({
  name,
  country,
  sector,
  span: start < end ? { start, end } : null,
})

/** True where both say the same of the field; which words name a participant makes no difference. */
export const sameField = (field: JudgedField, a: JudgedFields, b: JudgedFields): boolean =>
  valueKey(field, a) === valueKey(field, b)

/** The fields in which `b` reads otherwise than `a`, in the order in which they are shown. */
export const changedFields = (a: JudgedFields, b: JudgedFields): JudgedField[] =>
  JUDGED_FIELDS.filter((field) => !sameField(field, a, b))

/** These fields of the whole. */
export const pick = (fields: JudgedFields, names: readonly JudgedField[]): Partial<JudgedFields> =>
  Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<JudgedFields>

function valueKey(field: JudgedField, fields: JudgedFields): string {
  if (field === "actors" || field === "recipients") return fields[field].map(partyKey).sort().join("\n")
  if (field === "date") return `${fields.date?.start} ${fields.date?.end}`
  return field === "place" ? `${fields.place?.name} ${fields.place?.country}` : String(fields[field])
}

const partyKey = ({ name, country, sector }: JudgedParty): string => `${country} ${sector} ${name}`
