import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { classifyRelation, loadRelationModel } from "../../src/event/relation-classifier.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)
const relation = loadRelationModel(bundledData)

/** "[A Peru] sues [R Chile]." → the category between the two marked spans. */
function holds(marked: string): string | null {
  const spans: Record<string, { start: number; end: number }> = {}
  let text = ""
  let last = 0
  for (const match of marked.matchAll(/\[([AR]) ([^\]]*)\]/g)) {
    text += marked.slice(last, match.index)
    spans[match[1] ?? ""] = { start: text.length, end: text.length + (match[2] ?? "").length }
    text += match[2]
    last = match.index + match[0].length
  }
  text += marked.slice(last)
  return classifyRelation(analyse(text, models), spans.A ?? null, spans.R ?? null, relation).type
}

const CLAIMS: readonly (readonly [claim: string, sentence: string, type: string])[] = [
  [
    "a meeting held is a consultation",
    "[A The Maltese premier] met [R the Cypriot president] in Valletta on Friday.",
    "CONSULT",
  ],
  [
    "a meeting to come is an agreement",
    "[A The Maltese premier] will meet [R the Cypriot president] in Valletta on Friday.",
    "AGREE",
  ],
  [
    "a meeting refused is a rejection",
    "[A The Maltese premier] refused to meet [R the Cypriot president].",
    "REJECT",
  ],
  [
    "an attack threatened is a threat",
    "[A Guerrillas] threatened to shell [R the oil port] unless the army leaves.",
    "THREATEN",
  ],
  ["shelling is an assault", "[A Guerrillas] shelled [R the oil port] for two days.", "ASSAULT"],
  [
    "to accuse somebody of shelling is to accuse",
    "[A Togo] accused [R the guerrillas] of shelling the oil port.",
    "ACCUSE",
  ],
  [
    "a demand to release is a demand",
    "[A Togo] demanded that [R the junta] release all political prisoners.",
    "REQUEST",
  ],
  ["a release is a retreat", "[A The junta] released [R forty political prisoners] on Tuesday.", "RETREAT"],
  [
    "the passive turns nothing around",
    "[R Forty political prisoners] were released by [A the junta] on Tuesday.",
    "RETREAT",
  ],
  ["relief sent is aid", "[A Finland] sent tents and medicine to [R Nepal] after the earthquake.", "AID"],
  [
    "relief cut is a reduction of relations",
    "[A Finland] suspended development aid to [R Nepal] after the coup.",
    "SANCTION",
  ],
  ["marchers protest", "[A Thousands of nurses] marched against [R the spending cuts] in Lisbon.", "PROTEST"],
  [
    "troops massed are mobilized",
    "[A Eritrea] has massed troops and tanks on the border with [R Djibouti].",
    "MOBILIZE",
  ],
  ["an arrest is coercion", "[A Police] arrested [R two opposition lawmakers] at the airport.", "COERCE"],
  [
    "praise is support",
    "[A The Portuguese minister] praised [R Senegal's decision to open the border].",
    "SUPPORT",
  ],
  [
    "shared evidence is cooperation",
    "[A Dutch prosecutors] shared bank records and evidence with [R Peru].",
    "COOPERATE",
  ],
]
for (const [claim, sentence, type] of CLAIMS) test(claim, () => assert.equal(holds(sentence), type))

test("two states of which the text says nothing together have no relation", () => {
  assert.equal(holds("[A Bolivia] has higher mountains than [R Paraguay]."), null)
  assert.equal(holds("Rain fell in [A Bolivia] and in [R Paraguay] all week."), null)
})

test("an unsaid recipient is no obstacle", () => {
  assert.equal(holds("[A The police chief] resigned on Sunday after the landslide report."), "RETREAT")
})

test("with neither participant in the text there is nothing to say", () => {
  const found = classifyRelation(analyse("Rain fell in Oslo.", models), null, null, relation)
  assert.equal(found.type, null)
  assert.equal(found.trigger, null)
})

test("a span outside the text is not found, and does not throw", () => {
  const found = classifyRelation(analyse("Rain fell.", models), { start: 900, end: 950 }, null, relation)
  assert.equal(found.type, null)
})

test("the trigger stands outside the participants", () => {
  const text = "Guatemala lifted its embargo on Belize."
  const analysis = analyse(text, models)
  const { trigger } = classifyRelation(analysis, { start: 0, end: 9 }, { start: 32, end: 38 }, relation)
  assert.ok(trigger !== null)
  assert.ok(["lifted", "embargo"].includes(text.slice(analysis.start[trigger], analysis.end[trigger])))
})

test("any two spans of any words get one answer with probabilities that are no more than one together", () => {
  const word = fc.constantFrom(
    "Peru",
    "met",
    "the",
    "army",
    "not",
    "attack",
    "on",
    ",",
    "said",
    "talks",
    "with",
    "aid",
    ".",
    "will",
  )
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 25 }),
      fc.nat(100),
      fc.nat(100),
      (words, from, to) => {
        const text = words.join(" ")
        const actor = { start: from % text.length, end: (from % text.length) + 3 }
        const recipient = { start: to % text.length, end: (to % text.length) + 3 }
        const { type, probability, alternatives } = classifyRelation(
          analyse(text, models),
          actor,
          recipient,
          relation,
        )
        if (type === null) return
        const sum = alternatives.reduce((total, [, share]) => total + share, probability)
        assert.ok(probability > 0 && sum <= 1 + 1e-6)
      },
    ),
    { numRuns: 100, seed: 5 },
  )
})

test("a sentence of many thousand words is classified in good time", () => {
  const text = `Peru ${"attacked and praised the army of ".repeat(800)}Chile.`
  const analysis = analyse(text, models)
  const begun = performance.now()
  classifyRelation(analysis, { start: 0, end: 4 }, { start: text.length - 6, end: text.length - 1 }, relation)
  assert.ok(performance.now() - begun < 3000)
})
