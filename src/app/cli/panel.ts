import type { Command } from "commander"
import type { EventType, Period, Status } from "../../record/index.ts"
import { outletOption, pairOption, statusOption, typeOption } from "./export.ts"
import { storeOption } from "./options.ts"
import { byOption, fromOption, toOption, weightsOption } from "./relation.ts"

export interface PanelCommandOptions {
  readonly by: Period
  readonly from?: string
  readonly to?: string
  readonly weights: string
  readonly undirected?: boolean
  readonly pair?: string
  readonly type?: readonly EventType[]
  readonly status?: readonly Status[]
  readonly outlet?: string
  readonly store: string
}

/** `chancery panel` */
export const addPanelCommand = (program: Command): Command =>
  program
    .command("panel")
    .summary("the relations of all pairs as a dyad-period panel (CSV)")
    .description(
      "Writes one row a directed dyad and period, with ISO, Correlates of War and Gleditsch–Ward codes, the sums and shares of the relation index, and their uncertainty. What is unknown is empty. A dyad of which nothing is chosen has no rows; volume_ratio stays the share of the whole record.",
    )
    .addOption(byOption())
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(weightsOption())
    .option("--undirected", "one row for both directions")
    .addOption(pairOption())
    .addOption(typeOption())
    .addOption(statusOption())
    .addOption(outletOption())
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery panel --by year > panel.csv
  chancery panel --by month --from 2021 --to 2023 --weights goldstein --undirected > panel.csv
  chancery panel --by year --type SANCTION THREATEN --outlet "Harbour Gazette" > panel.csv`,
    )
    .action(async (options: PanelCommandOptions) => {
      const { printPanel } = await import("./panel-print.ts")
      await printPanel(options)
    })
