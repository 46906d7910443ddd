import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js"
import { bundledData } from "../../../src/app/bundled-data.ts"
import { createMcpServer } from "../../../src/app/mcp/create-mcp-server.ts"
import { loadCodebook } from "../../../src/codebook/codebook.ts"
import { loadCountryNames } from "../../../src/codebook/country-names.ts"
import { createOutlets } from "../../../src/codebook/outlets.ts"
import { openStore, type Store } from "../../../src/store/index.ts"
import { addReadings, READINGS } from "../../server/example-record.ts"

const TEXTS = new Map(READINGS.map(({ article }) => [article.id, article.text]))
let store: Store
const client = new Client({ name: "test", version: "1" })
before(async () => {
  store = await openStore(":memory:")
  await addReadings(store, READINGS)
  const server = createMcpServer({
    store,
    outlets: createOutlets([]),
    codebook: loadCodebook(bundledData),
    countryName: loadCountryNames(bundledData),
  })
  const [here, there] = InMemoryTransport.createLinkedPair()
  await Promise.all([server.connect(there), client.connect(here)])
  // The client holds each answer against the schema that the tool is listed with.
  await client.listTools()
})
after(async () => {
  await client.close()
  await store.close()
})

interface Evidence {
  readonly document: string
  readonly evidence: { readonly start: number; readonly end: number; readonly text: string }
}
interface Answer<T> {
  readonly isError?: boolean
  readonly structuredContent: T
  readonly content: readonly { readonly text: string }[]
}
const call = async <T>(name: string, sent: Record<string, unknown>) => {
  const answer = (await client.callTool({ name, arguments: sent })) as unknown as Answer<T>
  return {
    failed: answer.isError === true,
    data: answer.structuredContent,
    text: answer.content[0]?.text ?? "",
  }
}

/** The words that an answer cites stand in the article, exactly there. */
function assertCited(citations: readonly Evidence[]): void {
  assert.ok(citations.length > 0)
  for (const { document, evidence } of citations)
    assert.equal(TEXTS.get(document)?.slice(evidence.start, evidence.end), evidence.text)
}

test("the tools are listed with what they take and give, and say that they change nothing", async () => {
  const { tools } = await client.listTools()
  assert.deepEqual(
    tools.map(({ name }) => name),
    ["search", "pair", "happening", "ledger", "article", "code"],
  )
  for (const { inputSchema, outputSchema, annotations } of tools) {
    assert.equal(annotations?.readOnlyHint, true)
    assert.equal(inputSchema.type, "object")
    assert.ok(Object.keys(outputSchema?.properties ?? {}).length > 0)
  }
})

test("search finds the words from which an event was read, and tells where they stand", async () => {
  const { data, text } = await call<{
    total: number
    hits: { id: string; snippet: { text: string; start: number }; event: { happening: string } }[]
  }>("search", { query: "trade deal" })
  assert.equal(data.total, 1)
  const [hit] = data.hits
  const { start, text: words } = hit!.snippet
  assert.equal(TEXTS.get(hit!.id)?.slice(start, start + words.length), words)
  assert.ok(text.includes(words) && text.includes(hit!.event.happening))
})

test("a pair comes with its years and happenings, each with its sentence and who published it", async () => {
  const { data, text } = await call<{
    total: number
    years: { year: string }[]
    happenings: { id: string; citations: (Evidence & { outlet: string })[] }[]
  }>("pair", { pair: "BLR-CHN" })
  assert.ok(data.total >= 2 && data.years.some(({ year }) => year === "2023"))
  for (const { citations } of data.happenings) assertCited(citations)
  for (const words of ["He arrived in Beijing.", "State Wire", "characters 0–22"])
    assert.ok(text.includes(words), words)
})

test("a happening cites every report of it, and its ledger entry the same ones", async () => {
  const { data } = await call<{ happenings: { id: string }[] }>("pair", {
    pair: "BLR-CHN",
    from: "2023-12-01",
  })
  const happening = await call<{ citations: Evidence[]; history: unknown[] }>("happening", {
    id: data.happenings[0]!.id,
  })
  assert.deepEqual([happening.data.citations.length, happening.data.history.length], [2, 2])
  assertCited(happening.data.citations)
  const ledger = await call<{ encounters: unknown[]; citations: Evidence[] }>("ledger", { pair: "BLR-CHN" })
  assert.equal(ledger.data.encounters.length, 2)
  assertCited(ledger.data.citations)
  assert.match(ledger.text, /encounter: visit, Alexander Lukashenko → /)
})

test("an article gives its events with their sentences, and its text only where it is asked for", async () => {
  const [{ article }] = READINGS as [(typeof READINGS)[number]]
  const short = await call<{ text: string | null; coded: Evidence[] }>("article", { id: article.id })
  assert.equal(short.data.text, null)
  assertCited(short.data.coded)
  assert.equal(
    (await call<{ text: string }>("article", { id: article.id, withText: true })).data.text,
    article.text,
  )
})

test("a text is coded without being stored", async () => {
  const text = "Poland imposed sanctions on Belarus."
  const { data } = await call<{ events: (Omit<Evidence, "document"> & { type: string })[] }>("code", { text })
  assert.deepEqual(
    data.events.map(({ type }) => type),
    ["SANCTION"],
  )
  const { start, end, text: words } = data.events[0]!.evidence
  assert.equal(text.slice(start, end), words)
  assert.equal((await store.summary()).documents, READINGS.length)
})

test("a call that cannot be meant is told what would", async () => {
  const wrong: [string, Record<string, unknown>, RegExp][] = [
    ["pair", { pair: "CHN-BLR" }, /alphabetical/],
    ["pair", { pair: 7 }, /alpha-3/],
    ["pair", { pair: "BLR-CHN", from: "2023-02-30" }, /2023-12-03/],
    ["pair", { pair: "BLR-CHN", status: "perhaps" }, /occurred/],
    ["pair", {}, /pair/],
    ["search", { query: "-war" }, /joint statement/],
    ["search", { query: "war", where: "here" }, /query, in, limit/],
    ["happening", { id: "none" }, /search/],
    ["article", { id: "none" }, /search/],
    ["code", { text: "" }, /English/],
    ["guess", {}, /search, pair/],
  ]
  for (const [name, sent, remedy] of wrong) {
    const { failed, text } = await call(name, sent)
    assert.ok(failed, `${name} ${JSON.stringify(sent)}`)
    assert.match(text, remedy)
  }
})
