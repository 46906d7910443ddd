import type { Command } from "commander"
import { asOfOption, outletsOption, pathsOrStdin } from "./options.ts"

interface LinkCommandOptions {
  readonly documents?: string[]
  readonly outlets?: string
  readonly asOf?: string
  readonly byGroup?: boolean
}

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
    .option(
      "--by-group",
      'for programs that drive this one: lines {"group", "event", …}, one group after another, each linked by itself; holds one group at a time',
    )
    .addHelpText(
      "after",
      `
Examples:
  chancery code news/ > events.jsonl
  chancery link events.jsonl --documents news/ > happenings.jsonl`,
    )
    .action(async (paths: string[], { byGroup, ...options }: LinkCommandOptions) => {
      if (byGroup) {
        const { linkByGroup } = await import("../lake/link-by-group.ts")
        return linkByGroup(pathsOrStdin(paths), options.outlets)
      }
      const { linkFiles } = await import("./link-files.ts")
      await linkFiles(paths, options)
    })
