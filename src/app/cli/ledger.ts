import type { Command } from "commander"
import { asOfOption, formatOption, storeOption } from "./options.ts"

export interface LedgerOptions {
  readonly store: string
  readonly asOf?: string
  readonly format: "table" | "json" | "csv"
}

/** `chancery ledger` */
export const addLedgerCommand = (program: Command): Command =>
  program
    .command("ledger")
    .summary("what holds between two states")
    .description(
      "Prints a pair's visits and meetings, promises, sanctions, treaties and other standing facts, the counts that texts give checked against the record, and claims that something never happened.",
    )
    .argument("<state>", "alpha-3 code, for example BLR")
    .argument("<other>", "the other state, for example CHN")
    .addOption(storeOption())
    .addOption(asOfOption())
    .addOption(formatOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery run news/
  chancery ledger BLR CHN
  chancery ledger CHN BLR --as-of 2023-12-31 --format csv > ledger.csv`,
    )
    .action(async (state: string, other: string, options: LedgerOptions) => {
      const { printLedger } = await import("./print-ledger.ts")
      await printLedger([state, other], options)
    })
