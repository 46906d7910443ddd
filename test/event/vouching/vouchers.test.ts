import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../../src/app/bundled-data.ts"
import { findTellers } from "../../../src/event/vouching/tellers.ts"
import { vouchersOf } from "../../../src/event/vouching/vouchers.ts"
import { loadVouchingModel } from "../../../src/event/vouching/vouching-model.ts"
import { annotateArticle, loadAnnotators } from "../../../src/read.ts"
import type { EventType } from "../../../src/record/index.ts"

const annotators = loadAnnotators(bundledData)
const model = loadVouchingModel(bundledData, annotators.text.vectors)
const read = (text: string) => annotateArticle({ id: "a1", text, published: "2023-05-04" }, annotators)

/** Names of those who vouch for what the word states; its actors are the mentions of the given words. */
function chain(text: string, word: string, type: EventType, ...actors: readonly string[]): string[] {
  const input = read(text)
  const trigger = input.analysis.start.indexOf(text.indexOf(word))
  const own = input.mentions.filter((mention) => actors.includes(mention.text))
  return vouchersOf(input, { trigger, type, actors: own }, model).map(({ name }) => name)
}

test("what the article says in its own voice has no chain", () => {
  assert.deepEqual(
    chain("Norway expelled two Chilean diplomats on Monday.", "expelled", "SANCTION", "Norway"),
    [],
  )
})

test("an outlet that reports an event vouches for it", () => {
  const text = "Troops from Eritrea shelled a village in Ethiopia on Monday, Reuters reported."
  assert.deepEqual(chain(text, "shelled", "ASSAULT", "Eritrea"), ["Reuters"])
})

test("who is named by a description keeps it, also where a bare noun takes it up", () => {
  const { analysis, mentions, attributions } = read(
    "A Norwegian official said that the treaty was signed. Talks will go on next week, the official said.",
  )
  const { all } = findTellers(analysis, mentions, attributions, model.documents)
  const sources = all.filter(({ cue }) => cue !== -1).map(({ name }) => name)
  assert.deepEqual(new Set(sources), new Set(["Norwegian official"]))
})

test("each of several who speak together is a teller of his own", () => {
  const { analysis, mentions, attributions } = read(
    "Reuters and the BBC reported that Peru had recalled its envoy.",
  )
  const { all } = findTellers(analysis, mentions, attributions, model.documents)
  const names = all.filter(({ cue }) => cue !== -1).map(({ name }) => name)
  assert.equal(names.length, 2)
  assert.ok(names.includes("Reuters"))
})

test("an article is read the same way each time", () => {
  const text = "Eritrea will reopen its embassy, its foreign minister told Reuters."
  assert.deepEqual(chain(text, "reopen", "CONCEDE", "Eritrea"), chain(text, "reopen", "CONCEDE", "Eritrea"))
})
