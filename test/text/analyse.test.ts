import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { scoreTreebank } from "../../src/evaluation/treebank.ts"
import { analyse, analyseTokens } from "../../src/text/analyse.ts"
import { type Analysis, UPOS } from "../../src/text/analysis.ts"
import { toConllu } from "../../src/text/analysis-conllu.ts"
import { readConllu, writeConllu } from "../../src/text/conllu.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)
const OWN = new URL("own-sentences.conllu", import.meta.url)
/** Shares below which the packed model counts as broken on the sentences of own-sentences.conllu. */
const FLOOR = { upos: 0.94, uas: 0.88, las: 0.84 }

const form = ({ text, start, end }: Analysis, token: number): string => text.slice(start[token], end[token])
const find = (analysis: Analysis, word: string): number => {
  for (let token = 0; token < analysis.count; token += 1) if (form(analysis, token) === word) return token
  throw new Error(`no token "${word}"`)
}
/** "nsubj of signed": a token's relation and head. */
function arc(text: string, word: string): string {
  const analysis = analyse(text, models)
  const token = find(analysis, word)
  const head = analysis.head[token]!
  return `${analysis.deprel[token]} of ${head < 0 ? "the root" : form(analysis, head)}`
}

const ARCS: readonly (readonly [string, string, string, string])[] = [
  [
    "the subject hangs from its verb",
    "The president of Ghana met the envoys in Accra.",
    "president",
    "nsubj of met",
  ],
  ["the object hangs from its verb", "Peru expelled two diplomats.", "diplomats", "obj of expelled"],
  [
    "the subject of a passive is marked",
    "Three villages were shelled by government forces.",
    "villages",
    "nsubj:pass of shelled",
  ],
  [
    "the agent of a passive is marked",
    "Three villages were shelled by government forces.",
    "forces",
    "obl:agent of shelled",
  ],
  [
    "the second of two coordinated subjects hangs from the first",
    "Kenya and Uganda signed the treaty.",
    "Uganda",
    "conj of Kenya",
  ],
  ["a negation hangs from its verb", "Kenya did not sign the treaty.", "not", "advmod of sign"],
  ["a possessor is marked", "Peru's ministry recalled its ambassador.", "Peru", "nmod:poss of ministry"],
  [
    "what is said hangs from the verb of saying",
    "The ministry said that rebels attacked the town.",
    "attacked",
    "ccomp of said",
  ],
  [
    "a relative clause hangs from its noun",
    "The general who leads the junta ordered a retreat.",
    "leads",
    "acl:relcl of general",
  ],
  [
    "what is expected is an open complement",
    "The minister is expected to visit Jakarta.",
    "visit",
    "xcomp of expected",
  ],
  [
    "the main verb of a headline is the root",
    "Rebels kill 12 soldiers in northern Mali",
    "kill",
    "root of the root",
  ],
  [
    "what a headline announces is its root",
    "Norway to send 200 police officers to Sudan",
    "send",
    "root of the root",
  ],
  [
    "who shall act is the headline's subject",
    "Zimbabwe to expel three diplomats",
    "Zimbabwe",
    "nsubj of expel",
  ],
  [
    "a plan in a sentence stays with its noun",
    "Their plan to expel diplomats failed.",
    "expel",
    "acl of plan",
  ],
]
for (const [claim, text, word, expected] of ARCS) test(claim, () => assert.equal(arc(text, word), expected))

test("tags tell names, verbs and numbers apart", () => {
  const analysis = analyse("Gen. Adebayo Lindqvist signed 12 accords.", models)
  assert.deepEqual(
    Array.from(analysis.upos, (tag) => UPOS[tag]),
    ["PROPN", "PROPN", "PROPN", "VERB", "NUM", "NOUN", "PUNCT"],
  )
  assert.equal(analysis.tag[find(analysis, "signed")], "VBD")
  assert.equal(analysis.lemma[find(analysis, "signed")], "sign")
})

test("a name that no list has is not taken for a function word", () => {
  const analysis = analyse("Mr Okafor denied that Adethan had paid Brunder in Kinshasa.", models)
  for (const name of ["Okafor", "Adethan", "Brunder"])
    assert.ok(["PROPN", "NOUN"].includes(UPOS[analysis.upos[find(analysis, name)]!]!), name)
})

