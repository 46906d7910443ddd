import { Type } from "typebox"
import { EVENT_TYPES, QUADS, STATUSES } from "../../record/index.ts"
import { happeningRow, mapPage } from "../../view/index.ts"
import { knowledge } from "../pair-ledger.ts"
import { day, limit, word } from "./request-schemas.ts"
import { route } from "./route.ts"
import { mapHappenings, mapPage as mapSchema } from "./schemas/workbench.ts"

/** Places of most happenings that one answer gives. */
const MOST_PLACES = 4000
const DEFAULT_LIMIT = 50
const HIGHEST_LIMIT = 500

const filter = {
  quad: word(QUADS, "Class of what happened"),
  type: word(EVENT_TYPES, "What happened"),
  status: word(STATUSES, "Whether it happened"),
  from: day("First day"),
  to: day("Last day"),
}
const degrees = (most: number, meaning: string) =>
  Type.Number({ minimum: -most, maximum: most, description: `${meaning}, in degrees: 27.5.` })

export const mapRoute = route({
  method: "GET",
  path: "/map",
  summary: "Places of the happenings that pass a filter, those of most first, by class of what happened.",
  query: Type.Object(filter),
  answer: mapSchema,
  handle: async ({ query }, { store }) =>
    mapPage(await store.placeTallies(query), { isCountry: knowledge().isCountry, most: MOST_PLACES }),
})

export const mapHappeningsRoute = route({
  method: "GET",
  path: "/map/happenings",
  summary: "Happenings inside a box of the map that pass a filter, latest first.",
  query: Type.Object({
    ...filter,
    west: degrees(180, "Western edge"),
    south: degrees(90, "Southern edge"),
    east: degrees(180, "Eastern edge"),
    north: degrees(90, "Northern edge"),
    limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT),
  }),
  answer: mapHappenings,
  handle: async ({ query }, { store, ...names }) => {
    const { west, south, east, north, limit, ...filter } = query
    const { total, happenings } = await store.happeningsInside({
      ...filter,
      box: { west, south, east, north },
      limit: limit ?? DEFAULT_LIMIT,
    })
    return { total, happenings: happenings.map((happening) => happeningRow(happening, names)) }
  },
})
