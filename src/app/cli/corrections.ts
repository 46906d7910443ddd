import { type Command, Option } from "commander"
import { outletsOption, storeOption } from "./options.ts"

export const CORRECTION_FORMATS = ["training", "jsonl"] as const

export interface CorrectionsOptions {
  readonly store: string
  readonly outlets?: string
  readonly document?: string
  readonly json?: boolean
  readonly format: (typeof CORRECTION_FORMATS)[number]
  readonly partly?: boolean
  readonly text: boolean
}

/** `chancery corrections` */
export function addCorrectionsCommand(program: Command): Command {
  const corrections = program
    .command("corrections")
    .summary("what analysts said of events: list, export, import, follow or not")
    .description(
      "Corrections are kept beside the events, never in place of them: coding anew does not touch them. Happenings, series and exports follow them unless that is turned off.",
    )
    .addHelpText(
      "after",
      `
Examples:
  chancery corrections list --store record.duckdb
  chancery corrections export --store record.duckdb > reviewed.jsonl
  chancery corrections import colleague.jsonl --store record.duckdb
  chancery corrections off --store record.duckdb`,
    )
  const add = (name: string, description: string): Command =>
    corrections.command(name).description(description).addOption(storeOption()).exitOverride()
  add("list", "Every correction, oldest first, and whether its event still stands in the record.")
    .option("--document <id>", "of this document alone")
    .option("--json", "one JSON line for each, in place of a table")
    .action(async (options: CorrectionsOptions) =>
      (await import("./correct-store.ts")).listCorrections(options),
    )
  add(
    "export",
    "Articles with their corrected events as data/training/events holds them, of articles all of whose events were judged; or the corrections themselves, to be imported elsewhere.",
  )
    .addOption(
      new Option("--format <format>", "what to write").choices(CORRECTION_FORMATS).default("training"),
    )
    .option(
      "--partly",
      "training: also articles that were judged in part; the other events are flagged optional",
    )
    .option("--no-text", "training: offsets alone, for texts that may not be copied")
    .action(async (options: CorrectionsOptions) =>
      (await import("./correct-store.ts")).exportCorrections(options),
    )
  add("import", "Adds corrections that were exported as jsonl; what is there already is passed over.")
    .argument("<files...>", "files, or - for standard input")
    .addOption(outletsOption())
    .action(async (files: string[], options: CorrectionsOptions) =>
      (await import("./correct-store.ts")).importCorrections(files, options),
    )
  for (const [name, description] of [
    ["on", "Happenings, series and exports follow the corrections."],
    ["off", "Happenings, series and exports are the machine's own; the corrections are kept."],
  ] as const)
    add(name, description)
      .addOption(outletsOption())
      .action(async (options: CorrectionsOptions) =>
        (await import("./correct-store.ts")).followInStore(name === "on", options),
      )
  return corrections
}
