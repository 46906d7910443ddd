import { type Command, Option } from "commander"
import type { CodingMode } from "../../event/coding-mode.ts"
import { actorsOption, alertsOption, modeOption, outletsOption, storeOption } from "./options.ts"
import { allowHostOption, everyOption, pauseOption } from "./request-options.ts"
import { DEFAULT_PORT, hostOption, parsePort, tokenOption, weightsOption } from "./serve.ts"

export interface WatchCommandOptions {
  readonly store: string
  readonly every: number
  readonly pause: number
  readonly once?: boolean
  readonly status?: boolean
  /** The port of the page. */
  readonly serve?: number
  /** Where the page listens, what it asks for and offers: as `chancery serve` takes them. */
  readonly host?: string
  readonly token?: string
  readonly weights?: readonly string[]
  readonly allowHost?: readonly string[]
  readonly outlets?: string
  readonly actors?: readonly string[]
  readonly mode: CodingMode
  readonly alerts?: boolean
}

/** `chancery watch` */
export const addWatchCommand = (program: Command): Command =>
  program
    .command("watch")
    .summary("follow feeds, and code new articles as they come")
    .description(
      "Asks each feed when it is due, fetches the articles that are new in it, codes them into the store and links them. Runs until it is stopped, goes on where it was when started again, and never fetches an article twice.",
    )
    .argument("<feeds>", "an OPML list of RSS, Atom, RDF or JSON feeds, or a file of one address a line")
    .addOption(storeOption())
    .addOption(everyOption())
    .addOption(pauseOption())
    .option("--once", "check what is due now, then end")
    .option("--status", "show what each feed last gave, and its errors; fetch nothing")
    .addOption(
      new Option("--serve [port]", "serve the page and the API beside, as `chancery serve` does")
        .argParser(parsePort)
        .preset(String(DEFAULT_PORT)),
    )
    .addOption(hostOption())
    .addOption(tokenOption())
    .addOption(weightsOption())
    .addOption(allowHostOption())
    .addOption(outletsOption())
    .addOption(actorsOption())
    .addOption(modeOption())
    .addOption(alertsOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery watch feeds.opml --store record.duckdb
  chancery watch feeds.opml --store record.duckdb --serve    # the page at http://127.0.0.1:4180/ beside
  CHANCERY_TOKEN=$(openssl rand -hex 16) chancery watch feeds.opml --serve --host 0.0.0.0    # for holders of the token
  chancery watch feeds.opml --store record.duckdb --status
  chancery watch feeds.opml --store record.duckdb --once     # for cron

What was seen is kept beside the store, in record.duckdb.watch.jsonl.`,
    )
    .action(async (file: string, options: WatchCommandOptions) => {
      const { watchIntoStore } = await import("./watch-into-store.ts")
      await watchIntoStore(file, options)
    })
