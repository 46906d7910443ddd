import type { Command } from "commander"
import type { CodingMode } from "../../event/coding-mode.ts"
import { actorsOption, modeOption, pathsOrStdin, publishedOption, workersOption } from "./options.ts"

interface CodeOptions {
  readonly published?: string
  readonly workers: number
  readonly actors?: readonly string[]
  readonly mode: CodingMode
  readonly byDocument?: boolean
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
    .addOption(modeOption())
    .option(
      "--by-document",
      "for programs that drive this one: JSONL in, one line out for each line in, at once and in order, with the rows that it adds to a lake or its error",
    )
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
    .action(async (paths: string[], { published, workers, actors, mode, byDocument }: CodeOptions) => {
      const { streamDocuments, withOwnActors } = await import("./stream-documents.ts")
      const settings = { output: "events", mode, ...(published === undefined ? {} : { published }) } as const
      if (byDocument) {
        const { codeByDocument } = await import("../lake/code-by-document.ts")
        return codeByDocument(pathsOrStdin(paths), withOwnActors(settings, actors))
      }
      await streamDocuments(paths, withOwnActors(settings, actors), workers)
    })
