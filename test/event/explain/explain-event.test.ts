import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../../src/app/bundled-data.ts"
import { createExplainer } from "../../../src/event/explain/explain-event.ts"
import { featureWords } from "../../../src/event/explain/feature-words.ts"
import { type LinearModel, weigh } from "../../../src/event/explain/weigh.ts"
import { describeType, typeFeatures } from "../../../src/event/type-features.ts"
import { annotateArticle, loadResources } from "../../../src/read.ts"
import type { Weighed } from "../../../src/record/index.ts"
import { addFeature, noFeatures, predict } from "../../../src/text/softmax.ts"

const resources = loadResources(bundledData)
const explainerOf = (text: string) => {
  const input = annotateArticle({ id: "d", text, published: "2023-12-04" }, resources)
  return createExplainer(input, resources.codebook, resources.events)
}
const span = (text: string, words: string) => {
  const start = text.indexOf(words)
  assert.notEqual(start, -1, words)
  return { start, end: start + words.length }
}
const TEXT =
  "Alexander Lukashenko arrived in Beijing on Sunday. The leader of Belarus is due to meet Xi Jinping on Monday."

function isInOrder({ chosen, runnerUp }: Weighed): void {
  for (const reasons of [chosen, ...(runnerUp === null ? [] : [runnerUp])]) {
    for (const { contribution } of reasons.for) assert.ok(contribution > 0)
    for (const { contribution } of reasons.against) assert.ok(contribution < 0)
    for (const side of [reasons.for, reasons.against]) {
      const sizes = side.map(({ contribution }) => Math.abs(contribution))
      assert.deepEqual(
        sizes,
        [...sizes].sort((a, b) => b - a),
      )
    }
  }
}

test("an event's explanation is of the event that is coded, and names what decided", () => {
  const { events, explain } = explainerOf(TEXT)
  assert.ok(events.length >= 2)
  for (const event of events) {
    const found = explain(event.trigger!)
    assert.equal(found?.event?.id, event.id)
    assert.equal(found?.type.decided, event.type)
    assert.equal(found?.status.decided, event.status)
    assert.equal(found?.trigger.text, event.trigger?.text)
    assert.deepEqual(
      found?.participants.map(({ side, name }) => `${side} ${name}`),
      [
        ...event.actors.map(({ name }) => `actor ${name}`),
        ...event.recipients.map(({ name }) => `recipient ${name}`),
      ],
    )
    assert.equal(found.type.weighed.chosen.name, event.type)
    assert.notEqual(found.type.weighed.runnerUp?.name, event.type)
    assert.equal(
      Math.round(Math.max(found.record.probability, found.record.assurance) * 100) / 100,
      event.confidence,
    )
    for (const weighed of [found.type.weighed, found.status.weighed, found.record.weighed]) isInOrder(weighed)
    assert.ok(found.definitions[0]?.startsWith(`${event.type} (`))
    assert.ok(found.definitions.at(-1)?.startsWith(`${event.status} (status)`))
  }
})

test("the way to a participant is that of the syntax tree", () => {
  const arrived = explainerOf(TEXT).explain(span(TEXT, "arrived"))
  const lukashenko = arrived?.participants.find(({ name }) => name === "Alexander Lukashenko")
  assert.deepEqual(
    lukashenko?.path?.map(({ direction, relation }) => `${direction} ${relation}`),
    ["down nsubj"],
  )
  assert.equal(lukashenko?.rule, "nsubj")
})

test("a plan is explained by the rule that reads it", () => {
  const meet = explainerOf(TEXT).explain(span(TEXT, "meet"))
  assert.equal(meet?.status.rule.status, "planned")
  assert.match(meet?.status.rule.reason ?? "", /due/)
})

test("a word that is put on no record is explained, too; one that could report nothing is not", () => {
  const text = "The minister of Kenya slept in Nairobi, woke at noon and looked at the sea."
  const { explain } = explainerOf(text)
  const unrecorded = ["slept", "woke", "looked"]
    .flatMap((word) => explain(span(text, word)) ?? [])
    .filter(({ event }) => event === null)
  assert.ok(unrecorded.length > 0)
  for (const { record } of unrecorded)
    assert.equal(record.repeated, Math.max(record.probability, record.assurance) >= record.threshold)
  assert.equal(explain({ start: 0, end: 3 }), undefined)
})

test("the features by name are those that the model weighs", () => {
  const input = annotateArticle({ id: "d", text: TEXT }, resources)
  const { typeModel, relation } = resources.events
  const candidates = createExplainer(input, resources.codebook, resources.events)
  assert.ok(candidates.events.length > 0)
  const roles = {
    ...{ actors: [], recipients: [], located: [] },
    ...{ recipientPath: "", actorPath: "", reciprocal: false },
  }
  const sentence = input.analysis.sentences[0]!
  const candidate = {
    ...{ trigger: 2, sentence, roles, speaker: undefined, predicate: undefined, clause: [0, 1, 2] },
    evidence: { start: 0, end: 10 },
  }
  const expected = predict(typeModel, typeFeatures(input.analysis, candidate, relation, typeModel.buckets))
  const told = weigh(typeModel, (add) => describeType(input.analysis, candidate, relation, add)).chosen
  assert.equal(told.probability, expected[typeModel.classes.indexOf(told.name)])
  assert.equal(told.probability, Math.max(...expected))
})

const MODEL: LinearModel = {
  classes: ["NONE", "A", "B"],
  buckets: 64,
  weights: Int8Array.from({ length: 64 * 3 }, (_, at) => ((at * 37) % 255) - 127),
  scales: Float32Array.from([0.01, 0.02, 0.005]),
}

test("what speaks for and against the classes is what parts their probabilities", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("x", "y", "z"), fc.double({ min: -3, max: 3, noNaN: true })), {
        minLength: 1,
        maxLength: 6,
      }),
      (named) => {
        const { chosen, runnerUp } = weigh(MODEL, (add) => {
          for (const [name, value] of named) add(name, value)
        })
        const features = noFeatures()
        for (const [name, value] of named) addFeature(features, name, MODEL.buckets, value)
        const probabilities = predict(MODEL, features)
        assert.equal(chosen.probability, Math.max(...probabilities))
        const sum = (reasons: typeof chosen) =>
          [...reasons.for, ...reasons.against].reduce((total, { contribution }) => total + contribution, 0)
        const lead = Math.log(chosen.probability / runnerUp!.probability)
        // Reasons too small to be told may be missing: three names, two classes.
        assert.ok(Math.abs(sum(chosen) - sum(runnerUp!) - lead) < 3 * 2 * 0.005 + 1e-6)
      },
    ),
  )
})

test("a class that was taken is told of, however the features weigh it; one to skip never is", () => {
  const describe = (add: (name: string) => void) => add("x")
  assert.equal(weigh(MODEL, describe, { taken: "B" }).chosen.name, "B")
  const { chosen, runnerUp } = weigh(MODEL, describe, { skip: "NONE" })
  assert.deepEqual([chosen.name, runnerUp?.name].sort(), ["A", "B"])
})

test("a feature's name is put into words, and stands for itself where none are known", () => {
  assert.equal(featureWords("p arrive V"), "the word “arrive”")
  assert.equal(featureWords("actor path "), "no actor by syntax")
  assert.equal(featureWords("pair CONSULT here"), "the model of pairs says CONSULT, by this word")
  assert.equal(featureWords("something new"), "something new")
})
