import type { Command } from "commander"
import { allowHostOption, pauseOption } from "./request-options.ts"

export interface FetchCommandOptions {
  readonly allowHost?: readonly string[]
  readonly pause: number
}

/** `chancery fetch` */
export const addFetchCommand = (program: Command): Command =>
  program
    .command("fetch")
    .summary("web addresses in, documents out as JSONL")
    .description(
      "Fetches pages as their robots.txt allows, one a host at a time, and writes the article of each as one JSON line.",
    )
    .argument("<urls...>", "addresses of articles")
    .addOption(allowHostOption())
    .addOption(pauseOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery fetch https://harbour.example/2023/12/03/visit
  chancery fetch https://harbour.example/2023/12/03/visit | chancery code -

Only http and https, only the public internet, at most 5 redirects, 30 seconds and 16 MiB.
An article that cannot be had is named on stderr and skipped; the exit code is then 3.`,
    )
    .action(async (urls: string[], options: FetchCommandOptions) => {
      const { fetchPages } = await import("./fetch-pages.ts")
      await fetchPages(urls, options)
    })
