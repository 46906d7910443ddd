import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { DataError, type DataFiles } from "../../src/codebook/data-files.ts"
import { loadPredicates } from "../../src/codebook/predicates.ts"
import { EVENT_TYPES } from "../../src/record/index.ts"

const codebook = loadCodebook(bundledData)
const predicates = loadPredicates(bundledData)

test("every category has its predicates, and each names a mode and contexts that the codebook knows", () => {
  for (const type of EVENT_TYPES)
    assert.ok(
      predicates.rows.some((row) => row.type === type),
      type,
    )
  const contexts = new Set(codebook.contexts.map(({ code }) => code))
  for (const { id, type, mode, contexts: named, confidence } of predicates.rows) {
    assert.ok(mode === null || codebook.modesOf(type).some((entry) => entry.mode === mode), `${id}: ${mode}`)
    assert.deepEqual(
      named.filter((context) => !contexts.has(context)),
      [],
      id,
    )
    assert.ok(confidence > 0 && confidence <= 1, id)
  }
})

test("no two rows share an id, and none says the same twice", () => {
  const ids = predicates.rows.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
})

test("summoning an ambassador is no consultation", () => {
  const rows = predicates
    .of("summon")
    .filter(({ frame }) => frame.some(({ words }) => words?.has("ambassador")))
  assert.deepEqual(
    rows.map(({ type }) => type),
    ["ACCUSE"],
  )
})

test("a phrase is found by its first word and as a whole; a word without rows gives none", () => {
  assert.ok(predicates.of("call").some(({ lemma }) => lemma === "call for"))
  assert.ok(predicates.of("call for").length > 0)
  assert.deepEqual(predicates.of("photosynthesise"), [])
})

test("a frame that cannot be read is named with its line", () => {
  const broken: DataFiles = {
    ...bundledData,
    text: () =>
      "id\tlemma\tpos\tframe\ttype\tmode\tcontexts\tconfidence\nx\tmeet\tverb\tobject(x)\tCONSULT\t\t\t0.9\n",
  }
  assert.throws(
    () => loadPredicates(broken),
    (error) => error instanceof DataError && /predicates\.tsv:2: the frame/.test(error.message),
  )
})
