import type { Command } from "commander"
import type { LedgerOptions } from "./ledger.ts"
import { asOfOption, formatOption, storeOption } from "./options.ts"

export interface VisitsOptions extends LedgerOptions {
  readonly leader?: string
  readonly year?: string
  readonly pair?: string
}

/** `chancery visits` */
export const addVisitsCommand = (program: Command): Command =>
  program
    .command("visits")
    .summary("visits and meetings, each once, counted")
    .description(
      "Prints the visits, meetings and calls of a leader, a year or a pair of states: each once, however many reports tell of it.",
    )
    .option("--leader <name>", "who takes part: a whole name or its last word")
    .option("--year <year>", "the year in which they began")
    .option("--pair <pair>", "two alpha-3 codes: BLR-CHN")
    .addOption(storeOption())
    .addOption(asOfOption())
    .addOption(formatOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery visits --leader "Xi Jinping" --year 2023
  chancery visits --pair BLR-CHN --format json`,
    )
    .action(async (options: VisitsOptions) => {
      const { printVisits } = await import("./print-ledger.ts")
      await printVisits(options)
    })
