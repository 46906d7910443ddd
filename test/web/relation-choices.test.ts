import assert from "node:assert/strict"
import { test } from "node:test"
import { readFilters, writeFilters } from "../../web/src/pair/filters.ts"
import { readChoices, writeChoices } from "../../web/src/pair/relation-choices.ts"
import { levelWords, ownerWords } from "../../web/src/wording/relation.ts"

test("how a series is computed stands in the address and comes back from it", () => {
  const query = "?by=quarter&weights=goldstein&without=state-media%2Clargest&owner=state+CHN"
  const choices = readChoices(new URLSearchParams(query))
  assert.deepEqual(choices, {
    by: "quarter",
    weights: "goldstein",
    stateMedia: true,
    largest: true,
    owner: "state CHN",
  })
  assert.equal(writeChoices(choices), query)
  assert.equal(writeChoices(readChoices(new URLSearchParams(""))), "")
  assert.equal(readChoices(new URLSearchParams("?by=fortnight")).by, "month")
})

test("filters and choices keep what the other has put into the address", () => {
  const both = new URLSearchParams("?type=AID&by=year")
  assert.equal(writeFilters({ ...readFilters(both), type: "AGREE" }, both), "?by=year&type=AGREE")
  assert.equal(
    writeChoices({ ...readChoices(both), by: "month", largest: true }, both),
    "?type=AID&without=largest",
  )
})

test("an owner is named as readers know it, and a level that is not there is no number", () => {
  assert.equal(ownerWords("state CHN"), "media of the state CHN")
  assert.equal(ownerWords("owner Thomson Reuters"), "Thomson Reuters")
  assert.equal(ownerWords("unknown"), "publishers unknown")
  assert.equal(levelWords({ share: 70.6, low: 40, high: 90.4 }), "71 (40–90)")
  assert.equal(levelWords(null), "–")
})
