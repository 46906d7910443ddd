import { Type } from "typebox"
import { documentRow } from "./documents.ts"
import { happeningRow } from "./happenings.ts"
import { encounterOutline } from "./ledger.ts"
import {
  choice,
  count,
  country,
  countryCode,
  flag,
  isoDay,
  list,
  month,
  orNull,
  pairCode,
  quadCounts,
  text,
} from "./parts.ts"

const share = orNull(Type.Number({ minimum: 0, maximum: 1 }))
const weight = Type.Number({ minimum: 0 })
const latitude = Type.Number({ minimum: -90, maximum: 90 })
const longitude = Type.Number({ minimum: -180, maximum: 180 })
const point = Type.Object({ name: text, latitude, longitude }, { $id: "Point" })

const leaderFields = {
  id: Type.String({ description: "The country's alpha-3 code and the name." }),
  name: text,
  country,
  role: orNull(text),
  held: count,
  ahead: count,
  first: orNull(isoDay),
  last: orNull(isoDay),
}
export const leaderRow = Type.Object(leaderFields, { $id: "Leader" })
const leaderEncounter = Type.Object(
  {
    ...encounterOutline,
    part: choice(["guest", "host", "elsewhere"]),
    pair: pairCode,
    other: country,
    counterparts: list(text),
    place: orNull(text),
    at: orNull(point),
    atTold: Type.Boolean({ description: "False where the place is only assumed to be the host's capital." }),
    start: orNull(point),
    reports: count,
    words: text,
  },
  { $id: "LeaderEncounter" },
)
export const leaderPage = Type.Object(
  {
    ...leaderFields,
    asOf: orNull(text),
    capital: orNull(point),
    encounters: list(leaderEncounter),
    counts: list(
      Type.Object({
        with: country,
        year: text,
        visits: count,
        received: count,
        meetings: count,
        calls: count,
        planned: count,
      }),
    ),
  },
  { $id: "LeaderPage" },
)

export const networkPage = Type.Object(
  {
    from: orNull(isoDay),
    to: orNull(isoDay),
    states: list(
      Type.Object(
        { code: text, name: text, capital: orNull(point), cooperation: weight, conflict: weight },
        { $id: "NetworkState" },
      ),
    ),
    ties: list(
      Type.Object(
        { pair: pairCode, cooperation: weight, conflict: weight, happenings: count },
        { $id: "NetworkTie" },
      ),
    ),
    total: Type.Integer({ minimum: 0, description: "Pairs with any weight, also those left out." }),
  },
  { $id: "NetworkPage" },
)

export const mapPage = Type.Object(
  {
    total: Type.Integer({ minimum: 0, description: "How many pass the filter, on the map or not." }),
    placed: count,
    leftOut: Type.Integer({ minimum: 0, description: "Of those placed, how many lie at places left out." }),
    places: list(
      Type.Object(
        {
          name: text,
          country: countryCode,
          latitude,
          longitude,
          wholeCountry: flag,
          happenings: count,
          byQuad: quadCounts,
        },
        { $id: "MapPlace" },
      ),
    ),
  },
  { $id: "MapPage" },
)
export const mapHappenings = Type.Object(
  { total: count, happenings: list(happeningRow) },
  { $id: "MapHappenings" },
)

const affiliation = choice(["state-affiliated", "independent", "unknown"])
const months = list(Type.Object({ month, documents: count }))
const outletFields = {
  id: text,
  name: text,
  country: countryCode,
  owner: orNull(text),
  affiliation,
  countryName: orNull(text),
  documents: count,
  events: count,
  first: orNull(month),
  last: orNull(month),
}
const stateMediaFields = {
  happenings: count,
  onlyStateMedia: count,
  share,
  low: share,
  high: share,
}
export const sourcesPage = Type.Object(
  {
    outlets: list(Type.Object(outletFields, { $id: "OutletRow" })),
    owners: list(
      Type.Object(
        { owner: text, affiliation, countries: list(country), outlets: count, documents: count, months },
        { $id: "OwnerRow" },
      ),
    ),
    stateMedia: Type.Object({
      whole: Type.Object(stateMediaFields),
      years: list(Type.Object({ year: text, ...stateMediaFields })),
      pairs: list(Type.Object({ pair: pairCode, a: country, b: country, ...stateMediaFields })),
    }),
    anonymous: Type.Integer({ minimum: 0, description: "Articles whose publisher is unknown." }),
  },
  { $id: "SourcesPage" },
)
export const outletPage = Type.Object(
  { ...outletFields, months, articles: list(documentRow) },
  { $id: "OutletPage" },
)
