import type { EventPlace, Participant } from "../../record/index.ts"
import { cameoActor, cameoOf, compactDay, isCountryItself } from "./event-facts.ts"
import {
  type Cell,
  type Column,
  type FormatNames,
  type HappeningSource,
  integer,
  number,
  type TableFormat,
  text,
} from "./format.ts"
import { numberId } from "./number-id.ts"
import { type Sides, sidesOf } from "./sides.ts"

/** GDELT's own rule: protest (14) is verbal conflict there. */
export function gdeltQuad(root: string): number {
  const family = Number(root)
  if (family <= 5) return 1
  if (family <= 8) return 2
  return family <= 14 ? 3 : 4
}

const UNKNOWN = "Not known"
const actorColumns = (at: 1 | 2): Column[] => [
  text(`Actor${at}Code`, "CAMEO actor: country and role"),
  text(`Actor${at}Name`, "Name in capitals"),
  text(`Actor${at}CountryCode`, "CAMEO country"),
  ...["KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"].map((name) =>
    text(`Actor${at}${name}`, UNKNOWN),
  ),
  ...[1, 2, 3].map((type) => text(`Actor${at}Type${type}Code`, "CAMEO role")),
]
const geoColumns = (prefix: string, known: boolean): Column[] => [
  integer(`${prefix}Geo_Type`, known ? "1 where the place is a country as a whole" : UNKNOWN),
  text(`${prefix}Geo_FullName`, known ? "Resolved place" : UNKNOWN),
  text(`${prefix}Geo_CountryCode`, known ? "FIPS 10-4" : UNKNOWN),
  text(`${prefix}Geo_ADM1Code`, UNKNOWN),
  text(`${prefix}Geo_ADM2Code`, UNKNOWN),
  number(`${prefix}Geo_Lat`, known ? "Degrees, WGS 84" : UNKNOWN),
  number(`${prefix}Geo_Long`, known ? "Degrees, WGS 84" : UNKNOWN),
  text(`${prefix}Geo_FeatureID`, UNKNOWN),
]

/** GDELT's number for one directed side of a happening. */
export const gdeltId = (happening: string, { actor, recipient }: Sides): number =>
  numberId(JSON.stringify([happening, actor.name, actor.country, recipient?.name, recipient?.country]))

/** GDELT 2.0's sixty-one event columns, without a header; one row for each happening and directed pair of participants. */
export const GDELT_EVENTS: TableFormat<HappeningSource> = {
  columns: [
    integer("GLOBALEVENTID", "Number made from the id of the happening and its sides"),
    text("SQLDATE", "First day, YYYYMMDD"),
    text("MonthYear", "YYYYMM"),
    text("Year", "YYYY"),
    number("FractionDate", "Year and share of it, as GDELT counts it: (month * 30 + day) / 365"),
    ...actorColumns(1),
    ...actorColumns(2),
    integer("IsRootEvent", "1 where a report tells it in its first two sentences, headline included"),
    text("EventCode", "Closest CAMEO code"),
    text("EventBaseCode", "Its first three digits"),
    text("EventRootCode", "Its first two digits"),
    integer("QuadClass", "By GDELT's rule: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict"),
    number("GoldsteinScale", "Goldstein's score of the code"),
    integer("NumMentions", "Reports"),
    integer("NumSources", "Outlets"),
    integer("NumArticles", "Documents"),
    number("AvgTone", "Not measured"),
    ...geoColumns("Actor1", false),
    ...geoColumns("Actor2", false),
    ...geoColumns("Action", true),
    text("DATEADDED", "First report, YYYYMMDD and six zeros: the hour is not kept"),
    text("SOURCEURL", "Address of the report that tells it best"),
  ],
  rowsOf: (source, names) => sidesOf(source.happening).map((sides) => eventRow(source, sides, names)),
}

function eventRow({ happening, reports }: HappeningSource, sides: Sides, names: FormatNames): Cell[] {
  const best = reports[0]
  const code = best === undefined ? null : cameoOf(best.event, names)
  const first = happening.firstReported?.day
  return [
    gdeltId(happening.id, sides),
    ...dateCells(happening.date?.start),
    ...actorCells(sides.actor, names),
    ...actorCells(sides.recipient, names),
    reports.some(({ event }) => event.sentence <= 1) ? 1 : 0,
    code,
    code?.slice(0, 3) ?? null,
    code?.slice(0, 2) ?? null,
    code && gdeltQuad(code.slice(0, 2)),
    code && (names.codebook.goldstein(code) ?? null),
    happening.events.length,
    happening.outlets.length || null,
    happening.documents.length,
    null,
    ...Array<null>(16).fill(null),
    ...placeCells(happening.place, names),
    first === undefined ? null : `${compactDay(first)}000000`,
    best?.document.url ?? null,
  ]
}

function dateCells(date: string | undefined): Cell[] {
  if (date === undefined) return [null, null, null, null]
  const day = compactDay(date)
  const fraction = (Number(day.slice(4, 6)) * 30 + Number(day.slice(6))) / 365
  return [day, day.slice(0, 6), day.slice(0, 4), Number((Number(day.slice(0, 4)) + fraction).toFixed(4))]
}

function actorCells(actor: Participant | null, names: FormatNames): Cell[] {
  if (actor === null) return Array<null>(10).fill(null)
  const [first = null, second = null, third = null] = actor.sectors
  return [
    cameoActor(actor, names),
    actor.name.toUpperCase(),
    actor.country && names.countries.cameo(actor.country),
    ...[null, null, null, null],
    ...[first, second, third],
  ]
}

function placeCells(place: EventPlace | null, names: FormatNames): Cell[] {
  if (place === null) return Array<null>(8).fill(null)
  const { country, latitude, longitude } = place
  return [
    isCountryItself(place, names) ? 1 : null,
    place.name,
    country && names.countries.fips(country),
    ...[null, null],
    ...[latitude, longitude],
    null,
  ]
}
