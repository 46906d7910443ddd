import type { Command } from "commander"
import type { Period } from "../../record/index.ts"
import { storeOption } from "./options.ts"
import { byOption, fromOption, toOption, weightsOption } from "./relation.ts"

export interface PanelCommandOptions {
  readonly by: Period
  readonly from?: string
  readonly to?: string
  readonly weights: string
  readonly undirected?: boolean
  readonly store: string
}

/** `chancery panel` */
export const addPanelCommand = (program: Command): Command =>
  program
    .command("panel")
    .summary("the relations of all pairs as a dyad-period panel (CSV)")
    .description(
      "Writes one row a directed dyad and period, with ISO, Correlates of War and Gleditsch–Ward codes, the sums and shares of the relation index, and their uncertainty. What is unknown is empty.",
    )
    .addOption(byOption())
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(weightsOption())
    .option("--undirected", "one row for both directions")
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery panel --by year > panel.csv
  chancery panel --by month --from 2021 --to 2023 --weights goldstein --undirected > panel.csv`,
    )
    .action(async (options: PanelCommandOptions) => {
      const { printPanel } = await import("./panel-print.ts")
      await printPanel(options)
    })
