import assert from "node:assert/strict"
import { after, test } from "node:test"
import type { ArticleOpinion } from "../../src/view/index.ts"
import { READINGS, serveExamples } from "./example-record.ts"

const served = await serveExamples()
after(() => served.close())
const ask = (id: string) => served.server.inject(`/api/v1/documents/${encodeURIComponent(id)}/opinions`)

test("an article nobody else has judged has no opinions, and one that is not there is not found", async () => {
  assert.deepEqual((await ask("plan")).json(), [])
  assert.equal((await ask("unheard of")).statusCode, 404)
})

test("an opinion is given with the words it rests on, and what was coded stays as it was", async () => {
  const document = await served.store.document("plan")
  const [event] = READINGS[0]?.events ?? []
  assert.ok(document && event)
  const evidence = { start: 0, end: event.evidence.text.length, text: event.evidence.text }
  await served.store.putOpinion({
    document: "plan",
    contentHash: document.provenance.contentHash,
    coder: document.provenance.coder,
    ...{ model: "another coder", endpoint: "http://localhost", prompt: "1", time: "2024-01-01T00:00:00Z" },
    refused: 2,
    items: [
      { kind: "doubt", event: event.id, evidence, reason: "It is only foreseen." },
      {
        ...{ kind: "propose", type: "AGREE", status: "planned", evidence, reason: null },
        actors: [{ start: 0, end: 2, text: "He" }],
        recipients: [],
      },
    ],
  })
  const [opinion] = (await ask("plan")).json<ArticleOpinion[]>()
  assert.equal(opinion?.refused, 2)
  assert.deepEqual(
    opinion.entries.map(({ kind, event, type, actors }) => ({ kind, event, type, actors })),
    [
      { kind: "doubt", event: event.id, type: null, actors: [] },
      { kind: "propose", event: null, type: "AGREE", actors: ["He"] },
    ],
  )
  const page = (await served.server.inject("/api/v1/documents/plan")).json<{ coded: unknown[] }>()
  assert.equal(page.coded.length, 1)
})
