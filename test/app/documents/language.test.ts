import assert from "node:assert/strict"
import { test } from "node:test"
import { detectLanguage } from "../../../src/app/documents/language.ts"
import { parseItem } from "../../../src/app/documents/parse-item.ts"

const TEXTS = {
  en: "The foreign ministers of Estonia and Kenya met in Tallinn on Monday and signed an agreement on digital trade, the ministry said.",
  de: "Die Außenminister Estlands und Kenias trafen sich am Montag in Tallinn und unterzeichneten ein Abkommen über den digitalen Handel.",
  fr: "Le ministre des Affaires étrangères a rencontré mardi à Paris son homologue kényan et a signé avec lui un accord sur le commerce.",
  ru: "Президент Белоруссии прибыл в воскресенье в Пекин.",
  zh: "白俄罗斯总统周日抵达北京。",
  ar: "وصل الرئيس إلى بكين يوم الأحد للقاء نظيره الصيني.",
  pl: "Prezydent Białorusi przybył w niedzielę do Pekinu, gdzie spotka się z przewodniczącym Chin i podpisze umowę o handlu.",
}

for (const [language, text] of Object.entries(TEXTS))
  test(`a text in "${language}" is known to be`, async () => {
    assert.equal(await detectLanguage(text), language)
  })

test("what a page claims does not hide what its text is", async () => {
  assert.equal(await detectLanguage(TEXTS.de, "en"), "de")
  assert.equal(await detectLanguage(TEXTS.en, "de"), "en")
})

test("a headline is too short to tell, and a list of names is no Finnish", async () => {
  assert.equal(await detectLanguage("Xi meets Lukashenko in Beijing"), undefined)
  assert.equal(await detectLanguage("Xi trifft Lukaschenko", "de"), "de")
  assert.equal(await detectLanguage(""), undefined)
})

const parse = async (value: object) => {
  const [parsed] = await parseItem({ kind: "line", where: "a:1", text: JSON.stringify(value) }, {})
  assert.ok(parsed?.problem === undefined)
  return parsed!.article
}

test("what is not English is kept and marked as not to be coded; English is not marked", async () => {
  assert.equal((await parse({ text: TEXTS.pl })).uncoded, "language")
  assert.equal((await parse({ text: TEXTS.en, language: "pl" })).uncoded, undefined)
})

test("a document whose participants the user marked is coded as asked", async () => {
  const participants = [{ actor: { start: 0, end: 9 }, recipient: null }]
  assert.equal((await parse({ text: TEXTS.pl, participants })).uncoded, undefined)
})
