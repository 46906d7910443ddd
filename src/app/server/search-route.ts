import { parseQuery, QueryError, SEARCH_SCOPES, type SearchHit, type Store } from "../../store/index.ts"
import { documentRow, type Names, type SearchPage, type SearchRow } from "../../view/index.ts"
import { oneOf, type Query, wholeNumber } from "./query-values.ts"
import { RequestError } from "./request-error.ts"

const DEFAULT_LIMIT = 10
const HIGHEST_LIMIT = 100

/** GET /api/search?q=…&in=articles|evidence&order=relevance|date&limit=&offset= */
export async function searchPage(store: Store, query: Query, names: Names): Promise<SearchPage> {
  const scope = oneOf(query, "in", SEARCH_SCOPES) ?? "articles"
  const { total, hits } = await store.search({
    query: parsed(query.q ?? ""),
    scope,
    order: oneOf(query, "order", ["relevance", "date"] as const) ?? "relevance",
    page: {
      limit: Math.min(wholeNumber(query, "limit", DEFAULT_LIMIT), HIGHEST_LIMIT),
      offset: wholeNumber(query, "offset", 0),
    },
  })
  return { total, in: scope, hits: hits.map((hit) => searchRow(hit, names)) }
}

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
