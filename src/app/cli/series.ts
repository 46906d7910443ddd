import type { Command } from "commander"
import { pathsOrStdin } from "./options.ts"

/** `chancery series` */
export const addSeriesCommand = (program: Command): Command =>
  program
    .command("series")
    .summary("happenings in, the relation of each pair month by month out")
    .description(
      "Reads happenings as `chancery link` writes them and gives, for every pair of states and month, the sums of cooperation and conflict and the share of cooperation with its band, one JSON line each.",
    )
    .argument("[paths...]", "happenings as `chancery link` writes them, or - for standard input")
    .option(
      "--by-pair",
      'lines {"pair", "happening"}, one pair after another, the happening as a string of JSON: holds one pair at a time',
    )
    .addHelpText(
      "after",
      `
Examples:
  chancery link events.jsonl | chancery series - > relations.jsonl`,
    )
    .action(async (paths: string[], { byPair = false }: { readonly byPair?: boolean }) => {
      const { printSeries, seriesByPair } = await import("../lake/series-lines.ts")
      await (byPair ? seriesByPair : printSeries)(pathsOrStdin(paths))
    })
