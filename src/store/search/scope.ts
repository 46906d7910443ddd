/** What can be searched: whole articles, or the words from which events were read. */
export const SEARCH_SCOPES = ["articles", "evidence"] as const
export type SearchScope = (typeof SEARCH_SCOPES)[number]
