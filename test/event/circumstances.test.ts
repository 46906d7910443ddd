import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { dateOf, isBackground, placeOf, quantitiesOf } from "../../src/event/circumstances.ts"
import type { Act } from "../../src/event/event-place.ts"
import { indexMentions } from "../../src/event/mention-index.ts"
import { findRoles } from "../../src/event/roles.ts"
import { annotateArticle, loadAnnotators } from "../../src/read.ts"
import type { EventType, Status } from "../../src/record/index.ts"

const annotators = loadAnnotators(bundledData)
const PUBLISHED = "2024-05-15"

/** An article of the 15th of May 2024, a Wednesday, and the deed that a word of it tells. */
function deed(text: string, word: string) {
  const input = annotateArticle({ id: "a1", text, published: PUBLISHED }, annotators)
  const { analysis } = input
  const trigger = Array.from(analysis.start).indexOf(text.indexOf(word))
  assert.notEqual(trigger, -1, `"${word}" starts no token`)
  return { input, analysis, trigger, sentence: analysis.sentences[analysis.sentence[trigger]!]! }
}

function date(text: string, word: string, status: Status = "occurred") {
  const { input, trigger, sentence } = deed(text, word)
  return dateOf(input, trigger, sentence, status)
}
const day = (text: string, word: string, status?: Status) => {
  const found = date(text, word, status)
  return found === null ? null : [found.start, found.end, found.certain]
}

// ---- when ------------------------------------------------------------------------------------------------------------

test("each of two deeds of a sentence keeps its own date", () => {
  const text = "In March, the ministers met in Oslo, and on Monday they signed a treaty."
  assert.deepEqual(day(text, "met"), ["2024-03-01", "2024-03-31", true])
  assert.deepEqual(day(text, "signed"), ["2024-05-13", "2024-05-13", true])
})

test("a date inside a relative clause does not date the deed around it", () => {
  const text = "On Monday Chad ended the treaty that it had signed in 1987."
  assert.equal(date(text, "ended")?.start, "2024-05-13")
  assert.equal(
    date("Chad, which left the union in 1987, expelled the envoy on Monday.", "expelled")?.start,
    "2024-05-13",
  )
})

test("what follows a dated sentence happened on its date, as far as we can tell", () => {
  const text = "Rebels attacked the port of Lagos on Sunday. The navy then shelled their camp."
  assert.deepEqual(day(text, "shelled"), ["2024-05-12", "2024-05-12", false])
})

test("a later paragraph goes back to the date of the news", () => {
  const text =
    "On Monday, Chad expelled the Peruvian ambassador.\n\nThe two states signed a treaty in 1987.\n\nPeru condemned the step."
  assert.equal(date(text, "signed")?.start, "1987-01-01")
  assert.deepEqual(day(text, "condemned"), ["2024-05-13", "2024-05-13", false])
})

test("without any date, what happened is of the day of publication, and what is planned has none", () => {
  assert.deepEqual(day("Chad condemned the coup.", "condemned"), [PUBLISHED, PUBLISHED, false])
  assert.equal(day("Chad will condemn the coup.", "condemn", "planned"), null)
})

test("what occurred is not dated by a day that is still to come", () => {
  const text = "Chad invited the general to a summit on June 20."
  assert.notEqual(date(text, "invited")?.start, "2024-06-20")
})

test("what is going on is of today, whatever happened before", () => {
  const text = "Rebels attacked the port on Sunday. The navy is shelling their camp."
  assert.equal(date(text, "shelling", "ongoing")?.start, PUBLISHED)
})

test("a deed long before the news is background, yesterday's is not", () => {
  assert.equal(isBackground(date("Chad and Peru signed a treaty in 2019.", "signed"), PUBLISHED), true)
  assert.equal(isBackground(date("Chad and Peru signed a treaty on Tuesday.", "signed"), PUBLISHED), false)
  assert.equal(isBackground(date("Chad condemned the coup.", "condemned"), PUBLISHED), false)
  assert.equal(isBackground(null, PUBLISHED), false)
})

