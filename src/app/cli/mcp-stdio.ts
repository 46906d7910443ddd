import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js"
import { loadCodebook } from "../../codebook/codebook.ts"
import { loadCountryNames } from "../../codebook/country-names.ts"
import { bundledData } from "../bundled-data.ts"
import { aborted, stopOnInterrupt } from "../interrupt.ts"
import { createMcpServer } from "../mcp/create-mcp-server.ts"
import { loadOutletsWith } from "../own-outlets.ts"
import { openSharedRecord } from "../shared-record.ts"
import type { McpOptions } from "./mcp.ts"

/** Answers on standard output until standard input ends or Ctrl-C, then closes the store. */
export async function serveMcp({ store: path, outlets }: McpOptions): Promise<void> {
  const interrupted = aborted(stopOnInterrupt())
  const store = await openSharedRecord(path)
  try {
    const server = createMcpServer({
      store,
      outlets: loadOutletsWith(outlets),
      codebook: loadCodebook(bundledData),
      countryName: loadCountryNames(bundledData),
    })
    const ended = new Promise<void>((resolve) => {
      process.stdin.once("end", resolve).once("close", resolve)
    })
    await server.connect(new StdioServerTransport())
    await Promise.race([interrupted, ended])
    await server.close()
  } finally {
    await store.close()
  }
}
