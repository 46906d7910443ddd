import type { Command } from "commander"
import { publishedOption, workersOption } from "./options.ts"

/** `chancery read` */
export const addReadCommand = (program: Command): Command =>
  program
    .command("read")
    .summary("documents out as JSONL, without coding")
    .description(
      "Reads files, folders or standard input and writes each document as one JSON line: what the coder would see.",
    )
    .argument("[paths...]", "files (.txt .md .html .json .jsonl, also .gz), folders, or - for standard input")
    .addOption(publishedOption())
    .addOption(workersOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery read article.html
  chancery read pages/ > documents.jsonl`,
    )
    .action(async (paths: string[], { published, workers }: { published?: string; workers: number }) => {
      const { streamDocuments } = await import("./stream-documents.ts")
      await streamDocuments(
        paths,
        { output: "documents", ...(published === undefined ? {} : { published }) },
        workers,
      )
    })