test("a deed told with a look back is background", () => {
  const looksBack = (text: string, word: string) => {
    const told = deed(text, word)
    const when = dateOf(told.input, told.trigger, told.sentence, "occurred")
    return isBackground(when, PUBLISHED, told)
  }
  assert.equal(looksBack("Chad had earlier expelled the envoy.", "expelled"), true)
  assert.equal(looksBack("The president recalled the attack of the rebels.", "attack"), true)
  assert.equal(looksBack("Chad expelled the envoy.", "expelled"), false)
  assert.equal(looksBack("Chad expelled the envoy earlier on Tuesday.", "expelled"), false)
})

// ---- where -----------------------------------------------------------------------------------------------------------

function place(text: string, word: string, type?: EventType, mode: string | null = null) {
  const { input, analysis, trigger, sentence } = deed(text, word)
  const roles = findRoles(analysis, trigger, indexMentions(analysis, input.mentions))
  const act: Act | undefined =
    type === undefined ? undefined : { type, mode, actors: roles.actors, recipients: roles.recipients }
  return placeOf(analysis, trigger, sentence, input.places, act)
}

test("a deed happens at the place named with it", () => {
  const found = place("The French and German ministers met in Vienna on Monday.", "met")
  assert.equal(found?.text, "Vienna")
  assert.equal(found?.country, "AUT")
})

test("each of two deeds of a sentence keeps its own place", () => {
  const text = "The rebels attacked a barracks in Bamako, and the ministers met in Dakar."
  assert.equal(place(text, "attacked")?.text, "Bamako")
  assert.equal(place(text, "met")?.text, "Dakar")
})

test("a journey happens where it leads, a withdrawal where it starts", () => {
  assert.equal(place("The envoy flew from Paris to Beijing.", "flew")?.text, "Beijing")
  assert.equal(place("The chancellor's visit to Nairobi began on Monday.", "visit")?.text, "Nairobi")
  assert.equal(place("France withdrew its soldiers from Niger.", "withdrew")?.text, "Niger")
})

test("adjectives and owners are no places", () => {
  assert.equal(place("The Russian minister criticised the Japanese government.", "criticised"), null)
  assert.equal(place("Norway criticised Sweden.", "criticised"), null)
  const embassy = place("A bomb exploded outside the American embassy in Nairobi.", "exploded")
  assert.equal(embassy?.text, "Nairobi")
})

test("where another deed happens is not where this one does", () => {
  assert.equal(place("Norway and Sweden discussed the war in Mali.", "discussed"), null)
  const text = "Rebels killed two men in Bamako.\n\nTalks between the king of Jordan and the envoys failed."
  assert.equal(place(text, "Talks"), null)
})

test("an attack without a place happened where the story stands", () => {
  const text = "Gunmen stormed a hotel in Bamako on Monday. They killed three Malian soldiers."
  assert.equal(place(text, "killed", "ASSAULT")?.text, "Bamako")
  assert.equal(place(text, "killed"), null)
})

test("words happen nowhere unless the text says where", () => {
  const text = "Gunmen stormed a hotel in Bamako on Monday. Norway condemned the attack."
  assert.equal(place(text, "condemned", "ACCUSE"), null)
})

// ---- how much --------------------------------------------------------------------------------------------------------

test("a quantity belongs to the deed whose clause it stands in", () => {
  const text = "Norway gave Chad 20 million euros, while Peru expelled six diplomats."
  const quantities = (word: string, from: string, to: string) => {
    const { input, analysis, trigger } = deed(text, word)
    const evidence = { start: text.indexOf(from), end: text.indexOf(to) + to.length }
    return quantitiesOf(analysis, trigger, evidence, input.quantities).map(({ value, unit }) => [value, unit])
  }
  assert.deepEqual(quantities("gave", "Norway", "euros"), [[20_000_000, "EUR"]])
  assert.deepEqual(quantities("expelled", "Peru", "diplomats"), [[6, "diplomat"]])
})
