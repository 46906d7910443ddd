import type { Command } from "commander"
import type { CodingMode } from "../../event/coding-mode.ts"
import {
  actorsOption,
  alertsOption,
  modeOption,
  outletsOption,
  publishedOption,
  storeOption,
  workersOption,
} from "./options.ts"

export interface RunOptions {
  readonly store: string
  readonly published?: string
  readonly workers: number
  readonly outlets?: string
  readonly actors?: readonly string[]
  readonly mode: CodingMode
  readonly alerts?: boolean
}

/** `chancery run` */
export const addRunCommand = (program: Command): Command =>
  program
    .command("run")
    .summary("code into a store and link what was coded")
    .description(
      "Reads, codes and stores documents, joins their reports into happenings, and prints what the record holds. What is stored already is skipped, so a run that was stopped goes on where it was.",
    )
    .argument("<paths...>", "files (.txt .md .html .json .jsonl, also .gz), folders, or - for standard input")
    .addOption(storeOption())
    .addOption(publishedOption())
    .addOption(workersOption())
    .addOption(outletsOption())
    .addOption(actorsOption())
    .addOption(modeOption())
    .addOption(alertsOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery run news/
  chancery run archive.jsonl --store belarus.duckdb --outlets outlets.tsv`,
    )
    .action(async (paths: string[], options: RunOptions) => {
      const { runIntoStore } = await import("./run-into-store.ts")
      await runIntoStore(paths, options)
    })
