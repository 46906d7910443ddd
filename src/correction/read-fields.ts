import {
  EVENT_TYPES,
  isCalendarDay,
  JUDGED_FIELDS,
  type JudgedField,
  type JudgedFields,
  type JudgedParty,
  type Span,
  STATUSES,
} from "../record/index.ts"
import { type Json, object, offset, oneOf, orNull, words, wrong } from "./json.ts"

const LONGEST_NAME = 300
/** Nobody lists more participants by hand. */
const MOST_PARTIES = 60

type Readers = { readonly [Field in JudgedField]: (value: unknown) => JudgedFields[Field] }

const READERS: Readers = {
  type: (value) => orNull(value, (given) => oneOf(given, "type", EVENT_TYPES)),
  mode: (value) => orNull(value, (given) => words(given, "mode", LONGEST_NAME)),
  status: (value) => oneOf(value, "status", STATUSES),
  background: (value) => {
    if (typeof value !== "boolean") throw wrong("background", value, "true or false")
    return value
  },
  actors: (value) => parties(value, "actors"),
  recipients: (value) => parties(value, "recipients"),
  date: (value) => orNull(value, days),
  place: (value) => orNull(value, place),
}

/** Every field that an analyst judges. Throws CorrectionError where one is missing or wrong. */
export const readAllFields = (value: unknown, field: string): JudgedFields => {
  const given = object(value, field)
  return Object.fromEntries(JUDGED_FIELDS.map((name) => [name, READERS[name](given[name])])) as {
    -readonly [Field in JudgedField]: JudgedFields[Field]
  }
}

/** Those that are given. Throws CorrectionError where one is wrong or unknown. */
export function readSomeFields(value: unknown, field: string): Partial<JudgedFields> {
  const given = object(value, field)
  const unknown = Object.keys(given).find((name) => !(JUDGED_FIELDS as readonly string[]).includes(name))
  if (unknown !== undefined) throw wrong(field, unknown, `of the fields ${JUDGED_FIELDS.join(", ")}`)
  return Object.fromEntries(
    JUDGED_FIELDS.filter((name) => name in given).map((name) => [name, READERS[name](given[name])]),
  ) as Partial<JudgedFields>
}

function parties(value: unknown, field: string): JudgedParty[] {
  if (!Array.isArray(value) || value.length > MOST_PARTIES)
    throw wrong(field, value, `a list of at most ${MOST_PARTIES} of {"name", "country", "sector"}`)
  return value.map((one) => party(object(one, field), field))
}

const party = ({ name, country, sector, span }: Json, field: string): JudgedParty => ({
  name: words(name, `${field}.name`, LONGEST_NAME),
  country: orNull(country, (given) => alpha3(given, `${field}.country`)),
  sector: orNull(sector, (given) => code(given, `${field}.sector`)),
  span: orNull(span, (given) => readSpan(given, `${field}.span`)),
})

function alpha3(value: unknown, field: string): string {
  if (typeof value !== "string" || !/^[A-Z]{3}$/.test(value))
    throw wrong(field, value, "an alpha-3 code such as BLR, or null")
  return value
}

function code(value: unknown, field: string): string {
  if (typeof value !== "string" || !/^[A-Z]{2,4}$/.test(value))
    throw wrong(field, value, "a sector such as GOV, or null")
  return value
}

export function readSpan(value: unknown, field: string): Span {
  const { start, end } = object(value, field)
  const span = { start: offset(start, `${field}.start`), end: offset(end, `${field}.end`) }
  if (span.end < span.start) throw wrong(field, value, "a stretch that ends after it begins")
  return span
}

function days(value: unknown): NonNullable<JudgedFields["date"]> {
  const { start, end = start } = object(value, "date")
  for (const [field, day] of Object.entries({ start, end }))
    if (typeof day !== "string" || !isCalendarDay(day))
      throw wrong(`date.${field}`, day, "a day such as 2023-12-03")
  if (String(end) < String(start)) throw wrong("date.end", end, `no day before ${String(start)}`)
  return { start: String(start), end: String(end) }
}

function place(value: unknown): NonNullable<JudgedFields["place"]> {
  const { name, country } = object(value, "place")
  return {
    name: words(name, "place.name", LONGEST_NAME),
    country: orNull(country, (given) => alpha3(given, "place.country")),
  }
}
