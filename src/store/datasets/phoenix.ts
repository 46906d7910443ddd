import { asNumber, compactDay, type DatasetFormat, dayAndNumbers } from "./dataset.ts"

const side = (name: string): string[] => [name, `${name}_root`, `${name}_agent`, `${name}_others`]

/** Phoenix: 26 columns, no header. Its quad class 0, statements, is no class of ours. */
export const PHOENIX_FILES: DatasetFormat = {
  name: "phoenix",
  separator: "tab",
  header: "never",
  required: [],
  states: "cameo",
  columns: [
    ...["id", "date", "year", "month", "day", ...side("source"), ...side("target")],
    ...["code", "root_code", "quad_class", "goldstein", "joined_issues", "lat", "lon"],
    ...["placename", "statename", "countryname", "sentence_ids", "urls", "news_sources"],
  ],
  rules: (field) => dayAndNumbers(field, { date: compactDay }, ["goldstein", "lat", "lon"]),
  meaning: (field) => ({
    id: field("id"),
    start: compactDay(field("date")),
    actor: field("source"),
    recipient: field("target"),
    actorState: field("source_root"),
    recipientState: field("target_root"),
    code: field("code"),
    quadNumber: field("quad_class"),
    score: asNumber(field("goldstein")),
    reports: `len(string_split(${field("urls")}, ';'))::INTEGER`,
    place: `coalesce(${field("placename")}, ${field("countryname")})`,
    latitude: asNumber(field("lat")),
    longitude: asNumber(field("lon")),
    url: `split_part(${field("urls")}, ';', 1)`,
  }),
}
