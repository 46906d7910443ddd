import assert from "node:assert/strict"
import { join } from "node:path"
import { test } from "node:test"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js"
import { openStore } from "../../../src/store/index.ts"
import { addReadings, READINGS } from "../../server/example-record.ts"
import { COMMAND, chancery, scratchFolder } from "../cli/chancery.ts"

const path = join(scratchFolder(), "record.duckdb")

test("over standard input and output a client finds a pair's happening and the sentence that tells it", async () => {
  const store = await openStore(path)
  await addReadings(store, READINGS)
  await store.close()
  const client = new Client({ name: "test", version: "1" })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [COMMAND, "mcp", "--store", path],
      stderr: "pipe",
    }),
  )
  assert.equal(client.getServerVersion()?.name, "chancery")
  assert.match(client.getInstructions() ?? "", /Quote the evidence/)
  const { tools } = await client.listTools()
  assert.equal(tools.length, 6)
  const { structuredContent } = await client.callTool({ name: "pair", arguments: { pair: "BLR-CHN" } })
  const { happenings } = structuredContent as {
    happenings: { citations: { evidence: { text: string } }[] }[]
  }
  assert.ok(
    happenings.some(({ citations }) =>
      citations.some(({ evidence }) => evidence.text === "He arrived in Beijing."),
    ),
  )
  await client.close()
})

test("where there is no record it says how one is made, on standard error alone", () => {
  const { status, stdout, stderr } = chancery(["mcp", "--store", join(path, "..", "none.duckdb")])
  assert.notEqual(status, 0)
  assert.equal(stdout, "")
  assert.match(stderr, /chancery run/)
})
