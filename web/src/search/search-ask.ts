/** What is searched for, as the address has it. */
export interface SearchAsk {
  /** In the query language of docs/search.md. */
  readonly q: string
  readonly scope: SearchScope
  readonly order: SearchOrder
  /** "BLR-CHN" */
  readonly pair: string
  readonly outlet: string
  /** Inclusive ISO days of publication. */
  readonly from: string
  readonly to: string
  /** From 1. */
  readonly page: number
}

export type SearchScope = "articles" | "evidence"
export type SearchOrder = "relevance" | "date"

export const RESULTS_A_PAGE = 20

export const NOTHING_ASKED: SearchAsk = {
  q: "",
  scope: "articles",
  order: "relevance",
  pair: "",
  outlet: "",
  from: "",
  to: "",
  page: 1,
}

/** Names in the address of what is text. */
const TEXTS = ["q", "pair", "outlet", "from", "to"] as const

/** Reads the query of an address; values that mean nothing are as if absent. */
export function readAsk(query: URLSearchParams): SearchAsk {
  const page = Number(query.get("page"))
  return {
    ...NOTHING_ASKED,
    ...Object.fromEntries(TEXTS.map((name) => [name, query.get(name)?.trim() ?? ""])),
    scope: query.get("in") === "evidence" ? "evidence" : "articles",
    order: query.get("order") === "date" ? "date" : "relevance",
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

/** The address that restores a search whole. */
export function searchAddress(ask: SearchAsk): string {
  const query = new URLSearchParams()
  for (const name of TEXTS) if (ask[name] !== "") query.set(name, ask[name])
  if (ask.scope !== "articles") query.set("in", ask.scope)
  if (ask.order !== "relevance") query.set("order", ask.order)
  if (ask.page > 1) query.set("page", String(ask.page))
  return query.size === 0 ? "/search" : `/search?${query}`
}

/** The whole query in the query language: the words, then each filter as the field that it is; "" where nothing is asked. */
export function wholeQuery({ q, pair, outlet, from, to }: SearchAsk): string {
  const fields = [
    pair === "" ? "" : `pair:${pair}`,
    outlet === "" ? "" : `outlet:"${outlet.replaceAll('"', "")}"`,
    from === "" ? "" : `from:${from}`,
    to === "" ? "" : `to:${to}`,
  ]
  return [q, ...fields].filter((part) => part !== "").join(" ")
}

/** What the API is asked. */
export const searchRequest = (ask: SearchAsk): string =>
  `search?${new URLSearchParams({
    q: wholeQuery(ask),
    in: ask.scope,
    order: ask.order,
    limit: String(RESULTS_A_PAGE),
    offset: String((ask.page - 1) * RESULTS_A_PAGE),
  })}`
