import { Type } from "typebox"
import { attribution, eventDate, eventPlace, participant, quantity } from "./event.ts"
import {
  choice,
  count,
  country,
  countryCode,
  eventType,
  flag,
  isoDay,
  list,
  number,
  orNull,
  outletLabel,
  owner,
  pairCode,
  quad,
  status,
  text,
} from "./parts.ts"

const party = Type.Object(
  { name: text, country: countryCode, sector: orNull(text), role: orNull(text) },
  { $id: "Party" },
)
const rowFields = {
  id: text,
  type: eventType,
  typeName: text,
  mode: orNull(text),
  quad,
  status,
  start: orNull(isoDay),
  end: orNull(isoDay),
  precision: orNull(text),
  dateCertain: flag,
  place: orNull(eventPlace),
  actors: list(party),
  recipients: list(party),
  reciprocal: flag,
  reports: count,
  documents: count,
  independentOwners: count,
  onlyStateMedia: flag,
  score: orNull(number),
  headline: Type.String({ description: "The evidence sentence of the report that tells it best." }),
}
export const happeningRow = Type.Object(rowFields, { $id: "HappeningRow" })

const historyStep = Type.Object(
  {
    status,
    reported: orNull(text),
    date: orNull(eventDate),
    event: text,
    document: text,
    change: orNull(choice(["postponed", "cancelled"])),
  },
  { $id: "HistoryStep" },
)
const version = Type.Object(
  {
    field: choice(["date", "place", "quantity", "status", "mode", "word"]),
    value: text,
    documents: list(text),
    outlets: list(text),
    independentOwners: count,
    taken: orNull(choice(["most owners", "most precise", "widest", "latest", "first"])),
  },
  { $id: "Version" },
)
const report = Type.Object(
  {
    event: text,
    document: text,
    title: orNull(text),
    published: orNull(text),
    url: orNull(text),
    outlet: orNull(outletLabel),
    evidence: text,
    status,
    background: flag,
    attribution: list(attribution),
    date: orNull(eventDate),
    quantities: list(quantity),
    confidence: number,
  },
  { $id: "Report" },
)
export const happeningPage = Type.Object(
  { ...rowFields, history: list(historyStep), versions: list(version), reportsOf: list(report) },
  { $id: "HappeningPage" },
)
export const pairPage = Type.Object(
  {
    pair: pairCode,
    a: country,
    b: country,
    total: Type.Integer({ minimum: 0, description: "How many pass the filter, on all pages." }),
    happenings: list(happeningRow),
  },
  { $id: "PairPage" },
)

/** A happening as `chancery link` gives it. */
export const happening = Type.Object(
  {
    id: text,
    events: list(text),
    bestEvent: text,
    documents: list(text),
    type: eventType,
    mode: orNull(text),
    quad: orNull(quad),
    score: orNull(number),
    cameo: orNull(text),
    status,
    history: list(historyStep),
    date: orNull(eventDate),
    place: orNull(eventPlace),
    actors: list(participant),
    recipients: list(participant),
    reciprocal: flag,
    quantities: list(quantity),
    versions: list(version),
    outlets: list(text),
    independentOwners: count,
    owners: list(owner),
    toldOnlyBy: list(Type.Object({ name: text, country: countryCode })),
    onlyStateMedia: flag,
    firstReported: orNull(Type.Object({ day: text, outlet: orNull(text), document: text })),
    onlyRecalled: flag,
  },
  { $id: "Happening" },
)
