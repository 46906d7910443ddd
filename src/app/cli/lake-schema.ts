import type { Command } from "commander"
import type { CodingMode } from "../../event/coding-mode.ts"
import { modeOption } from "./options.ts"

/** `chancery lake-schema` */
export const addLakeSchemaCommand = (program: Command): Command =>
  program
    .command("lake-schema")
    .summary("the tables of a lake with their columns")
    .description(
      "Writes, as JSON, the version of the coder and the tables that a lake of Parquet holds, with the name and the DuckDB type of every column, for whatever writes one: see docs/spark.md.",
    )
    .addOption(modeOption())
    .action(async ({ mode }: { readonly mode: CodingMode }) => {
      const { lakeSchema } = await import("../../store/index.ts")
      const { RELATION_COLUMNS } = await import("../lake/series-lines.ts")
      const { coderBuild } = await import("../coder-build.ts")
      const tables = { ...(await lakeSchema()), relations: RELATION_COLUMNS }
      process.stdout.write(`${JSON.stringify({ coder: coderBuild([], mode), tables })}\n`)
    })
