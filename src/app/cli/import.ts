import { type Command, Option } from "commander"
import { DATASETS, type DatasetName } from "../../store/datasets/dataset.ts"
import { outletsOption, storeOption } from "./options.ts"

export interface ImportCommandOptions {
  readonly store: string
  readonly dataset?: DatasetName
  readonly outlets?: string
  readonly list?: boolean
}

/** `chancery import` */
export const addImportCommand = (program: Command): Command =>
  program
    .command("import")
    .summary("event data of others, to stand beside ours; or what was exported")
    .description(
      "Reads GDELT 2.0 events and mentions, ICEWS, POLECAT, Phoenix, and your own copies of ACLED and UCDP GED into the store, each row with its file and line; or reads back what `chancery export` wrote. Which data set a file is of is told from its first line. Rows that cannot be read are counted, shown, and kept in a file beside the store.",
    )
    .argument("[paths...]", "files (also .zip and .gz), or the folder of a data package")
    .addOption(new Option("--dataset <name>", "what the files are, where they do not tell").choices(DATASETS))
    .option("--list", "what was imported so far")
    .addOption(outletsOption())
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery import 20231203121500.export.CSV.zip 20231203121500.mentions.CSV.zip
  chancery import --dataset icews events.2019.tab
  chancery import record-2023/`,
    )
    .action(async (paths: string[], options: ImportCommandOptions) => {
      const { importIntoStore } = await import("./import-into-store.ts")
      await importIntoStore(paths, options)
    })
