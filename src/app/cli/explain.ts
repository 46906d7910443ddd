import type { Command } from "commander"

/** Exit code where one of the codes is none; the others are explained all the same. */
const UNKNOWN_CODE = 1

async function explain(codes: string[]): Promise<void> {
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
    .summary("what a code means")
    .description("Prints the codebook's entry for a category, mode, context, sector, status or CAMEO code.")
    .argument("<codes...>", "for example AGREE, visit, military, REB, planned, 042")
    .addHelpText(
      "after",
      `
Examples:
  chancery explain AGREE
  chancery explain visit 042`,
    )
    .action(explain)
