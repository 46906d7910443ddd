import type { EventDate, EventPlace, Quantity, Status, Version } from "../record/index.ts"
import {
  type Candidate,
  type Choice,
  candidatesFor,
  choose,
  FIRST,
  LATEST,
  MOST_OWNERS,
  type Preferences,
} from "./choice.ts"
import { outletNames, voicesAmong } from "./corroboration.ts"
import { isLightVerb } from "./light-verbs.ts"
import { PLANS, type Report } from "./report.ts"
import type { Voice } from "./voices.ts"

/** What a happening takes as its own where its reports differ, and every version with those who give it. */
export interface Settled {
  readonly date: EventDate | null
  readonly place: EventPlace | null
  readonly mode: string | null
  readonly quantities: readonly Quantity[]
  readonly versions: readonly Version[]
}

type Voices = ReadonlyMap<string, Voice>

/** Periods of the calendar from the most to the least precise. */
const PRECISIONS = ["time", "day", "week", "month", "quarter", "season", "year", "decade", "century"]
/** A time of day tells no more of which day than the day does. */
const precisionOf = ({ precision }: EventDate): number => Math.max(1, PRECISIONS.indexOf(precision))
const daysOf = ({ start, end }: EventDate): number => Date.parse(end) - Date.parse(start)
const contains = (a: EventDate, b: EventDate): boolean => a.start <= b.start && b.end <= a.end

const DATE_PREFERENCES: Preferences<EventDate> = [
  ["most precise", (a, b) => precisionOf(a.value) - precisionOf(b.value)],
  [
    "widest",
    (a, b) =>
      contains(a.value, b.value) || contains(b.value, a.value) ? daysOf(b.value) - daysOf(a.value) : 0,
  ],
  MOST_OWNERS,
  FIRST,
]

/** Settles the fields of a happening of the given type and status. Reports come in the order in which they tell best. */
export function settle(
  reports: readonly Report[],
  {
    type,
    status,
    voices,
  }: { readonly type: Report["type"]; readonly status: Status; readonly voices: Voices },
): Settled {
  const grounds = reports.filter((report) => report.status === status)
  const dates = candidatesFor(reports, voices, dateValues)
  const own = candidatesFor(grounds, voices, dateValues)
  const date = choose(own.length > 0 ? own : candidatesFor(grounds, voices, filledInDates), DATE_PREFERENCES)
  const places = candidatesFor(reports, voices, ({ place }) => (place === null ? [] : [[place.name, place]]))
  const place = choose(places, [MOST_OWNERS, FIRST])
  const modes = candidatesFor(reports, voices, ({ event: { mode, type: given } }) =>
    mode === null || given !== type ? [] : [[mode, mode]],
  )
  const mode = choose(modes, [MOST_OWNERS, FIRST])
  const quantities = quantityFields(reports, voices)
  const statuses = candidatesFor(reports, voices, statusValues)
  const words = candidatesFor(grounds, voices, wordValues)
  return {
    date: date?.taken.value ?? anyDate(reports),
    place: place?.taken.value ?? anyPlace(reports),
    mode: mode?.taken.value ?? null,
    quantities: quantities.flatMap(({ choice }) => choice?.taken.value ?? []),
    versions: [
      ...differing("date", dates, date, voices),
      ...differing("place", places, place, voices),
      ...quantities.flatMap(({ candidates, choice }) => differing("quantity", candidates, choice, voices)),
      ...differing("status", statuses, statusChoice(statuses, status), voices),
      ...differing("mode", modes, mode, voices),
      ...differing("word", words, choose(words, [MOST_OWNERS, FIRST]), voices),
    ],
  }
}

/** A filled-in date is no version, and a plan's date is history. */
const dateValues = ({ event: { date }, status }: Report): [string, EventDate][] =>
  date?.certain && !PLANS.has(status)
    ? [[date.start === date.end ? date.start : `${date.start}/${date.end}`, date]]
    : []

const filledInDates = ({ event: { date } }: Report): [string, EventDate][] =>
  date === null ? [] : [[`${date.certain ? "" : "~"}${date.start}/${date.end}`, date]]

const anyDate = (reports: readonly Report[]): EventDate | null =>
  reports.find(({ event }) => event.date?.certain)?.event.date ??
  reports.find(({ event }) => event.date !== null)?.event.date ??
  null
const anyPlace = (reports: readonly Report[]): EventPlace | null =>
  reports.find(({ event }) => event.place !== null)?.event.place ?? null

/** Plans that come true are history; that it happened, that it did not and that somebody denies it are versions. */
const statusValues = ({ status }: Report): [string, Status][] => (PLANS.has(status) ? [] : [[status, status]])

/** What word settles it is a matter of order; where it is also the word of most, that is said. */
function statusChoice(candidates: readonly Candidate<Status>[], status: Status): Choice<Status> | undefined {
  const taken = candidates.find(({ value }) => value === status)
  if (taken === undefined) return undefined
  const most = candidates.every((other) => other === taken || other.owners < taken.owners)
  return { taken, grounds: most ? "most owners" : "latest" }
}

/** The word for it: invasion or special operation, freed or pardoned; verbs that any act is told with say nothing. */
const wordValues = ({ event: { trigger } }: Report): [string, string][] => {
  const word = trigger?.text.toLowerCase() ?? ""
  return word === "" || isLightVerb(word) ? [] : [[word, word]]
}

/** Amounts are compared within their kind and unit: five killed here and seven there, not five killed and two visits. */
function quantityFields(reports: readonly Report[], voices: Voices) {
  const kinds = [...new Set(reports.flatMap(({ event }) => event.quantities.map(quantityKind)))].sort()
  return kinds.map((kind) => {
    const candidates = candidatesFor(reports, voices, ({ event }) =>
      event.quantities
        .filter((quantity) => quantityKind(quantity) === kind)
        .map((quantity) => [quantityLabel(quantity), quantity] as const),
    )
    return { candidates, choice: choose(candidates, [MOST_OWNERS, LATEST]) }
  })
}

const quantityKind = ({ kind, unit }: Quantity): string => `${kind} ${unit ?? ""}`
const quantityLabel = ({ value, unit }: Quantity): string => (unit === null ? `${value}` : `${value} ${unit}`)

/** Empty where all reports that speak of the field agree. */
function differing<T>(
  field: Version["field"],
  candidates: readonly Candidate<T>[],
  choice: Choice<T> | undefined,
  voices: Voices,
): Version[] {
  if (candidates.length < 2) return []
  return candidates.map(({ label, reports, owners }) => ({
    field,
    value: label,
    documents: [...new Set(reports.map(({ event }) => event.document))].sort(),
    outlets: outletNames(voicesAmong(reports, voices)),
    independentOwners: owners,
    taken: choice?.taken.label === label ? choice.grounds : null,
  }))
}
