import type { Publisher } from "../../record/index.ts"
import type { Database } from "../database.ts"

/** How regularly an outlet published before its last article. */
export interface OutletPresence {
  readonly publisher: Publisher
  /** First and last ISO day of the year that ends with its last article. */
  readonly first: string
  readonly last: string
  /** Articles in that year. */
  readonly articles: number
}

/** Every outlet with the year before its last article, as of a day. */
export async function outletPresence(database: Database, until: string): Promise<OutletPresence[]> {
  const rows = await database.read(
    `WITH published AS (
       SELECT coalesce(publisher_domain, publisher_name) AS outlet, publisher_name, publisher_domain, day FROM documents
       WHERE day <= $until::DATE AND publisher_name IS NOT NULL
     ), latest AS (SELECT outlet, max(day) AS last FROM published GROUP BY outlet)
     SELECT arg_max(publisher_name, day) AS name, arg_max(publisher_domain, day) AS domain,
            min(day)::VARCHAR AS first, any_value(last)::VARCHAR AS last, count(*)::INTEGER AS articles
     FROM published JOIN latest USING (outlet) WHERE day > last - INTERVAL 1 YEAR GROUP BY outlet ORDER BY outlet`,
    { until },
  )
  return rows.map(({ name, domain, first, last, articles }) => ({
    publisher: { name: String(name), ...(domain === null ? {} : { domain: String(domain) }) },
    first: String(first),
    last: String(last),
    articles: Number(articles),
  }))
}
