import type { Command } from "commander"
import { actorsOption, publishedOption, workersOption } from "./options.ts"

interface CodeOptions {
  readonly published?: string
  readonly workers: number
  readonly actors?: readonly string[]
}

/** `chancery code` */
export const addCodeCommand = (program: Command): Command =>
  program
    .command("code")
    .summary("documents in, events out as JSONL")
    .description(
      "Codes political events and writes each as one JSON line: who did what to whom, whether it happened, when, where, who says so, and the words that say it.",
    )
    .argument("[paths...]", "files (.txt .md .html .json .jsonl, also .gz), folders, or - for standard input")
    .addOption(publishedOption())
    .addOption(workersOption())
    .addOption(actorsOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery code article.txt --published 2023-12-03
  chancery code news/ > events.jsonl
  chancery code news/ --actors my-actors.tsv --actors Phoenix.Countries.actors.txt
  cat documents.jsonl | chancery code - | grep '"CONSULT"'

A document that cannot be read is named on stderr and skipped; the exit code is then 3.`,
    )
    .action(async (paths: string[], { published, workers, actors }: CodeOptions) => {
      const { streamDocuments, withOwnActors } = await import("./stream-documents.ts")
      const settings = { output: "events", ...(published === undefined ? {} : { published }) } as const
      await streamDocuments(paths, withOwnActors(settings, actors), workers)
    })
