import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { bundledData } from "../../src/app/bundled-data.ts"
import { DataError } from "../../src/codebook/data-files.ts"
import { loadPeople } from "../../src/mention/lexicon/load-people.ts"
import { NameTable } from "../../src/mention/lexicon/name-table.ts"
import { regularPlural } from "../../src/mention/lexicon/plural.ts"
import { TokenTrie } from "../../src/mention/lexicon/token-trie.ts"
import { loadActorLexicon } from "../../src/mention/lexicon.ts"

const lexicon = loadActorLexicon(bundledData)
const HEADER = "name\taliases\tcountry\trole\tsectors\tfrom\tto\torigin"

test("spellings of one name lead to one person", () => {
  const [entry] = lexicon.names.named("Alyaksandr Lukashenka")
  assert.equal(entry?.kind, "person")
  assert.equal(lexicon.names.named("Alexander Lukashenko")[0], entry)
})

test("every dated role of the data lies between its dates, and its country is known", () => {
  const people = new Set([...lexicon.people.byFamilyName.values()].flat())
  for (const { name, terms } of people)
    for (const { country, from, to } of terms) {
      assert.ok(to === "" || from === "" || from.slice(0, to.length) <= to, `${name}: ${from} to ${to}`)
      assert.ok(country === null || lexicon.countries.has(country), `${name}: ${country}`)
    }
})

test("a role that ends before it begins is an error that names its line", () => {
  const rows = `${HEADER}\nAnna Example\t\tFRA\tmayor\tGOV\t2020-01-01\t2019-01-01\thand`
  assert.throws(
    () => loadPeople("actors/people.tsv", rows, new NameTable()).byFamilyName.get("example")?.[0]?.terms,
    (error: Error) => error instanceof DataError && error.message.includes("people.tsv:2"),
  )
})

test("plurals are regular where the data gives none", () => {
  assert.deepEqual(["rebel", "spy", "envoy", "coach"].map(regularPlural), [
    "rebels",
    "spies",
    "envoys",
    "coaches",
  ])
})

test("the trie finds exactly the names that were added", () => {
  const name = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(name), name, (names, asked) => {
      const trie = new TokenTrie()
      const ends = new Set(names.map((words) => trie.add(words)))
      let node = 0
      for (const word of asked) node = node < 0 ? node : trie.next(node, trie.word(word))
      const added = names.some((words) => words.join(" ") === asked.join(" "))
      assert.equal(ends.has(node), added)
    }),
  )
})
