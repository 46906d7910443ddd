import { Type } from "typebox"
import { documentRow, outletGroups, sourcesPage } from "../../view/index.ts"
import { RequestError } from "./request-error.ts"
import { idParams, limit, offset } from "./request-schemas.ts"
import { route } from "./route.ts"
import { outletPage, sourcesPage as sourcesSchema } from "./schemas/workbench.ts"

/** Pairs whose share of state media is told. */
const MOST_PAIRS = 40
const DEFAULT_LIMIT = 50
const HIGHEST_LIMIT = 500

export const sourcesRoute = route({
  method: "GET",
  path: "/sources",
  summary: "Outlets, their owners month by month, and how much is known from state media alone.",
  answer: sourcesSchema,
  handle: async (_asked, { store, ...names }) => sourcesPage(await store.sourceTallies(MOST_PAIRS), names),
})

export const outletRoute = route({
  method: "GET",
  path: "/sources/:id",
  summary: "One outlet, its articles by month, and one page of them, latest first.",
  params: idParams,
  query: Type.Object({ limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT), offset }),
  answer: outletPage,
  handle: async ({ params: { id }, query }, { store, ...names }) => {
    const { months } = await store.sourceTallies(0)
    const group = outletGroups(months, names).find(({ row }) => row.id === id)
    if (group === undefined)
      throw new RequestError(
        404,
        `No article of the record is from "${id}".`,
        "Look the outlet up in the list of sources.",
      )
    const page = { limit: query.limit ?? DEFAULT_LIMIT, offset: query.offset ?? 0 }
    const articles = await store.publishersDocuments(group.publishers, page)
    return {
      ...group.row,
      months: group.months,
      articles: articles.map((entry) => documentRow(entry, names)),
    }
  },
})
