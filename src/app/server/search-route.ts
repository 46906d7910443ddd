import { Type } from "typebox"
import { parseQuery, QueryError, SEARCH_SCOPES, type SearchHit } from "../../store/index.ts"
import { documentRow, type Names, type SearchRow } from "../../view/index.ts"
import { RequestError } from "./request-error.ts"
import { limit, offset, word } from "./request-schemas.ts"
import { route } from "./route.ts"
import { searchPage } from "./schemas/documents.ts"

const DEFAULT_LIMIT = 10
const HIGHEST_LIMIT = 100
const ORDERS = ["relevance", "date"] as const

export const searchRoute = route({
  method: "GET",
  path: "/search",
  summary: "Articles, or the evidence of events, that hold the words asked for.",
  query: Type.Object({
    q: Type.Optional(
      Type.String({ description: 'Words, "phrases" and fields such as pair:BLR-CHN; see docs/search.md.' }),
    ),
    in: word(SEARCH_SCOPES, "Where to look; articles unless it is given"),
    order: word(ORDERS, "What comes first; relevance unless it is given"),
    limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT),
    offset,
  }),
  answer: searchPage,
  handle: async ({ query }, { store, ...names }) => {
    const scope = query.in ?? "articles"
    const { total, hits } = await store.search({
      query: parsed(query.q ?? ""),
      scope,
      order: query.order ?? "relevance",
      page: { limit: query.limit ?? DEFAULT_LIMIT, offset: query.offset ?? 0 },
    })
    return { total, in: scope, hits: hits.map((hit) => searchRow(hit, names)) }
  },
})

function parsed(text: string) {
  try {
    return parseQuery(text)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    throw new RequestError(400, error.message, 'For example q="joint statement" pair:BLR-CHN.')
  }
}

const searchRow = ({ document, event, happening, snippet }: SearchHit, names: Names): SearchRow => ({
  ...documentRow(document, names),
  event: event === null ? null : { id: event.id, type: event.type, status: event.status, happening },
  snippet,
})
