import type { Command } from "commander"
import { asOfOption, outletsOption } from "./options.ts"

/** `chancery link` */
export const addLinkCommand = (program: Command): Command =>
  program
    .command("link")
    .summary("events in, happenings out")
    .description(
      "Joins the events that tell of one happening, whoever reported it, and says which outlets stand behind it.",
    )
    .argument("[paths...]", "events as `chancery code` writes them, or - for standard input")
    .option(
      "--documents <path...>",
      "the documents of the events (JSONL, files or folders): their dates and publishers",
    )
    .addOption(outletsOption())
    .addOption(asOfOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery code news/ > events.jsonl
  chancery link events.jsonl --documents news/ > happenings.jsonl`,
    )
    .action(async (paths: string[], options: { documents?: string[]; outlets?: string; asOf?: string }) => {
      const { linkFiles } = await import("./link-files.ts")
      await linkFiles(paths, options)
    })
