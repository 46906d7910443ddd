import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { codeParticipants } from "../../src/event/participants.ts"
import { loadRelationModel } from "../../src/event/relation-classifier.ts"
import { loadVouchingModel } from "../../src/event/vouching/vouching-model.ts"
import type { Article, ParticipantPair } from "../../src/record/index.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)
const relation = loadRelationModel(bundledData)
const vouching = loadVouchingModel(bundledData, relation.vectors)
const codebook = loadCodebook(bundledData)

const spanOf = (text: string, words: string | null) =>
  words === null ? null : { start: text.indexOf(words), end: text.indexOf(words) + words.length }

function code(text: string, ...pairs: readonly (readonly [string | null, string | null])[]) {
  const participants: ParticipantPair[] = pairs.map(([actor, recipient]) => ({
    actor: spanOf(text, actor),
    recipient: spanOf(text, recipient),
  }))
  const article: Article = { id: "a1", text, published: "2024-05-06", participants }
  const found = { mentions: [], times: [], quantities: [], places: [], attributions: [] }
  return codeParticipants(
    { article, analysis: analyse(text, models), ...found, coder: "test" },
    codebook,
    relation,
    vouching,
  )
}

test("each pair gets its own event, in the order given", () => {
  const events = code(
    "Bhutan praised the truce, but Nauru condemned the shelling.",
    ["Nauru", "the shelling"],
    ["Bhutan", "the truce"],
  )
  assert.deepEqual(
    events.map(({ plover }) => plover),
    ["ACCUSE", "SUPPORT"],
  )
  assert.equal(new Set(events.map(({ id }) => id)).size, 2)
})

test("the participants keep exactly the words given, and the evidence spans them", () => {
  const text = "On Monday, Bhutan sent blankets and food to Nauru."
  const [event] = code(text, ["Bhutan", "Nauru"])
  assert.ok(event !== undefined)
  assert.deepEqual(
    [...event.actors, ...event.recipients].map((participant) => participant.text),
    ["Bhutan", "Nauru"],
  )
  for (const span of [event.evidence, ...event.actors, ...event.recipients])
    assert.equal(text.slice(span.start, span.end), span.text)
  assert.match(event.evidence.text, /^Bhutan .* Nauru$/)
})

test("the record agrees with the codebook: quad class and a CAMEO code of the family", () => {
  const [event] = code("Police arrested three reporters in the square.", ["Police", "three reporters"])
  assert.equal(event?.plover, "COERCE")
  assert.equal(event?.quad, "material conflict")
  assert.equal(event?.cameo, "173")
})

test("a visit to come is AGREE for PLOVER, and still a visit", () => {
  const [event] = code("The Maltese premier will visit Nauru next week.", ["The Maltese premier", "Nauru"])
  assert.equal(event?.plover, "AGREE")
  assert.equal(event?.type, "CONSULT")
})

test("an article without pairs gives no events", () => {
  assert.deepEqual(code("Rain fell."), [])
})

test("a pair with neither span has neither type nor category", () => {
  const [event] = code("Rain fell.", [null, null])
  assert.equal(event?.type, null)
  assert.equal(event?.plover, null)
  assert.equal(event?.cameo, null)
})