test("tokens of an analysis stand where their offsets say, each in its sentence", () => {
  const text = "  “No,” said the envoy.\n\nU.S. troops left\n"
  const analysis = analyse(text, models)
  assert.equal(analysis.sentences.length, 2)
  assert.equal(form(analysis, find(analysis, "U.S.")), "U.S.")
  for (const { index, first, last, start, end } of analysis.sentences)
    for (let token = first; token < last; token += 1) {
      assert.equal(analysis.sentence[token], index)
      assert.ok(analysis.start[token]! >= start && analysis.end[token]! <= end)
    }
})

/** Every sentence has one root, heads stay inside it, and the children lists agree with the heads. */
function checkTrees(analysis: Analysis): void {
  for (const { first, last } of analysis.sentences) {
    let roots = 0
    for (let token = first; token < last; token += 1) {
      const head = analysis.head[token]!
      if (head < 0) roots += 1
      else assert.ok(head >= first && head < last && head !== token)
      let previous = -1
      for (let child = analysis.firstChild[token]!; child >= 0; child = analysis.nextSibling[child]!) {
        assert.equal(analysis.head[child], token)
        assert.ok(child > previous)
        previous = child
      }
      assert.equal(head < 0, analysis.deprel[token] === "root")
    }
    assert.equal(roots, 1)
  }
}

test("any text at all is parsed into trees", () => {
  const texts = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.lorem({ maxCount: 60 }))
  fc.assert(
    fc.property(texts, (text) => checkTrees(analyse(text, models))),
    { numRuns: 60 },
  )
})

test("the same text gives the same analysis, whatever was analysed before", () => {
  const text = "Zambia's envoy, J. P. Banda, rejected the offer; talks go on in Lusaka."
  const before = JSON.stringify(analyse(text, models))
  analyse(Array.from({ length: 9000 }, (_, at) => `word${at}`).join(" "), models)
  assert.equal(JSON.stringify(analyse(text, models)), before)
  assert.equal(JSON.stringify(analyse(text, loadTextModels(bundledData))), before)
})

test("a sentence is analysed alike alone and among others", () => {
  const one = "Chad withdrew its troops from the border on Friday."
  const alone = analyse(one, models)
  const among = analyse(`Talks failed.\n\n${one}\n\nNobody spoke.`, models)
  const { first, last } = among.sentences[1]!
  assert.deepEqual([...among.deprel.slice(first, last)], [...alone.deprel])
  assert.deepEqual([...among.tag.slice(first, last)], [...alone.tag])
})

test("given tokens are kept, even where the tokeniser would split them", () => {
  const analysis = analyseTokens(
    [{ forms: ["Well-known", "US-led", "force", "."], spaceAfter: [true, true, false, true] }],
    models,
  )
  assert.equal(analysis.text.trim(), "Well-known US-led force.")
  assert.equal(analysis.count, 4)
  checkTrees(analysis)
})

test("a given sentence longer than the splitter's limit is parsed whole", () => {
  const forms = Array.from({ length: 700 }, (_, at) => (at % 7 === 6 ? "," : "town"))
  const analysis = analyseTokens([{ forms, spaceAfter: forms.map(() => true) }], models)
  assert.equal(analysis.sentences.length, 1)
  checkTrees(analysis)
})

test("an empty text has an empty analysis", () => assert.equal(analyse("", models).count, 0))

test("on sentences annotated by hand the packed model stays above its floor", () => {
  const gold = readFileSync(OWN, "utf8")
  const sentences = readConllu(gold).map(({ tokens }) => ({
    forms: tokens.map((token) => token.form),
    spaceAfter: tokens.map((token) => token.spaceAfter),
  }))
  const score = scoreTreebank(gold, writeConllu(toConllu(analyseTokens(sentences, models))))
  for (const name of ["upos", "uas", "las"] as const)
    assert.ok(score[name] >= FLOOR[name], `${name} is ${score[name].toFixed(3)}`)
})
