import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { indexMentions } from "../../src/event/mention-index.ts"
import { findRoles } from "../../src/event/roles.ts"
import { annotateArticle, loadAnnotators } from "../../src/read.ts"
import type { Mention } from "../../src/record/index.ts"

const annotators = loadAnnotators(bundledData)

const countries = (mentions: readonly Mention[]): string =>
  mentions.map(({ actor, text }) => actor?.country ?? actor?.name ?? text).join("+")

/** "CHN>RUS, obj": who does what the word tells to whom, by country, and how the recipient was reached. */
function rolesIn(text: string, word: string) {
  const { analysis, mentions } = annotateArticle({ id: "a1", text, published: "2024-05-15" }, annotators)
  const token = Array.from(analysis.start).indexOf(text.indexOf(word))
  assert.notEqual(token, -1, `"${word}" starts no token of "${text}"`)
  const roles = findRoles(analysis, token, indexMentions(analysis, mentions))
  return { ...roles, pair: `${countries(roles.actors)}>${countries(roles.recipients)}` }
}

function claims(title: string, cases: readonly (readonly [string, string, string])[]): void {
  test(title, () => {
    for (const [text, word, pair] of cases)
      assert.equal(rolesIn(text, word).pair, pair, `${word} in "${text}"`)
  })
}

claims("the subject acts, the object is acted upon", [
  ["Russia condemned Japan.", "condemned", "RUS>JPN"],
  ["Chile sent medicine to Peru.", "sent", "CHL>PER"],
  ["Chad and Niger condemned Mali.", "condemned", "TCD+NER>MLI"],
  ["The Brazilian president met the Argentine foreign minister.", "met", "BRA>ARG"],
])

claims("the passive turns the roles round", [
  ["Japan was condemned by Russia.", "condemned", "RUS>JPN"],
  ["Japan was condemned.", "condemned", ">JPN"],
  ["Three Chadian diplomats were expelled from Norway.", "expelled", ">TCD"],
])

claims("relative clauses and participles take the noun they hang on", [
  ["Russia, which condemned Japan, praised Chile.", "condemned", "RUS>JPN"],
  ["Japan, condemned by Russia, protested.", "condemned", "RUS>JPN"],
  ["Peru praised Chile, which Russia had condemned.", "condemned", "RUS>CHL"],
])

claims("whoever is urged, forced or allowed to act is the one who acts", [
  ["Chile urged Russia to condemn Japan.", "condemn", "RUS>JPN"],
  ["Chile urged Russia to condemn Japan.", "urged", "CHL>RUS"],
  ["Russia promised to condemn Japan.", "condemn", "RUS>JPN"],
  ["Russia was urged to condemn Japan.", "condemn", "RUS>JPN"],
])

claims("coordinated verbs share their subject", [
  ["Russia recalled its envoy and condemned Japan.", "condemned", "RUS>JPN"],
  ["Russia recalled its envoy and Chile condemned Japan.", "condemned", "CHL>JPN"],
])

claims("nouns tell whose act it is and towards whom", [
  ["Russia's attack on Ukraine began at night.", "attack", "RUS>UKR"],
  ["The Russian attack on Ukraine began at night.", "attack", "RUS>UKR"],
  ["Sanctions against Mali were lifted.", "Sanctions", ">MLI"],
  ["The condemnation of Mali by Chad came late.", "condemnation", "TCD>MLI"],
  ["The visit of the Japanese prime minister to Chile ended.", "visit", "JPN>CHL"],
])

claims("light verbs lend their subject to the noun", [
  ["Russia launched an attack on Ukraine.", "attack", "RUS>UKR"],
  ["Norway imposed sanctions on Mali.", "sanctions", "NOR>MLI"],
  ["Mali faces sanctions.", "sanctions", ">MLI"],
])

test("both sides act alike in talks", () => {
  for (const [text, word] of [
    ["Talks between Chad and Niger began on Monday.", "Talks"],
    ["Chad held talks with Niger.", "talks"],
    ["Chad met with Niger.", "met"],
  ] as const) {
    const roles = rolesIn(text, word)
    assert.equal(roles.reciprocal, true, text)
    const both = [...roles.actors, ...roles.recipients].map(({ actor }) => actor?.country)
    assert.deepEqual(both, ["TCD", "NER"], text)
  }
  assert.equal(rolesIn("Chad attacked Niger.", "attacked").reciprocal, false)
})

claims("what an accusation or a warning is about does not take the place of whom it is made to", [
  ["Japan suspected North Korea of spying on China.", "suspected", "JPN>PRK"],
  ["Israel warned the United Nations that Iran builds missiles.", "warned", "ISR>United Nations"],
  ["Chad told Niger that Mali would sign.", "told", "TCD>NER"],
])

test("what two discuss is not the one they talk to", () => {
  const roles = rolesIn("Chad and Niger discussed Mali.", "discussed")
  assert.equal(countries(roles.actors), "TCD+NER")
})

test("nobody takes part where nobody is named", () => {
  const roles = rolesIn("It rained, and the harvest failed.", "failed")
  assert.deepEqual([roles.actors, roles.recipients, roles.actorPath, roles.recipientPath], [[], [], "", ""])
})

test("the way to each party is told", () => {
  const roles = rolesIn("Norway imposed sanctions on Mali.", "imposed")
  assert.equal(roles.actorPath, "nsubj")
  assert.equal(roles.recipientPath, "obj>prep:on")
})
