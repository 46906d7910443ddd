import { Type } from "typebox"
import { leaderPage, leaderRow, readLeaderId } from "../../view/index.ts"
import { capitalOf } from "../capitals.ts"
import { readLeader } from "../leader-record.ts"
import { kept } from "./kept.ts"
import { RequestError } from "./request-error.ts"
import { idParams, limit, offset } from "./request-schemas.ts"
import { route } from "./route.ts"
import { list } from "./schemas/parts.ts"
import { leaderPage as leaderPageSchema, leaderRow as leaderRowSchema } from "./schemas/workbench.ts"

const DEFAULT_LIMIT = 500
const HIGHEST_LIMIT = 5000

/** Everybody is counted anew only when the record was written. */
const allLeaders = kept((store) => store.leaders())

export const leadersRoute = route({
  method: "GET",
  path: "/leaders",
  summary: "Persons named in visits, meetings and calls of states, those of most first.",
  query: Type.Object({ limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT), offset }),
  answer: list(leaderRowSchema),
  handle: async ({ query }, { store, ...names }) => {
    const first = query.offset ?? 0
    const tallies = await allLeaders(store)
    return tallies
      .slice(first, first + (query.limit ?? DEFAULT_LIMIT))
      .map((tally) => leaderRow(tally, names))
  },
})

export const leaderRoute = route({
  method: "GET",
  path: "/leaders/:id",
  summary: "Every visit, meeting and call of one person, each once, with its place, and their counts.",
  params: idParams,
  answer: leaderPageSchema,
  handle: async ({ params: { id } }, { store, countryName }) => {
    const asked = readLeaderId(id)
    if (asked === undefined)
      throw new RequestError(
        400,
        `"${id}" names no leader.`,
        "An alpha-3 code and a name: BLR Alexander Lukashenko.",
      )
    const own = (await store.leaders(asked.country)).find(
      ({ name, names }) => name === asked.name || names.includes(asked.name),
    )
    if (own === undefined)
      throw new RequestError(
        404,
        `The record knows no visit or meeting of ${asked.name} (${asked.country}).`,
        "Look the name up in the list of leaders.",
      )
    return leaderPage(own, await readLeader(store, own), { countryName, capitalOf })
  },
})
