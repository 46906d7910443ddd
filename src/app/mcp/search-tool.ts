import { Type } from "typebox"
import { parseQuery, QueryError, SEARCH_SCOPES } from "../../store/index.ts"
import { documentRow } from "../../view/index.ts"
import { RequestError } from "../server/request-error.ts"
import { limit, word } from "../server/request-schemas.ts"
import { searchPage } from "../server/schemas/documents.ts"
import { tool } from "./tool.ts"

const DEFAULT_LIMIT = 10
const HIGHEST_LIMIT = 50

export const searchTool = tool({
  name: "search",
  title: "Search the record",
  description:
    'Finds articles, or the sentences from which events were read, by words, "phrases", beginnings* and fields: pair:BLR-CHN outlet:"North Post" from:2023-01-01 type:CONSULT status:planned.',
  input: Type.Object({
    query: Type.String({ minLength: 1, description: 'For example "joint statement" pair:BLR-CHN.' }),
    in: word(SEARCH_SCOPES, "Where to look; evidence unless it is given"),
    limit: limit(HIGHEST_LIMIT, DEFAULT_LIMIT),
  }),
  output: searchPage,
  answer: async ({ query, limit, ...asked }, { store, ...names }) => {
    const scope = asked.in ?? "evidence"
    const { total, hits } = await store.search({
      query: parsed(query),
      scope,
      order: "relevance",
      page: { limit: limit ?? DEFAULT_LIMIT, offset: 0 },
    })
    const rows = hits.map(({ document, event, happening, snippet }) => ({
      ...documentRow(document, names),
      event: event === null ? null : { id: event.id, type: event.type, status: event.status, happening },
      snippet,
    }))
    return {
      data: { total, in: scope, hits: rows },
      text: [
        `${total} found in ${scope}, of which ${rows.length} follow.`,
        ...rows.map(({ snippet, outlet, published, title, id, event }) => {
          const end = snippet.start + snippet.text.length
          const coded =
            event?.happening == null ? "" : `; ${event.type}, ${event.status}, happening ${event.happening}`
          return `“${snippet.text}” — ${outlet?.name ?? "unknown outlet"}, ${published?.slice(0, 10) ?? "undated"}, “${title ?? "untitled"}” (document ${id}, characters ${snippet.start}–${end})${coded}`
        }),
      ].join("\n"),
    }
  },
})

function parsed(query: string) {
  try {
    return parseQuery(query)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    throw new RequestError(400, error.message, 'For example "joint statement" pair:BLR-CHN.')
  }
}
