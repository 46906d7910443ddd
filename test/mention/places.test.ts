import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { tokensOnly } from "../../scripts/training/tokens-only.ts"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadGazetteer } from "../../src/mention/gazetteer.ts"
import { type FoundPlace, findPlaces } from "../../src/mention/places.ts"
import type { Mention } from "../../src/record/mention.ts"

const gazetteer = loadGazetteer(bundledData)
const placesOf = (text: string, mentions: readonly Mention[] = []): FoundPlace[] =>
  findPlaces(tokensOnly(text), mentions, gazetteer)
const textsOf = (text: string): string[] => placesOf(text).map((place) => place.text)
const countryOf = (text: string, name: string): string | null | undefined =>
  placesOf(text).find((place) => place.text === name)?.country
const regionOf = (text: string, name: string): string | undefined => {
  const found = placesOf(text).find((place) => place.text === name)
  const row = gazetteer
    .find(name.toLowerCase())
    .map((candidate) => gazetteer.place(candidate))
    .find((place) => place.geonames === found?.geonames)
  let region = row?.region ?? -1
  while (region >= 0 && gazetteer.place(region).region >= 0) region = gazetteer.place(region).region
  return region < 0 ? undefined : gazetteer.place(region).name
}

test("places are found with exact offsets and the coordinates of the gazetteer", () => {
  const text = "The envoy flew from Minsk to Beijing on Tuesday and met officials in Shanghai."
  const places = placesOf(text)
  assert.deepEqual(
    places.map(({ start, end }) => text.slice(start, end)),
    ["Minsk", "Beijing", "Shanghai"],
  )
  const minsk = places[0]
  assert.equal(minsk?.country, "BLR")
  assert.ok(Math.abs((minsk?.latitude ?? 0) - 53.9) < 0.1 && Math.abs((minsk?.longitude ?? 0) - 27.57) < 0.1)
})

test("the place named after a comma decides which town is meant", () => {
  assert.equal(regionOf("A storm hit homes in Springfield, Missouri, on Monday.", "Springfield"), "Missouri")
  assert.equal(regionOf("A storm hit homes in Springfield, Illinois, on Monday.", "Springfield"), "Illinois")
  assert.equal(countryOf("The pact was signed in Paris, Texas, by two ranchers.", "Paris"), "USA")
  assert.equal(countryOf("The pact was signed in Paris by two ministers.", "Paris"), "FRA")
})

test("abbreviated states are places and contain the towns before them", () => {
  const text = "Fire crews in Lexington, Ky., sent two engines to help."
  assert.deepEqual(textsOf(text), ["Lexington", "Ky."])
  assert.equal(regionOf(text, "Lexington"), "Kentucky")
})

test("what the rest of the article is about decides between namesakes", () => {
  const syria =
    "Shells fell in Tripoli on Friday. Lebanon's army closed the road to Beirut, and Sidon stayed calm."
  const libya =
    "Shells fell in Tripoli on Friday. Libya's army closed the road to Misrata, and Benghazi stayed calm."
  assert.equal(countryOf(syria, "Tripoli"), "LBN")
  assert.equal(countryOf(libya, "Tripoli"), "LBY")
})

test("one name means one place within an article", () => {
  const text =
    "Voters in Georgia queued for hours. Tbilisi counted the ballots. Georgia will announce the result in Batumi."
  const georgia = placesOf(text).filter((place) => place.text === "Georgia")
  assert.deepEqual(new Set(georgia.map((place) => place.country)), new Set(["GEO"]))
  assert.equal(georgia.length, 2)
})

test("people are not places, whatever they are called", () => {
  for (const text of [
    "Mr. Jackson told reporters that he would appeal.",
    "Sydney Carter and Austin Miller said they were delighted.",
    "Senator Lincoln voted against it, as Mrs. Jackson had done.",
  ])
    assert.deepEqual(textsOf(text), [], text)
})

test("common words that are also towns are not places", () => {
  for (const text of [
    "Reading is a nice habit, and mobile phones have not killed it.",
    "Police said the price of orange juice rose in March.",
    "Of course nobody knew that the deal was off.",
  ])
    assert.deepEqual(textsOf(text), [], text)
})

test("words of a person's name are no place, but the town of an office is", () => {
  const person = (text: string, start: number, last: number, name: string): Mention => ({
    start,
    end: start + text.length,
    text,
    type: "person",
    first: 0,
    last,
    head: last - 1,
    actor: { name, country: null, sector: null, sectors: [], role: null, kind: "person" },
    chain: 0,
    anaphor: false,
  })
  const found = (text: string, mention: Mention): string[] =>
    placesOf(text, [mention]).map((place) => place.text)
  assert.deepEqual(
    found("Chelsea Clinton spoke in London.", person("Chelsea Clinton", 0, 2, "Chelsea Clinton")),
    ["London"],
  )
  assert.deepEqual(found("John Houston spoke in London.", person("John Houston", 0, 2, "John Houston")), [
    "London",
  ])
  const chief = "Houston Police Chief Ann Warren"
  assert.deepEqual(found(`${chief} flew to Oslo.`, person(chief, 0, 5, "Ann Warren")), ["Houston", "Oslo"])
})

test("an adjective that is found says that it is one", () => {
  for (const place of placesOf("The Belarusian, Chinese and Russian delegations met in Minsk."))
    assert.equal(place.adjectival, place.text !== "Minsk", place.text)
})

test("a text without names has no places", () => {
  assert.deepEqual(placesOf(""), [])
  assert.deepEqual(placesOf("it was raining, and nobody went out."), [])
})

test("any text gives places in order, without overlap, inside the text", () => {
  const words = fc.constantFrom(
    "Paris",
    "in",
    "Texas",
    ",",
    ".",
    "St.",
    "Louis",
    "County",
    "the",
    "MINSK",
    "al-",
    "Bab",
    "\n",
    "👍",
    "Ky.",
    "of",
    "’s",
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join(" ")
      let before = 0
      for (const place of placesOf(text)) {
        assert.ok(place.start >= before && place.end <= text.length)
        assert.equal(text.slice(place.start, place.end), place.text)
        before = place.end
      }
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      for (const place of placesOf(text)) assert.equal(text.slice(place.start, place.end), place.text)
    }),
  )
})

test("the same text gives the same places", () => {
  const text = "Talks in Geneva, Vienna and Springfield ended; Jackson County in Missouri was not amused."
  assert.deepEqual(placesOf(text), placesOf(text))
})

test("a long run of names is read in time that grows with its length", () => {
  const started = process.cpuUsage()
  placesOf("San Jose San Antonio Santa Cruz ".repeat(2_000))
  assert.ok(process.cpuUsage(started).user / 1e6 < 20)
})
