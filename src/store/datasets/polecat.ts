import { asNumber, type DatasetFormat, isoDay, noDay, noNumber } from "./dataset.ts"

const side = (name: string): string[] => [
  ...[`${name} Name`, `${name} Country`, `${name} COW`, `Primary ${name} Sector`, `${name} Sectors`],
  ...[`${name} Title`, `${name} Name Raw`, `Wikipedia ${name} ID`],
]
/** PLOVER's own names; what a file names otherwise has no category with us. */
const TYPES =
  "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"

/** POLECAT: about 40 columns with a header whose names vary; states as alpha-3 codes, several in one cell. */
export const POLECAT_FILES: DatasetFormat = {
  name: "polecat",
  separator: "tab",
  header: "usual",
  required: ["Event ID", "Event Date", "Event Type", "Actor Country", "Recipient Country"],
  states: "alpha3",
  manyStates: true,
  columns: [
    ...["Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"],
    ...side("Actor"),
    ...side("Recipient"),
    ...["Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"],
    ...["Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"],
    ...["Story Organizations", "Story Locations", "Language", "Version"],
  ],
  rules: (field) => [
    noDay(field, "Event Date", isoDay(field("Event Date"))),
    ...["Intensity", "Latitude", "Longitude"].map((name) => noNumber(field, name)),
  ],
  meaning: (field) => ({
    id: field("Event ID"),
    start: isoDay(field("Event Date")),
    actor: field("Actor Name"),
    recipient: field("Recipient Name"),
    actorState: field("Actor Country"),
    recipientState: field("Recipient Country"),
    code: field("Event Type"),
    type: `CASE WHEN upper(${field("Event Type")}) IN (SELECT unnest(string_split('${TYPES}', ' '))) THEN upper(${field("Event Type")}) END`,
    score: asNumber(field("Intensity")),
    place: `coalesce(${field("Placename")}, ${field("City")}, ${field("Country")})`,
    latitude: asNumber(field("Latitude")),
    longitude: asNumber(field("Longitude")),
    url: "NULL::VARCHAR",
  }),
}
