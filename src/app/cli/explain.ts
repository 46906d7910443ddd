import type { Command } from "commander"
import type { CodingMode } from "../../event/coding-mode.ts"
import { modeOption, publishedOption } from "./options.ts"

/** Exit code where one of the codes is none; the others are explained all the same. */
const UNKNOWN_CODE = 1
/** How the ids of our events look; no code does. */
const EVENT_ID = /^[0-9a-f]{16}$/

export interface ExplainOptions {
  readonly store?: string
  readonly file?: string
  readonly published?: string
  readonly mode: CodingMode
  readonly json?: boolean
}

async function explain(asked: string[], options: ExplainOptions, command: Command): Promise<void> {
  if (options.file !== undefined) {
    const { explainFile } = await import("./explain-events.ts")
    return explainFile(options.file, asked, options)
  }
  if (asked.length === 0) command.error("error: missing a code, an event's id, or --file")
  const isEvent = (one: string): boolean => options.store !== undefined || EVENT_ID.test(one)
  const events = asked.filter(isEvent)
  await explainCodes(asked.filter((one) => !isEvent(one)))
  if (events.length === 0) return
  const { explainStored } = await import("./explain-events.ts")
  await explainStored(events, options)
}

async function explainCodes(codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  const [{ loadCodebook }, { explainCode, isCode }, { bundledData }] = await Promise.all([
    import("../../codebook/codebook.ts"),
    import("../../codebook/explain.ts"),
    import("../bundled-data.ts"),
  ])
  const codebook = loadCodebook(bundledData)
  for (const code of codes) {
    const known = isCode(code, codebook)
    if (!known) process.exitCode = UNKNOWN_CODE
    const out = known ? process.stdout : process.stderr
    out.write(`${explainCode(code, codebook)}\n`)
  }
}

/** `chancery explain` */
export const addExplainCommand = (program: Command): Command =>
  program
    .command("explain")
    .summary("what a code means, or why an event was coded so")
    .description(
      "Prints the codebook's entry for a category, mode, context, sector, status or CAMEO code. Of an event, by its id in the record or by its number in a file: the trigger, the way through the syntax to each participant, what spoke for and against its category and status and for the runner-up, and how sure it is to belong on record.",
    )
    .argument("[what...]", "codes (AGREE, visit, military, REB, planned, 042), or ids of events")
    .option("--store <file>", "the record in which the events stand")
    .option("--file <article>", "explain the events of an article: all, or those of these numbers or ids")
    .addOption(publishedOption())
    .addOption(modeOption())
    .option("--json", "one JSON line for each event, in place of text")
    .addHelpText(
      "after",
      `
Examples:
  chancery explain AGREE
  chancery explain visit 042
  chancery explain 01c6a1f9c5b8d2e4 --store belarus.duckdb
  chancery explain --file article.txt 2`,
    )
    .action(explain)
