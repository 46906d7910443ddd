import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { findActors } from "../../src/mention/actors.ts"
import { loadActorLexicon } from "../../src/mention/lexicon.ts"
import type { Mention } from "../../src/record/index.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const lexicon = loadActorLexicon(bundledData)
const models = loadTextModels(bundledData)

const find = (text: string, date = "2021-06-01", title?: string): Mention[] =>
  findActors(analyse(text, models), lexicon, { date, title })

function mentionOf(mentions: readonly Mention[], text: string): Mention {
  const mention = mentions.find((each) => each.text === text)
  assert.ok(mention, `"${text}" is not among ${mentions.map((each) => each.text).join(" | ")}`)
  return mention
}

test("a minister's mention is the whole phrase, and the adjective inside it is marked as nested", () => {
  const mentions = find("Iranian Foreign Minister Mohammad Javad Zarif flew to Oman on Sunday.")
  const minister = mentionOf(mentions, "Iranian Foreign Minister Mohammad Javad Zarif")
  assert.equal(minister.type, "person")
  assert.equal(minister.actor?.name, "Mohammad Javad Zarif")
  assert.deepEqual(
    [minister.actor?.country, minister.actor?.sector, minister.actor?.role],
    ["IRN", "GOV", "foreign minister"],
  )
  const adjective = mentionOf(mentions, "Iranian")
  assert.deepEqual([adjective.type, adjective.nested, adjective.actor?.country], ["nationality", true, "IRN"])
})

test("offices are those of the article's day", () => {
  const sentence = "Joe Biden spoke to reporters."
  const on = (date: string) => mentionOf(find(sentence, date), "Joe Biden").actor
  assert.equal(on("2006-05-01")?.sector, "LEG")
  assert.equal(on("2012-05-01")?.role, "vice president")
  assert.equal(on("2022-05-01")?.role, "president")
  assert.equal(on("2018-05-01")?.sector, "ELI")
})

test("a capital that acts is its government, and a ministry belongs to the country before it", () => {
  const mentions = find("Minsk recalled its envoy. The Belarusian Foreign Ministry gave no reason.")
  const capital = mentionOf(mentions, "Minsk")
  assert.deepEqual(
    [capital.type, capital.actor?.kind, capital.actor?.country, capital.actor?.sector],
    ["place", "government", "BLR", "GOV"],
  )
  assert.deepEqual(mentionOf(mentions, "The Belarusian Foreign Ministry").actor?.sectors, ["GOV"])
})

test("a person the lexicon does not know takes country and sector from the apposition", () => {
  const mentions = find("Jane Hollowell, a spokeswoman for the US State Department, welcomed the vote.")
  const name = mentionOf(mentions, "Jane Hollowell")
  assert.deepEqual(
    [name.actor?.name, name.actor?.country, name.actor?.sector],
    ["Jane Hollowell", "USA", "GOV"],
  )
  const description = mentionOf(mentions, "a spokeswoman for the US State Department")
  assert.equal(description.chain, name.chain)
})

test("family names, titles and pronouns join the chain of the full name", () => {
  const mentions = find(
    "Belarusian President Alexander Lukashenko received the visitors. Lukashenko praised them. The president said that he would travel soon.",
  )
  const full = mentionOf(mentions, "Belarusian President Alexander Lukashenko")
  const short = mentionOf(mentions, "Lukashenko")
  const title = mentionOf(mentions, "The president")
  const pronoun = mentionOf(mentions, "he")
  for (const mention of [short, title, pronoun]) assert.equal(mention.chain, full.chain, mention.text)
  assert.deepEqual([short.anaphor, title.anaphor, pronoun.anaphor], [false, true, true])
  assert.equal(pronoun.actor?.country, "BLR")
})

test("troops, gunmen and nationals carry the country of their adjective or organisation", () => {
  const mentions = find("Russian troops freed two Canadians whom Boko Haram gunmen had held.")
  assert.deepEqual(mentionOf(mentions, "Russian troops").actor?.sectors, ["MIL"])
  assert.equal(mentionOf(mentions, "two Canadians").actor?.kind, "nationals")
  const gunmen = mentionOf(mentions, "Boko Haram gunmen").actor
  assert.deepEqual([gunmen?.country, gunmen?.sector], ["NGA", "REB"])
})

test("actors without a country are given the article's, and marked as implied", () => {
  const mentions = find("Kenya's parliament met in Nairobi. Police fired on protesters outside.")
  const police = mentionOf(mentions, "Police")
  assert.deepEqual([police.actor?.country, police.implied], ["KEN", true])
  assert.equal(mentionOf(mentions, "Kenya's parliament").implied, false)
})

test("leaders of a part of the world do not get the article's country", () => {
  const mentions = find("Kenya's parliament met in Nairobi. African leaders sent greetings.")
  const leaders = mentionOf(mentions, "African leaders")
  assert.deepEqual([leaders.actor?.country, leaders.implied], [null, false])
})

test("a form of address is no part of a name", () => {
  const mention = mentionOf(find("Later Mr. Putin left the room."), "Mr. Putin")
  assert.deepEqual([mention.type, mention.actor?.name], ["person", "Vladimir Putin"])
})

test("a defence department of another country is not the Pentagon", () => {
  const mentions = find("Chile's Defense Department bought the ships.")
  assert.equal(mentionOf(mentions, "Chile's Defense Department").actor?.country, "CHL")
})

