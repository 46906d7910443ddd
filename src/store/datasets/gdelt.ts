import { literal } from "../sql.ts"
import {
  asInteger,
  asNumber,
  compactDay,
  type DatasetFormat,
  type Field,
  noDay,
  noNumber,
} from "./dataset.ts"

const actor = (at: 1 | 2): string[] =>
  [
    ...["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"],
    ...["Type1Code", "Type2Code", "Type3Code"],
  ].map((name) => `Actor${at}${name}`)
const geo = (prefix: string): string[] =>
  ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map(
    (name) => `${prefix}Geo_${name}`,
  )

/** A cell that must hold digits alone. */
const noId = (field: Field) => ({
  broken: `try_cast(${field("GLOBALEVENTID")} AS BIGINT) IS NULL`,
  message: `${literal('GLOBALEVENTID "')} || coalesce(${field("GLOBALEVENTID")}, '') || '" is no number'`,
})

/** GDELT 2.0 events: 61 columns, no header. */
export const GDELT_EVENT_FILES: DatasetFormat = {
  name: "gdelt2",
  separator: "tab",
  header: "never",
  required: [],
  states: "cameo",
  columns: [
    ...["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    ...actor(1),
    ...actor(2),
    ...["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    ...geo("Actor1"),
    ...geo("Actor2"),
    ...geo("Action"),
    ...["DATEADDED", "SOURCEURL"],
  ],
  rules: (field) => [
    noId(field),
    noDay(field, "SQLDATE", compactDay(field("SQLDATE"))),
    {
      broken: `${field("QuadClass")} NOT IN ('1', '2', '3', '4')`,
      message: `'QuadClass "' || ${field("QuadClass")} || '" is none of 1 to 4'`,
    },
    ...["GoldsteinScale", "NumMentions", "ActionGeo_Lat", "ActionGeo_Long"].map((name) =>
      noNumber(field, name),
    ),
  ],
  meaning: (field) => ({
    id: field("GLOBALEVENTID"),
    start: compactDay(field("SQLDATE")),
    actor: field("Actor1Name"),
    recipient: field("Actor2Name"),
    actorState: field("Actor1CountryCode"),
    recipientState: field("Actor2CountryCode"),
    code: field("EventCode"),
    quadNumber: field("QuadClass"),
    score: asNumber(field("GoldsteinScale")),
    reports: asInteger(field("NumMentions")),
    place: field("ActionGeo_FullName"),
    latitude: asNumber(field("ActionGeo_Lat")),
    longitude: asNumber(field("ActionGeo_Long")),
    url: field("SOURCEURL"),
  }),
}

/** Columns of GDELT 2.0 mentions; the last, empty one is not always there. */
export const GDELT_MENTION_COLUMNS: readonly string[] = [
  ...["GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName"],
  ...["MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset"],
  ...["InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo"],
]

export const mentionRules = (field: Field) => [
  noId(field),
  noDay(field, "MentionTimeDate", compactDay(field("MentionTimeDate"))),
  noNumber(field, "Confidence"),
]
