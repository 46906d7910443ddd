import { type Command, Option } from "commander"
import { SEARCH_SCOPES, type SearchScope } from "../../store/search/scope.ts"
import { countParser, storeOption } from "./options.ts"

export const SEARCH_ORDERS = ["relevance", "date"] as const

export interface SearchCommandOptions {
  readonly store: string
  readonly in: SearchScope
  readonly order: (typeof SEARCH_ORDERS)[number]
  readonly limit: number
  readonly offset: number
  readonly json?: boolean
}

/** `chancery search` */
export const addSearchCommand = (program: Command): Command =>
  program
    .command("search")
    .summary("articles and evidence that hold words or phrases")
    .description(
      "Finds articles, or the evidence of events, in the record: words that must all stand there, “phrases”, beginnings with a star, OR, -not, and fields.",
    )
    .argument("<query...>", "what to look for; quote it, so that your shell leaves it alone")
    .addOption(new Option("--in <scope>", "where to look").choices(SEARCH_SCOPES).default("articles"))
    .addOption(new Option("--order <order>", "what comes first").choices(SEARCH_ORDERS).default("relevance"))
    .addOption(new Option("--limit <n>", "how many to show").argParser(countParser).default(10))
    .addOption(new Option("--offset <n>", "how many to pass over").argParser(countParser).default(0))
    .option("--json", "one JSON line for each, in place of text")
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Query language:
  trade agreement            both words, anywhere in the text
  "trade agreement"          the words side by side
  sanction*                  words that begin so (three letters or more)
  Minsk OR Vilnius           one of the two
  -sport                     not this word
  pair:BLR-CHN  outlet:north.example  from:2023-06  to:2023
  type:CONSULT  status:planned  language:en

Examples:
  chancery search '"joint statement" pair:BLR-CHN'
  chancery search --in evidence 'sanction* from:2023 status:planned'`,
    )
    .action(async (words: string[], options: SearchCommandOptions) => {
      const { searchStore } = await import("./search-store.ts")
      await searchStore(words.join(" "), options)
    })
