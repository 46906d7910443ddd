import type { Command } from "commander"

async function explain(codes: string[]): Promise<void> {
  const [{ loadCodebook }, { explainCode }, { bundledData }] = await Promise.all([
    import("../../codebook/codebook.ts"),
    import("../../codebook/explain.ts"),
    import("../bundled-data.ts"),
  ])
  const codebook = loadCodebook(bundledData)
  for (const code of codes) process.stdout.write(`${explainCode(code, codebook)}\n`)
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
