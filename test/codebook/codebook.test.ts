import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadCodebook } from "../../src/codebook/codebook.ts"
import { DataError, type DataFiles } from "../../src/codebook/data-files.ts"
import { explainCode } from "../../src/codebook/explain.ts"
import { ploverCategory } from "../../src/codebook/plover-category.ts"
import { EVENT_TYPES } from "../../src/record/index.ts"

const codebook = loadCodebook(bundledData)

test("all sixteen categories stand in one of four quad classes, cooperative ones above zero", () => {
  assert.equal(codebook.types.length, EVENT_TYPES.length)
  for (const { type, quad, score } of codebook.types)
    assert.ok(quad.endsWith("cooperation") ? score > 0 : score <= 0, `${type} ${score}`)
})

test("an accusation counts against the relation, although the manual prints its score without a minus", () => {
  assert.equal(codebook.scoreOf("ACCUSE"), -3)
})

test("a visit brings two states closer than a call, and a mode without a score takes its category's", () => {
  assert.ok(codebook.scoreOf("CONSULT", "visit") > codebook.scoreOf("CONSULT", "phone"))
  assert.equal(codebook.scoreOf("CONSULT", "no such mode"), codebook.scoreOf("CONSULT"))
  assert.equal(codebook.quadOf("SANCTION"), "material conflict")
})

test("the codebook is frozen", () => {
  assert.throws(() => (codebook.types as unknown[]).push({}), TypeError)
})

test("CAMEO 20 becomes ASSAULT, 163 SANCTION, 01 and 02 nothing", () => {
  assert.equal(codebook.fromCameo("200")?.type, "ASSAULT")
  assert.equal(codebook.fromCameo("163")?.type, "SANCTION")
  assert.equal(codebook.fromCameo("012")?.type, null)
  assert.equal(codebook.fromCameo("0243")?.type, null)
})

test("an unknown CAMEO code reads as its longest known prefix, an unknown family as nothing", () => {
  assert.equal(codebook.fromCameo("1929")?.code, "192")
  assert.equal(codebook.fromCameo("99"), undefined)
  assert.equal(codebook.goldstein("99"), undefined)
  assert.equal(codebook.goldstein("057"), 8)
})

test("every category, with each of its modes, has a CAMEO code whose own category is that one or its nearest kin", () => {
  for (const { type } of codebook.types)
    for (const mode of [null, ...codebook.modesOf(type).map((entry) => entry.mode)]) {
      const entry = codebook.fromCameo(codebook.cameoOf(type, mode, []))
      assert.ok(entry !== undefined, `${type} ${mode}`)
      const kin = type === "CONCEDE" || type === "RETREAT" ? ["CONCEDE", "RETREAT"] : [type]
      const accepted =
        type === "SANCTION" ? [...kin, "ACCUSE"] : type === "ASSAULT" ? [...kin, "COERCE"] : kin
      assert.ok(accepted.includes(entry.type ?? ""), `${type} ${mode}: ${entry.code} is ${entry.type}`)
    }
})

test("the words and contexts of an event choose the finer CAMEO code", () => {
  assert.equal(codebook.cameoOf("CONSULT", "visit", []), "042")
  assert.equal(codebook.cameoOf("CONSULT", "visit", [], { words: ["host"] }), "043")
  assert.equal(codebook.cameoOf("SUPPORT", null, ["economic"], { words: ["sign", "agreement"] }), "057")
  assert.equal(codebook.cameoOf("AGREE", "visit", [], { base: "CONSULT" }), "036")
  assert.equal(codebook.cameoOf("AID", null, ["military"]), "072")
  assert.equal(codebook.cameoOf("REQUEST", "yield", [], { words: ["release"] }), "1053")
})

test("an appeal and a demand are one category in PLOVER and two in CAMEO", () => {
  assert.equal(codebook.cameoOf("REQUEST", "yield", [], { words: ["demand", "release"] }), "1053")
  assert.equal(codebook.cameoOf("REQUEST", "yield", [], { words: ["urge", "release"] }), "0253")
  assert.equal(codebook.cameoOf("REJECT", null, [], { words: ["deny", "allegation"] }), "016")
})

test("a meeting to come is an agreement to meet; a withdrawal to come a concession; force to come a threat", () => {
  assert.equal(ploverCategory("CONSULT", "visit", "planned"), "AGREE")
  assert.equal(ploverCategory("AID", null, "promised"), "AGREE")
  assert.equal(ploverCategory("RETREAT", "withdraw", "promised"), "CONCEDE")
  assert.equal(ploverCategory("CONCEDE", null, "promised"), "CONCEDE")
  assert.equal(ploverCategory("ASSAULT", null, "threatened"), "THREATEN")
})

test("what has occurred, or only might, keeps its category", () => {
  for (const type of EVENT_TYPES)
    for (const status of ["occurred", "ongoing", "hypothetical", "denied", "not-occurred"] as const)
      assert.equal(ploverCategory(type, null, status), type)
  assert.equal(ploverCategory("ASSAULT", null, "expected"), "ASSAULT")
})

test("every code is explained, and a word that is no code is said to be none", () => {
  assert.match(explainCode("agree", codebook), /^AGREE \(verbal cooperation/)
  assert.match(explainCode("visit", codebook), /CONSULT visit/)
  assert.match(explainCode("curfew", codebook), /COERCE curfew/)
  assert.match(explainCode("GOV", codebook), /Government/)
  assert.match(explainCode("cbrn", codebook), /nuclear/)
  assert.match(explainCode("not-occurred", codebook), /status/)
  assert.match(explainCode("0871", codebook), /Goldstein 9.*RETREAT, ceasefire/)
  assert.match(explainCode("banana", codebook), /is no code/)
})

test("a row that breaks the rules is named with file, line and value", () => {
  const broken: DataFiles = {
    ...bundledData,
    text: (path) =>
      path === "codebook/modes.tsv"
        ? "type\tmode\tscore\tdefinition\nCONSULT\tvisit\tfour\tx\n"
        : bundledData.text(path),
  }
  assert.throws(
    () => loadCodebook(broken),
    (error) => error instanceof DataError && /modes\.tsv:2: score "four"/.test(error.message),
  )
})
