import type { Command } from "commander"
import { actorsOption } from "./options.ts"

/** `chancery resolve` */
export const addResolveCommand = (program: Command): Command =>
  program
    .command("resolve")
    .summary("actor phrases in, who they are out")
    .description(
      'Reads phrases, one JSON object a line: {"id", "text", "context"?, "date"?}. Writes {"id", "actors"}; the list is empty where the phrase names no actor.',
    )
    .argument("[paths...]", "JSONL files, or - for standard input")
    .addOption(actorsOption())
    .addHelpText(
      "after",
      `
Examples:
  echo '{"id": 1, "text": "the Belarusian president", "date": "2023-12-03"}' | chancery resolve`,
    )
    .action(async (paths: string[], { actors }: { readonly actors?: readonly string[] }) => {
      const { resolvePhrases } = await import("./resolve-phrases.ts")
      await resolvePhrases(paths, actors)
    })
