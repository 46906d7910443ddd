import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadActorLexicon } from "../../src/mention/lexicon.ts"
import { type PhraseContext, resolveActor } from "../../src/mention/resolve-actor.ts"

const lexicon = loadActorLexicon(bundledData)
const resolve = (phrase: string, context: PhraseContext = {}) => {
  const [actor] = resolveActor(phrase, lexicon, context)
  return actor && [actor.country, ...actor.sectors]
}

test("a phrase gives country and sector", () => {
  assert.deepEqual(resolve("the Kenyan police"), ["KEN", "COP"])
  assert.deepEqual(resolve("rebels in Chad"), ["TCD", "REB"])
  assert.deepEqual(resolve("a former Mossad chief"), ["ISR", "ELI"])
  assert.deepEqual(resolve("Portugal's central bank"), ["PRT", "GOV"])
  assert.deepEqual(resolve("Lagos police"), ["NGA", "COP"])
})

test("an envoy belongs to the country that sends him, not to the one that receives him", () => {
  assert.deepEqual(resolve("Norway's ambassador to China"), ["NOR", "GOV"])
})

test("an organisation of states has no country", () => {
  assert.deepEqual(resolve("the African Union"), [null, "IGO"])
  assert.deepEqual(resolve("NATO lawmakers"), [null, "IGO", "LEG"])
})

test("without a date, one who has left office is a former official; with one, the holder of that day", () => {
  assert.deepEqual(resolve("Tony Blair"), ["GBR", "ELI"])
  assert.deepEqual(resolve("Tony Blair", { date: "2004-02-01" }), ["GBR", "GOV"])
})

test("context tells the country of a bare office", () => {
  assert.deepEqual(resolve("the interior minister", { context: "Peru" }), ["PER", "GOV"])
  assert.deepEqual(resolve("the interior minister"), [null, "GOV"])
})

test("what is nobody resolves to nothing", () => {
  for (const phrase of ["a slice of cake", "Tuesday", "", "kittens", "was, expected"])
    assert.deepEqual(resolveActor(phrase, lexicon), [], phrase)
})