test("the pronoun us is not the United States, and ordinary nouns are no actors", () => {
  assert.deepEqual(
    find("Give us the weather, the price of wheat and a recipe.").map((mention) => mention.text),
    [],
  )
  assert.equal(mentionOf(find("The US left the talks."), "The US").actor?.country, "USA")
})

test("a surname shared with a country stays a person's name", () => {
  const mentions = find("Michael Jordan opened the museum with his family.")
  assert.equal(mentionOf(mentions, "Michael Jordan").type, "person")
  assert.equal(
    mentions.some(({ actor }) => actor?.country === "JOR"),
    false,
  )
})

test("every mention's offsets cut out its words, its head lies inside, and reading twice gives the same", () => {
  const words = fc.constantFrom(
    "Iran",
    "'s",
    "the",
    "president",
    "U.S.",
    "-led",
    "troops",
    "Vladimir",
    "Putin",
    ",",
    "said",
    "he",
    "Hamas",
    "of",
    "(",
    "U.",
    "J.",
    "É",
    "’s",
    "-",
    "police",
    "\n",
    "“",
    "Ministry",
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const text = parts.join(" ")
      const mentions = find(text)
      for (const { start, end, first, last, head, text: own } of mentions) {
        assert.equal(text.slice(start, end), own)
        assert.ok(first <= head && head < last)
      }
      assert.deepEqual(find(text), mentions)
    }),
    { numRuns: 40 },
  )
})

const countryOf = (mentions: readonly Mention[], text: string) => mentionOf(mentions, text).actor?.country

test("whose troops they are is said before them, not where they leave from", () => {
  const mentions = find("Australia will withdraw its troops from Iraq in June.")
  assert.equal(countryOf(mentions, "its troops"), "AUS")
  assert.equal(mentionOf(mentions, "Iraq").nested, false)
  assert.equal(
    countryOf(find("Canada expelled the Russian ambassador from the country."), "the Russian ambassador"),
    "RUS",
  )
})

test("a neighbour, an ally or a host is not of the country that it is called the neighbour of", () => {
  const mentions = find("Armenia closed its border. Turkey rose to defend its ally.")
  assert.notEqual(countryOf(mentions, "its ally"), "TUR")
})

test("three adjectives before one plural noun are three governments", () => {
  const mentions = find("The Israeli, Greek and Moldovan governments signed the letter.")
  assert.deepEqual(
    mentions.filter(({ actor }) => actor?.sector === "GOV").map(({ actor }) => actor?.country),
    ["ISR", "GRC", "MDA"],
  )
})

test("the North and the South are the two Koreas where the article speaks of them, and no town", () => {
  const mentions = find(
    "South Korea warned North Korea. It would answer any attack from the North, the South said.",
  )
  assert.equal(countryOf(mentions, "the North"), "PRK")
  assert.equal(countryOf(mentions, "the South"), "KOR")
})

test("an administration is that of the person named in it", () => {
  assert.equal(
    mentionOf(find("The Bush administration objected.", "2005-03-01"), "The Bush administration").actor?.name,
    "Bush administration",
  )
  assert.equal(
    countryOf(find("The Karimov government objected.", "2005-03-01"), "The Karimov government"),
    "UZB",
  )
})

test("money and unnamed weapons have no country, and the West has none", () => {
  const mentions = find("Iran received US$25 million. Helicopters fired at a drone. The West objected.")
  assert.deepEqual(
    mentions.filter(({ actor }) => actor?.country).map(({ text }) => text),
    ["Iran"],
  )
  assert.equal(mentionOf(mentions, "The West").actor?.country, null)
})

test("ministers of the Union carry its name, since no country says whose they are", () => {
  assert.equal(
    mentionOf(find("EU foreign ministers met in Brussels."), "EU foreign ministers").actor?.name,
    "European Union foreign ministers",
  )
})

test("a place behind a ruler's name tells which ruler is meant", () => {
  assert.equal(
    countryOf(find("Moscow received King Abdullah of Jordan on Monday.", "2015-11-24"), "King Abdullah"),
    "JOR",
  )
})

test("the ambassador to a country who is named behind it is of the sender", () => {
  const mentions = find("The U.S. ambassador to Canada, Ron Hallowell, complained.")
  assert.equal(countryOf(mentions, "Ron Hallowell"), "USA")
})

test("a verb between two names does not make one of them", () => {
  const mentions = find("The Transnistrian president Igor Smirnov criticized Kiev's decision.")
  assert.equal(countryOf(mentions, "Kiev"), "UKR")
})

test("within a quotation the speaker means himself", () => {
  const mentions = find(
    '"I will never accept this," Belarusian President Alexander Lukashenko told reporters. "We are ready," he added.',
  )
  const president = mentionOf(mentions, "Belarusian President Alexander Lukashenko")
  assert.equal(mentionOf(mentions, "he").chain, president.chain)
  assert.equal(mentionOf(mentions, "We").actor?.country, "BLR")
})

test("the author's own first person means nobody", () => {
  assert.ok(!find("Putin spoke in Moscow. We had met him before.").some(({ text }) => text === "We"))
})

test("a body's name goes on behind its own and, but two bodies stay two", () => {
  assert.ok(
    find("Brenloch Maritime Charity and Development Foundation sent a ship.").some(
      ({ text }) => text === "Brenloch Maritime Charity and Development Foundation",
    ),
  )
  const two = find("The Interior Ministry and the Security Council met.").map(({ text }) => text)
  assert.ok(!two.some((text) => text.includes(" and ")), two.join(" | "))
})
