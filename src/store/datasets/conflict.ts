import { asInteger, asNumber, type DatasetFormat, dayAndNumbers, isoDay } from "./dataset.ts"

/** "2023-12-03" or "03 December 2023", as ACLED's exports differ. */
const acledDay = (text: string): string =>
  `coalesce(${isoDay(text)}, try_strptime(${text}, '%d %B %Y')::DATE)`

/** "Military Forces of Russia (2000-)" and "Protesters (Belarus)" name a state; of "Unidentified Armed Group (Ukraine)" only the place is known. */
const acledState = (text: string): string =>
  `CASE WHEN ${text} NOT LIKE 'Unidentified%' THEN coalesce(nullif(regexp_extract(${text}, ' of (?:the )?([^()]+?) *\\(', 1), ''),
    nullif(regexp_extract(${text}, '\\(([^()0-9]+)\\)', 1), '')) END`

/** ACLED's categories as PLOVER's: fighting is ASSAULT, demonstrating PROTEST; strategic developments by what they are. */
const acledType = (event: string, sub: string): string =>
  `CASE WHEN ${event} IN ('Battles', 'Explosions/Remote violence', 'Violence against civilians') THEN 'ASSAULT'
    WHEN ${event} IN ('Protests', 'Riots') THEN 'PROTEST'
    WHEN ${sub} = 'Agreement' THEN 'AGREE'
    WHEN ${sub} = 'Arrests' THEN 'COERCE' END`

/** ACLED, from the user's own copy: CSV with a header. */
export const ACLED_FILES: DatasetFormat = {
  name: "acled",
  separator: "csv",
  header: "always",
  required: ["event_id_cnty", "event_date", "event_type", "actor1"],
  states: "name",
  columns: [],
  rules: (field) => dayAndNumbers(field, { event_date: acledDay }, ["latitude", "longitude"]),
  meaning: (field) => ({
    id: field("event_id_cnty"),
    start: acledDay(field("event_date")),
    actor: field("actor1"),
    recipient: field("actor2"),
    actorState: acledState(field("actor1")),
    recipientState: acledState(field("actor2")),
    code: `concat_ws(': ', ${field("event_type")}, ${field("sub_event_type")})`,
    type: acledType(field("event_type"), field("sub_event_type")),
    reports: `len(string_split(${field("source")}, ';'))::INTEGER`,
    place: field("location"),
    latitude: asNumber(field("latitude")),
    longitude: asNumber(field("longitude")),
    url: "NULL::VARCHAR",
  }),
}

/** UCDP's georeferenced events, from the user's own copy: organised violence, hence ASSAULT; states by Gleditsch and Ward's numbers. */
export const UCDP_FILES: DatasetFormat = {
  name: "ucdp-ged",
  separator: "csv",
  header: "always",
  required: ["id", "type_of_violence", "date_start", "date_end", "side_a"],
  states: "gw",
  manyStates: true,
  columns: [],
  rules: (field) => dayAndNumbers(field, { date_start: isoDay, date_end: isoDay }, ["latitude", "longitude"]),
  meaning: (field) => ({
    id: field("id"),
    start: isoDay(field("date_start")),
    end: isoDay(field("date_end")),
    actor: field("side_a"),
    recipient: field("side_b"),
    actorState: field("gwnoa"),
    recipientState: field("gwnob"),
    mutual: `${field("type_of_violence")} = '1'`,
    code: field("type_of_violence"),
    type: "'ASSAULT'",
    // -1 where the sources were not counted.
    reports: `CASE WHEN ${asInteger(field("number_of_sources"))} > 0 THEN ${asInteger(field("number_of_sources"))} END`,
    place: field("where_coordinates"),
    latitude: asNumber(field("latitude")),
    longitude: asNumber(field("longitude")),
    url: "NULL::VARCHAR",
  }),
}
