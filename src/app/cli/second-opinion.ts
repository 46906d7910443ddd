import { type Command, Option } from "commander"
import { countParser, storeOption } from "./options.ts"

export interface SecondOpinionOptions {
  readonly endpoint?: string
  readonly model?: string
  readonly keyEnv: string
  readonly document?: readonly string[]
  readonly limit: number
  readonly timeout: number
  readonly list?: boolean
  readonly store: string
}

const addDocument = (given: string, documents: readonly string[] = []): string[] => [...documents, given]

/** `chancery second-opinion` */
export const addSecondOpinionCommand = (program: Command): Command =>
  program
    .command("second-opinion")
    .summary("let a language model confirm, doubt or propose events, as a second coder")
    .description(
      "Sends articles of the record with their events to a language model that you name, and keeps what it says beside them, as a second coder’s opinion. What it quotes must stand in the article word for word; anything else is thrown away. Nothing that was coded changes, and without --endpoint nothing is sent.",
    )
    .option("--endpoint <url>", "base address of an OpenAI-compatible API, such as http://127.0.0.1:11434/v1")
    .option("--model <name>", "the model, as the endpoint names it")
    .addOption(
      new Option(
        "--key-env <name>",
        "variable of the environment that holds the endpoint’s key, if it wants one",
      ).default("CHANCERY_MODEL_KEY"),
    )
    .addOption(
      new Option("--document <id>", "ask about this document; may be given again").argParser(addDocument),
    )
    .addOption(
      new Option("--limit <n>", "ask about at most so many documents").argParser(countParser).default(20),
    )
    .addOption(new Option("--timeout <seconds>", "for one answer").argParser(countParser).default(120))
    .option("--list", "print the opinions that are kept, one JSON line a document; send nothing")
    .addOption(storeOption())
    .addHelpText(
      "after",
      `
Examples:
  chancery second-opinion --endpoint http://127.0.0.1:11434/v1 --model qwen3:8b --limit 50
  chancery second-opinion --list > opinions.jsonl`,
    )
    .action(async (options: SecondOpinionOptions) => {
      const { secondOpinion } = await import("./second-opinion-store.ts")
      await secondOpinion(options)
    })
