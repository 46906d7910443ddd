import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadPredicates } from "../../src/codebook/predicates.ts"
import { findCandidates } from "../../src/event/candidates.ts"
import { labelsOf, loadCueWords, modeOf } from "../../src/event/cue-words.ts"
import { loadEventNouns } from "../../src/event/event-nouns.ts"
import { indexMentions, sameEntity, unique } from "../../src/event/mention-index.ts"
import { findSpeakers } from "../../src/event/speakers.ts"
import { clauseTokens } from "../../src/event/syntax.ts"
import { annotateArticle, loadAnnotators } from "../../src/read.ts"
import type { EventType } from "../../src/record/index.ts"

const annotators = loadAnnotators(bundledData)
const words = { nouns: loadEventNouns(bundledData), predicates: loadPredicates(bundledData) }
const cues = loadCueWords(bundledData)

function read(text: string) {
  const input = annotateArticle({ id: "a1", text, published: "2024-05-15" }, annotators)
  const { analysis } = input
  const index = indexMentions(analysis, input.mentions)
  const speakers = findSpeakers(input, index)
  const candidates = findCandidates(analysis, index, speakers, words)
  const wordAt = (token: number) => text.slice(analysis.start[token], analysis.end[token])
  const tokenOf = (word: string) => Array.from(analysis.start).indexOf(text.indexOf(word))
  return { input, analysis, index, speakers, candidates, wordAt, tokenOf }
}
const triggers = (text: string): string[] => {
  const { candidates, wordAt } = read(text)
  return candidates.map(({ trigger }) => wordAt(trigger))
}

// ---- candidates --------------------------------------------------------------------------------------------------------

test("verbs, event nouns and predicates of sentences with an actor may report events", () => {
  assert.deepEqual(triggers("Chad condemned the attack."), ["condemned", "attack"])
  assert.deepEqual(triggers("Peru is ready for talks."), ["ready", "talks"])
})

test("empty verbs and other nouns report nothing, nor do sentences without an actor", () => {
  assert.deepEqual(triggers("Chad has a long border."), [])
  assert.deepEqual(triggers("It rained, and the harvest failed."), [])
})

test("the evidence is the trigger's clause with what it says, and lies in its sentence", () => {
  const text = "On Monday, Chad said that Niger had attacked a village. It rained."
  const { candidates, wordAt } = read(text)
  const evidence = (word: string) => {
    const found = candidates.find(({ trigger }) => wordAt(trigger) === word)
    return found && text.slice(found.evidence.start, found.evidence.end)
  }
  assert.match(evidence("said") ?? "", /Chad said that Niger had attacked a village$/)
  assert.match(evidence("attacked") ?? "", /Niger had attacked a village$/)
})

test("any evidence lies inside its sentence and holds its trigger", () => {
  const part = fc.constantFrom(
    "Chad",
    "Niger",
    "condemned",
    "attacked",
    "talks",
    "with",
    "and",
    "the",
    "said",
    "that",
    ",",
    "“",
    "”",
    "on Monday",
    "by",
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 14 }), (parts) => {
      const { candidates, analysis } = read(`${parts.join(" ")}.`)
      for (const { evidence, sentence, trigger } of candidates) {
        assert.ok(evidence.start >= sentence.start && evidence.end <= sentence.end)
        assert.ok(evidence.start <= analysis.start[trigger]! && evidence.end >= analysis.end[trigger]!)
      }
    }),
    { numRuns: 60, seed: 7 },
  )
})

// ---- whose words -------------------------------------------------------------------------------------------------------

test("what stands in somebody's words is spoken by them, the rest by nobody", () => {
  const { speakers, tokenOf } = read("“We condemn the attack,” the Chadian president said. Niger protested.")
  assert.equal(speakers.at(tokenOf("condemn"))?.actor?.country, "TCD")
  assert.equal(speakers.at(tokenOf("protested")), undefined)
})

test("we are whoever speaks, and what must happen is the speaker's demand", () => {
  const { candidates, wordAt } = read("“We condemn the attack on Niger,” the Chadian president said.")
  const condemned = candidates.find(({ trigger }) => wordAt(trigger) === "condemn")
  assert.equal(condemned?.roles.actors[0]?.actor?.country, "TCD")
  assert.equal(condemned?.roles.actorPath, "we")
  const demand = read("“Niger must stop the attacks,” the Chadian president said.")
  const stop = demand.candidates.find(({ trigger }) => demand.wordAt(trigger) === "stop")
  assert.equal(stop?.roles.actors[0]?.actor?.country, "TCD")
  assert.equal(stop?.roles.recipients[0]?.actor?.country, "NER")
  assert.equal(stop?.roles.actorPath, "speaker")
})

// ---- mentions by token ---------------------------------------------------------------------------------------------------

test("a coordinated phrase stands for all its members, an owned thing for its owner", () => {
  const { index, tokenOf } = read("Chad and Niger praised Norway's proposal.")
  const countries = (mentions: ReturnType<typeof index.actorsAt>) =>
    mentions.map(({ actor }) => actor?.country)
  assert.deepEqual(countries(index.actorsAt(tokenOf("Chad"))), ["TCD", "NER"])
  assert.deepEqual(countries(index.actorsWithin(tokenOf("proposal"))), ["NOR"])
  assert.deepEqual(index.actorsAt(tokenOf("praised")), [])
})

test("an entity named twice is one", () => {
  const { input } = read("Chad praised Niger. Niger thanked Chad.")
  const all = input.mentions.filter(({ actor }) => actor !== null)
  assert.equal(all.length, 4)
  assert.equal(unique(all).length, 2)
  assert.ok(sameEntity(all[0]!, all[3]!))
  assert.ok(!sameEntity(all[0]!, all[1]!))
})

// ---- modes, contexts, topics ----------------------------------------------------------------------------------------------

function mode(text: string, word: string, type: EventType): string | null {
  const { analysis, tokenOf } = read(text)
  const trigger = tokenOf(word)
  return modeOf(analysis, type, trigger, clauseTokens(analysis, trigger), cues)
}

test("the trigger tells the mode, else its clause does, else there is none", () => {
  assert.equal(mode("The king visited Chad.", "visited", "CONSULT"), "visit")
  assert.equal(mode("The king talked to Chad by phone.", "talked", "CONSULT"), "phone")
  assert.equal(mode("The king talked to Chad.", "talked", "CONSULT"), null)
  assert.equal(mode("Chad expelled two diplomats.", "expelled", "SANCTION"), "expel")
})

test("a sentence's words tell its contexts and topics, the most frequent first, at most as many as asked", () => {
  const { analysis } = read("The army moved troops and missiles to a base near an oil pipeline.")
  const contexts = labelsOf(analysis, analysis.sentences[0]!, cues.contexts, 2)
  assert.equal(contexts[0], "military")
  assert.equal(contexts.length, 2)
  const { analysis: plain } = read("Chad praised Niger.")
  assert.deepEqual(labelsOf(plain, plain.sentences[0]!, cues.topics, 4), [])
})
