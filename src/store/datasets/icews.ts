import { asNumber, type DatasetFormat, dayAndNumbers, isoDay } from "./dataset.ts"

const side = (name: string): string[] => [`${name} Name`, `${name} Sectors`, `${name} Country`]

/** ICEWS: 20 columns, with a header, in spaces or in lower_snake. */
export const ICEWS_FILES: DatasetFormat = {
  name: "icews",
  separator: "tab",
  header: "usual",
  required: ["Event ID", "Event Date", "Source Country", "Target Country", "CAMEO Code"],
  states: "name",
  columns: [
    ...["Event ID", "Event Date", ...side("Source"), "Event Text", "CAMEO Code", "Intensity"],
    ...[...side("Target"), "Story ID", "Sentence Number", "Publisher", "City", "District"],
    ...["Province", "Country", "Latitude", "Longitude"],
  ],
  rules: (field) => dayAndNumbers(field, { "Event Date": isoDay }, ["Intensity", "Latitude", "Longitude"]),
  meaning: (field) => ({
    id: field("Event ID"),
    start: isoDay(field("Event Date")),
    actor: field("Source Name"),
    recipient: field("Target Name"),
    actorState: field("Source Country"),
    recipientState: field("Target Country"),
    code: field("CAMEO Code"),
    score: asNumber(field("Intensity")),
    place: `coalesce(${field("City")}, ${field("Province")}, ${field("Country")})`,
    latitude: asNumber(field("Latitude")),
    longitude: asNumber(field("Longitude")),
    url: "NULL::VARCHAR",
  }),
}
