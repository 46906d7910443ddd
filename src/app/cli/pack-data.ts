import { type Command, Option } from "commander"
import { CODING_MODES, type CodingMode, DEFAULT_MODE } from "../../event/coding-mode.ts"

/** `chancery pack-data` */
export const addPackDataCommand = (program: Command): Command =>
  program
    .command("pack-data")
    .summary("write the data of the browser build as one file")
    .description(
      "Packs what the coder reads of its data/ into one file, which chancery/browser loads from your own server.",
    )
    .argument("<file>", "where to write it, for example public/data.bin")
    .addOption(
      new Option("--mode <mode>", "what it is for: fast is smaller, accurate finds more")
        .choices(CODING_MODES)
        .default(DEFAULT_MODE),
    )
    .addHelpText("after", "\nExample:\n  chancery pack-data public/data.bin")
    .action(async (file: string, { mode }: { readonly mode: CodingMode }) => {
      const { writeFileSync } = await import("node:fs")
      const { packBundledData } = await import("../browser/pack-bundled.ts")
      const packed = packBundledData(mode)
      writeFileSync(file, packed)
      process.stderr.write(`${file}: ${(packed.length / 1e6).toFixed(1)} MB\n`)
    })
