import assert from "node:assert/strict"
import { before, test } from "node:test"
import { bundledData } from "../../../src/app/bundled-data.ts"
import { loadEventModels } from "../../../src/event/event-models.ts"
import { candidatesOf, indexActors, questionOf } from "../../../src/event/propose.ts"
import { EventReader, type Question, type Reading } from "../../../src/event/reader/event-reader.ts"
import { loadRelationModel } from "../../../src/event/relation-classifier.ts"
import { type Annotators, annotateArticle, loadAnnotators } from "../../../src/read.ts"

let annotators: Annotators
let models: ReturnType<typeof loadEventModels>
let reader: EventReader

before(() => {
  annotators = loadAnnotators(bundledData)
  models = loadEventModels(bundledData, loadRelationModel(bundledData), "fast")
  reader = new EventReader(bundledData)
})

interface Asked {
  readonly word: string
  readonly question: Question
  readonly reading: Reading | undefined
}

function read(text: string): Asked[] {
  const input = annotateArticle({ id: "a", text, published: "2024-03-01" }, annotators)
  const index = indexActors(input)
  const { start, end } = input.analysis
  const questions = candidatesOf(input, index, models).map((one) => questionOf(input, one, index, models))
  const readings = reader.read(input.article, input.analysis, questions)
  return questions.map((question, at) => ({
    word: text.slice(start[question.candidate.trigger], end[question.candidate.trigger]),
    question,
    reading: readings[at],
  }))
}

const of = (asked: readonly Asked[], word: string): Asked & { readonly reading: Reading } => {
  const found = asked.find((one) => one.word === word)
  assert.ok(found?.reading !== undefined, `nothing read at "${word}"`)
  return { ...found, reading: found.reading }
}
const category = ({ types }: Reading): string => reader.types[types.indexOf(Math.max(...types))]!

test("a deed between two states is read as its category, its actor and its recipient pointed to", () => {
  const asked = read("Turkish jets bombed several villages in northern Iraq on Thursday, killing six people.")
  const { reading, question } = of(asked, "bombed")
  assert.equal(category(reading), "ASSAULT")
  const actor = reading.roles.findIndex(({ pointed }) => pointed[0] > 0)
  assert.match(question.mentions[actor]!.text, /Turkish/)
})

test("the same word reports an event in one sentence and none in another", () => {
  const real = of(read("Norway and Brazil signed an agreement on forests in Oslo."), "signed").reading
  const none = of(read("Norway has signed novels by its best authors on display in Oslo."), "signed").reading
  assert.ok(real.types[0]! < none.types[0]!)
})

test("probabilities sum to one, whatever is read", () => {
  for (const { reading } of read(
    "The minister said Chile may recall its envoy. Peru denied it. \ud83d\ude80 Lima waits.",
  )) {
    assert.ok(reading !== undefined)
    for (const shares of [
      reading.types,
      [...reading.statuses.values()],
      ...reading.roles.map(({ alone }) => alone),
    ])
      assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9)
  }
})

test("a reading does not depend on what was read before", () => {
  const text = "Kenya expelled two Somali diplomats. Mogadishu called the move unfriendly."
  const first = read(text).map(({ reading }) => reading)
  read("Canada imposed sanctions on four Belarusian banks, and Minsk recalled its chargé d'affaires.")
  assert.deepEqual(
    read(text).map(({ reading }) => reading),
    first,
  )
})

test("a word too far back in an endless sentence is left to the features", () => {
  const asked = read(`Iran ${"and ".repeat(150)}attacked Israel.`)
  const last = asked.find(({ word }) => word === "attacked")
  assert.ok(last !== undefined)
  assert.equal(last.reading, undefined)
})
