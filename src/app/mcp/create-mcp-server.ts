import { Server } from "@modelcontextprotocol/sdk/server/index.js"
import {
  CallToolRequestSchema,
  type CallToolResult,
  type Tool as ListedTool,
  ListToolsRequestSchema,
} from "@modelcontextprotocol/sdk/types.js"
import type { TObject } from "typebox"
import { packageVersion } from "../cli/version.ts"
import { RequestError } from "../server/request-error.ts"
import type { Served } from "../server/route.ts"
import { withoutIds } from "../server/schemas/without-ids.ts"
import { articleTool, codeTool } from "./article-tools.ts"
import { ledgerTool } from "./ledger-tool.ts"
import { happeningTool, pairTool } from "./record-tools.ts"
import { searchTool } from "./search-tool.ts"
import { type AnyTool, callTool } from "./tool.ts"

const TOOLS: readonly AnyTool[] = [searchTool, pairTool, happeningTool, ledgerTool, articleTool, codeTool]
const INSTRUCTIONS =
  "Chancery is a record of relations between states, read from news by a program: it misses events and misreads some. Quote the evidence and name the outlet; say how many independent owners report a happening and whether only state media do. States are ISO 3166 alpha-3 codes, pairs in alphabetical order (BLR-CHN)."

/** The record as tools of the Model Context Protocol; the caller connects it to a transport. */
export function createMcpServer(served: Served): Server {
  const server = new Server(
    { name: "chancery", title: "Chancery", version: packageVersion() },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  )
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(listed) }))
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => answer(params, served))
  return server
}

async function answer(
  { name, arguments: sent = {} }: { readonly name: string; readonly arguments?: unknown },
  served: Served,
): Promise<CallToolResult> {
  const tool = TOOLS.find((known) => known.name === name)
  if (tool === undefined)
    return refusal(
      `There is no tool "${name}".`,
      `The tools are ${TOOLS.map((known) => known.name).join(", ")}.`,
    )
  try {
    const { text, data } = await callTool(tool, sent, served)
    return { content: [{ type: "text", text }], structuredContent: { ...data } }
  } catch (error) {
    // The model can mend what it asked; anything else is for the transport to report.
    if (error instanceof RequestError) return refusal(error.message, error.remedy)
    throw error
  }
}

const refusal = (message: string, remedy?: string): CallToolResult => ({
  isError: true,
  content: [{ type: "text", text: remedy === undefined ? message : `${message} ${remedy}` }],
})

const listed = ({ name, title, description, input, output }: AnyTool): ListedTool => ({
  name,
  title,
  description,
  inputSchema: schemaOf(input, { additionalProperties: false }),
  outputSchema: schemaOf(output),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})

const schemaOf = (schema: TObject, more: object = {}): ListedTool["inputSchema"] =>
  withoutIds({ ...schema, ...more }) as ListedTool["inputSchema"]
