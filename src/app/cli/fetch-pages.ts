import { parseItem } from "../documents/parse-item.ts"
import { createFetcher } from "../fetch/fetcher.ts"
import { stopOnInterrupt } from "../interrupt.ts"
import { toRawItem } from "../watch/fetch-item.ts"
import { SOME_LOST } from "./exit-codes.ts"
import type { FetchCommandOptions } from "./fetch.ts"
import { writeOut } from "./stdout.ts"

/** Fetches pages and writes their articles to standard output, in the order of the addresses. */
export async function fetchPages(
  urls: readonly string[],
  { allowHost = [], pause }: FetchCommandOptions,
): Promise<void> {
  const signal = stopOnInterrupt()
  const fetcher = createFetcher({ allowedHosts: new Set(allowHost), pause: pause * 1000, signal })
  const lose = (where: string, message: string): void => {
    process.stderr.write(`${where}: ${message}; skipped\n`)
    process.exitCode = SOME_LOST
  }
  for (const url of urls) {
    const outcome = await fetcher.get(url)
    if (outcome.kind !== "fetched") {
      lose(url, outcome.kind === "failed" ? outcome.message : "the server gave nothing")
      continue
    }
    for (const parsed of await parseItem(toRawItem(outcome), {})) {
      if (parsed.problem !== undefined) lose(url, parsed.problem)
      else await writeOut(`${JSON.stringify(parsed.article)}\n`)
    }
  }
}
