import { parseQuery, QueryError, type SearchHit, type SearchQuery } from "../../store/index.ts"
import { openRecord } from "../open-record.ts"
import { MisuseError } from "./options.ts"
import type { SearchCommandOptions } from "./search.ts"
import { writeOut } from "./stdout.ts"

/** Prints what was found, the best first; indexes before what came since the last time. */
export async function searchStore(text: string, options: SearchCommandOptions): Promise<void> {
  const query = parse(text)
  const store = await openRecord(options.store, { searched: true })
  try {
    const { total, hits } = await store.search({
      query,
      scope: options.in,
      order: options.order,
      page: { limit: options.limit, offset: options.offset },
    })
    for (const hit of hits) await writeOut(options.json ? `${JSON.stringify(hit)}\n` : `${entryOf(hit)}\n\n`)
    const shown =
      hits.length === total ? "" : `, ${options.offset + 1} to ${options.offset + hits.length} shown`
    process.stderr.write(`${total} found${hits.length === 0 ? "" : shown}\n`)
  } finally {
    await store.close()
  }
}

function parse(text: string): SearchQuery {
  try {
    return parseQuery(text)
  } catch (error) {
    throw error instanceof QueryError ? new MisuseError(error.message) : error
  }
}

function entryOf({ document, event, snippet }: SearchHit): string {
  const head = [
    document.published?.slice(0, 10) ?? "undated",
    document.publisher?.name,
    document.title ?? document.id,
  ]
  const act = event === null ? [] : [`${event.type ?? "no type"}, ${event.status}`]
  return [
    [...head, ...act].filter((part) => part !== undefined).join(" · "),
    document.id,
    `  ${marked(snippet).replaceAll(/\s+/g, " ").trim()}`,
  ].join("\n")
}

/** What was found stands in bold on a terminal, in brackets elsewhere. */
function marked({ text, marks }: SearchHit["snippet"]): string {
  const [open, close] = process.stdout.isTTY ? ["\x1b[1m", "\x1b[0m"] : ["[", "]"]
  let written = ""
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    written += `${text.slice(at, start)}${open}${text.slice(start, end)}${close}`
    at = end
  }
  return written + text.slice(at)
}
