import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { readActorCode } from "../../src/mention/lexicon/dictionary-codes.ts"
import { readDictionary } from "../../src/mention/lexicon/dictionary-file.ts"
import { checkOwnActors, loadActorLexicon } from "../../src/mention/lexicon.ts"
import { resolveActor } from "../../src/mention/resolve-actor.ts"

const DICTIONARY = `# kept by a lab
ZORBLAX_FRONT_ [SDNREB]
+ZORBLAX_LIBERATION_FRONT
MARA_TELDRIN_  ; the minister
MINISTER_TELDRIN_
	[ESTGOV 150301-190401]
	[ESTELI >190402]
INTERPOL_
	[---]
`

const resolve = (name: string, text: string, phrase: string, date?: string) =>
  resolveActor(phrase, loadActorLexicon(bundledData, undefined, [{ name, text }]), { date })[0]

test("a synonym in a dictionary means who the name above it means", () => {
  const actor = resolve("lab.actors", DICTIONARY, "the Zorblax Liberation Front")
  assert.deepEqual([actor?.name, actor?.country, actor?.sector], ["Zorblax Front", "SDN", "REB"])
})

test("dated codes of a dictionary hold in their time only", () => {
  const on = (day: string) => resolve("lab.actors", DICTIONARY, "Mara Teldrin", day)?.sector
  assert.equal(on("2016-05-01"), "GOV")
  assert.equal(on("2020-05-01"), "ELI")
})

test("names above one another share the codes below them", () => {
  const { entries, issues } = readDictionary("lab.actors", DICTIONARY)
  assert.deepEqual(entries[1]?.names, ["MARA TELDRIN", "MINISTER TELDRIN"])
  assert.deepEqual(issues, [])
})

test("a name that a dictionary discards means nobody", () => {
  assert.equal(resolve("lab.actors", DICTIONARY, "Interpol"), undefined)
})

test("agents of a dictionary take the country before them, macros are expanded, plurals are found", () => {
  const agents = "!PERSON! = MAN, MEN\nSKYWATCHER [~SPY]\nHERD!PERSON! [~AGR]\n"
  const watchers = resolve("lab.agents", agents, "Estonian skywatchers")
  assert.deepEqual([watchers?.country, watchers?.sector], ["EST", "SPY"])
  assert.equal(resolve("lab.agents", agents, "Kenyan herdmen")?.sector, "AGR")
})

test("a row of the user's own table takes the place of ours, with its dated office", () => {
  const table =
    "name\tcountry\trole\tsectors\tfrom\tto\nJoe Biden\tEST\tforeign minister\tGOV\t2021-01-01\t\n"
  const actor = resolve("own.tsv", table, "Joe Biden", "2022-01-01")
  assert.deepEqual([actor?.country, actor?.role], ["EST", "foreign minister"])
})

test("what cannot be used is named with file, line, value and remedy, and the rest counts", () => {
  const table = "name\tcountry\nPallas Fund\tXXQ\nHarju Water\tEST\n"
  const [issue, more] = checkOwnActors(bundledData, { name: "own.tsv", text: table })
  assert.match(issue ?? "", /^own\.tsv:2: "XXQ" is no country; write its ISO 3166 alpha-3 code/)
  assert.equal(more, undefined)
  assert.equal(resolve("own.tsv", table, "Harju Water")?.country, "EST")
  const { issues } = readDictionary("lab.actors", "BROKEN\n\t[Q]\n")
  assert.match(issues[0] ?? "", /^lab\.actors:2: \[Q\] is no code; expected/)
})

test("a file in which nothing can be read is refused", () => {
  assert.throws(
    () => checkOwnActors(bundledData, { name: "notes.txt", text: "nothing here\n" }),
    /notes\.txt: no actor/,
  )
})

test("CAMEO's media are journalists, its insurgents rebels, and what says neither is passed over", () => {
  const isCountry = (code: string) => code === "GBR" || code === "COD"
  assert.deepEqual(readActorCode("GBRMED", isCountry), { country: "GBR", sectors: ["JRN"] })
  assert.deepEqual(readActorCode("ZARINSMOS", isCountry), { country: "COD", sectors: ["REB"] })
})

test("no text makes the reader of dictionaries fail", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("A", "_", " ", "\t", "\n", "[", "]", "~", "!", "=", "+", "-", "9", "{", "}"),
      }),
      (text) => {
        const { entries } = readDictionary("any", text)
        for (const { names, codes } of entries)
          assert.ok(names.length > 0 && codes.every(({ code }) => code.length > 2))
      },
    ),
  )
})
