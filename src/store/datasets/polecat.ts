import { EVENT_TYPES } from "../../record/index.ts"
import { literal } from "../sql.ts"
import { asNumber, type DatasetFormat, dayAndNumbers, isoDay } from "./dataset.ts"

const side = (name: string): string[] => [
  ...[`${name} Name`, `${name} Country`, `${name} COW`, `Primary ${name} Sector`, `${name} Sectors`],
  ...[`${name} Title`, `${name} Name Raw`, `Wikipedia ${name} ID`],
]
/** PLOVER's own names as SQL; what a file names otherwise has no category with us. */
const TYPES = EVENT_TYPES.map(literal).join(", ")

const NUMBER = /^-?\d{1,9}(?:\.\d{1,20})?$/
const DAY = /^\d{4}-\d\d-\d\d/
const LIST_OF_STATES = /^[A-Z]{3}(?:[;,] ?[A-Z]{3})*$/
const WORD = /^[a-z_-]+$/i
const shapesOf = (name: string): Readonly<Record<string, RegExp>> => ({
  [`${name} Country`]: LIST_OF_STATES,
  [`${name} COW`]: /^[\d;, ]+$/,
  [`Primary ${name} Sector`]: /^[A-Z;, ]+$/,
  [`${name} Sectors`]: /^[A-Z;, ]+$/,
})

/** POLECAT: about 40 columns with a header whose names vary; states as alpha-3 codes, several in one cell. */
export const POLECAT_FILES: DatasetFormat = {
  name: "polecat",
  separator: "tab",
  header: "usual",
  required: ["Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country"],
  states: "alpha3",
  manyStates: true,
  shapes: {
    "Event Date": DAY,
    "Event Type": new RegExp(`^(?:${EVENT_TYPES.join("|")})$`, "i"),
    "Event Mode": WORD,
    Intensity: NUMBER,
    "Quad Code": /^[1-4]$|^[a-z -]+$/i,
    Contexts: /^[a-z_-]+(?:[;,] ?[a-z_-]+)*$/,
    ...shapesOf("Actor"),
    ...shapesOf("Recipient"),
    Country: /^\D+$/,
    Latitude: NUMBER,
    Longitude: NUMBER,
    "GeoNames ID": /^\d+$/,
    "Publication Date": DAY,
  },
  columns: [
    ...["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"],
    ...side("Actor"),
    ...side("Recipient"),
    ...["Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"],
    ...["Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"],
    ...["Story Organizations", "Story Locations", "Language", "Version"],
  ],
  rules: (field) => dayAndNumbers(field, { "Event Date": isoDay }, ["Intensity", "Latitude", "Longitude"]),
  meaning: (field) => ({
    id: field("Event ID"),
    start: isoDay(field("Event Date")),
    actor: field("Actor Name"),
    recipient: field("Recipient Name"),
    actorState: field("Actor Country"),
    recipientState: field("Recipient Country"),
    code: field("Event Type"),
    type: `CASE WHEN upper(${field("Event Type")}) IN (${TYPES}) THEN upper(${field("Event Type")}) END`,
    score: asNumber(field("Intensity")),
    place: `coalesce(${field("Placename")}, ${field("City")}, ${field("Country")})`,
    latitude: asNumber(field("Latitude")),
    longitude: asNumber(field("Longitude")),
    url: "NULL::VARCHAR",
  }),
}
