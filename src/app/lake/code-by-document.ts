import { loadCountryTest } from "../../codebook/country-names.ts"
import { createLinker } from "../../happening/index.ts"
import { lakeSchema } from "../../store/index.ts"
import { bundledData } from "../bundled-data.ts"
import { SOME_LOST } from "../cli/exit-codes.ts"
import { writeOut } from "../cli/stdout.ts"
import { coderBuild, EXTRACTOR } from "../coder-build.ts"
import { rawLines } from "../documents/raw-items.ts"
import { createTask, type ReadingSettings } from "../reading/reading-task.ts"
import { codeLine } from "./code-lines.ts"

/**
 * Codes JSONL line by line and answers each with one line, in order and before the next is begun: whoever drives this process
 * knows which document it is at. A line that cannot be read or coded is answered with its error.
 */
export async function codeByDocument(
  paths: readonly string[],
  settings: Omit<ReadingSettings, "output">,
): Promise<void> {
  const coder = {
    code: await createTask({ ...settings, output: "readings" }),
    linker: createLinker({ isCountry: loadCountryTest(bundledData) }),
    schema: await lakeSchema(),
    by: { coder: coderBuild(settings.actors, settings.mode), extractor: EXTRACTOR },
  }
  let lost = 0
  for await (const item of rawLines(paths)) {
    const line = await codeLine(item, coder)
    if (line.error !== undefined) lost++
    await writeOut(`${JSON.stringify(line)}\n`)
  }
  if (lost === 0) return
  process.stderr.write(
    `${lost} ${lost === 1 ? "line was" : "lines were"} not coded; each is answered with its error.\n`,
  )
  process.exitCode = SOME_LOST
}
