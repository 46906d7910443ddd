import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { findQuantities } from "../../src/mention/quantities.ts"
import { findTimes } from "../../src/mention/times.ts"
import { analyse } from "../../src/text/analyse.ts"
import { loadTextModels } from "../../src/text/models.ts"

const models = loadTextModels(bundledData)

function read(text: string) {
  const analysis = analyse(text, models)
  return findQuantities(analysis, findTimes(analysis, "2023-12-03"))
}

/** Each quantity as "kind value unit". */
const quantities = (text: string): string[] =>
  read(text).map(({ kind, value, unit }) => `${kind} ${value} ${unit}`)

test("money is a full number with an ISO 4217 code, however it is written", () => {
  assert.deepEqual(quantities("Minsk borrowed 3.56 billion dollars, €2bn, US$20m and 500 million yuan."), [
    "money 3560000000 USD",
    "money 2000000000 EUR",
    "money 20000000 USD",
    "money 500000000 CNY",
  ])
  assert.deepEqual(quantities("Ottawa pledged C$66 million, Canberra 10 million Australian dollars."), [
    "money 66000000 CAD",
    "money 10000000 AUD",
  ])
  assert.deepEqual(quantities("The fine was 10,000 Belarusian rubles, or EUR 3,000."), [
    "money 10000 BYN",
    "money 3000 EUR",
  ])
})

test("the scale of a range holds for both its ends", () => {
  assert.deepEqual(quantities("The loan is put at $3 to $14 billion."), [
    "money 3000000000 USD",
    "money 14000000000 USD",
  ])
})

test("pounds are a weight until a currency says otherwise", () => {
  assert.deepEqual(quantities("They shipped 500 pounds of flour."), ["other 500 pound"])
  assert.deepEqual(quantities("They paid 500 Egyptian pounds."), ["money 500 EGP"])
  assert.deepEqual(quantities("They paid 500 pounds sterling."), ["money 500 GBP"])
})

test("durations count their unit", () => {
  assert.deepEqual(quantities("After a two-day visit he got 2 1/2 years in jail."), [
    "duration 2 day",
    "duration 2.5 year",
  ])
})

test("a count carries the noun that it counts", () => {
  assert.deepEqual(quantities("Moscow sent 300 troops and twelve tanks."), [
    "count 300 troop",
    "count 12 tank",
  ])
})

test("those killed and wounded are casualties, whichever way the sentence turns", () => {
  assert.deepEqual(quantities("The blast killed at least 12 people and injured more than 30."), [
    "casualties 12 killed",
    "casualties 30 injured",
  ])
  assert.deepEqual(quantities("Twelve miners died, and three others were wounded."), [
    "casualties 12 killed",
    "casualties 3 injured",
  ])
  assert.deepEqual(quantities("The raid claimed the lives of 33 villagers."), ["casualties 33 killed"])
  assert.deepEqual(quantities("A soldier was killed."), ["casualties 1 killed"])
})

test("an ordinal counts visits within its period", () => {
  const [ordinal] = read("It was her second trip to Beijing in 2023.")
  assert.deepEqual(
    [ordinal?.kind, ordinal?.value, ordinal?.unit, ordinal?.period],
    ["ordinal", 2, "visit", "2023"],
  )
})

test("shares and measures are kept apart from counts", () => {
  assert.deepEqual(quantities("Some 54% voted; the column advanced 25 miles."), [
    "other 54 %",
    "other 25 mile",
  ])
})

test("dates, ages, names and telephone numbers are not quantities", () => {
  for (const text of [
    "On 5 March 2022 at 10:30 a.m. the pact entered into force.",
    "The 25-year-old heir invoked Article 5 before the Group of 20.",
    "The G7 grounded its B-52 bombers after 9/11.",
    "Call 555-1234.",
    "Dozens of migrants crossed the river.",
  ])
    assert.deepEqual(quantities(text), [], text)
})

test("offsets cut the quantity out of the text", () => {
  const text = "Some 1,200 soldiers and a guard were killed; damage came to $2.5 million."
  const found = read(text)
  assert.ok(found.length >= 3)
  for (const { start, end, text: words } of found) assert.equal(text.slice(start, end), words)
})
