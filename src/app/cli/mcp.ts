import type { Command } from "commander"
import { outletsOption, storeOption } from "./options.ts"

export interface McpOptions {
  readonly store: string
  readonly outlets?: string
}

/** `chancery mcp` */
export const addMcpCommand = (program: Command): Command =>
  program
    .command("mcp")
    .summary("the record as tools for a language model, over standard input and output")
    .description(
      "Speaks the Model Context Protocol on standard input and output: search, pair, happening, ledger, article and code, each answer with its evidence. It reads the record and changes nothing.",
    )
    .addOption(storeOption())
    .addOption(outletsOption())
    .addHelpText(
      "after",
      `
Example of a client's configuration:
  { "mcpServers": { "chancery": { "command": "chancery", "args": ["mcp", "--store", "/path/to/record.duckdb"] } } }`,
    )
    .action(async (options: McpOptions) => {
      const { serveMcp } = await import("./mcp-stdio.ts")
      await serveMcp(options)
    })
