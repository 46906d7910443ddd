import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { findQuotations } from "../../../src/mention/attribution/quotations.ts"
import type { Analysis } from "../../../src/text/analysis.ts"
import { tokenise } from "../../../src/text/tokenise.ts"

/** Tokens without syntax: all that quotations are read from. */
function tokensOnly(text: string): Analysis {
  const { start, end } = tokenise(text)
  const count = start.length
  return {
    text,
    sentences: [{ index: 0, start: 0, end: text.length, first: 0, last: count }],
    count,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    upos: new Uint8Array(count),
    tag: new Array<string>(count).fill("NN"),
    lemma: new Array<string>(count).fill(""),
    head: new Int32Array(count).fill(-1),
    deprel: new Array<string>(count).fill("dep"),
    firstChild: new Int32Array(count).fill(-1),
    nextSibling: new Int32Array(count).fill(-1),
    sentence: new Int32Array(count),
  }
}

function quoted(text: string): string[] {
  const analysis = tokensOnly(text)
  return findQuotations(analysis).all.map(({ first, last }) =>
    text.slice(analysis.start[first]!, analysis.end[last - 1]!),
  )
}

test("straight, curly, angle and doubled marks hold a quotation, the marks included", () => {
  assert.deepEqual(quoted('The clerk wrote "all is well" twice.'), ['"all is well"'])
  assert.deepEqual(quoted("The clerk wrote “all is well” twice."), ["“all is well”"])
  assert.deepEqual(quoted("The clerk wrote «all is well» twice."), ["«all is well»"])
  assert.deepEqual(quoted("The clerk wrote ``all is well'' twice."), ["``all is well''"])
  assert.deepEqual(quoted("The clerk wrote ''all is well'' twice."), ["''all is well''"])
  assert.deepEqual(quoted("The clerk wrote „all is well“ twice."), ["„all is well“"])
})

test("single marks quote where a word follows the first and none the last", () => {
  assert.deepEqual(quoted("The clerk wrote 'all is well' twice."), ["'all is well'"])
  assert.deepEqual(quoted("The clerk wrote ‘all is well’ twice."), ["‘all is well’"])
})

test("an apostrophe is no quotation mark", () => {
  assert.deepEqual(quoted("The farmers’ carts and the bakers’ ovens were old."), [])
  assert.deepEqual(quoted("Don't touch the sailor's knots, they aren't tied."), [])
})

test("a mark without its partner quotes nothing", () => {
  assert.deepEqual(quoted('A pipe of 12" broke near the station.\n\nNobody was hurt.'), [])
  assert.deepEqual(quoted("The clerk wrote “all is well and left.\n\nThe door stood open."), [])
})

test("a quotation goes on over paragraphs that open it anew", () => {
  assert.deepEqual(quoted("“The well is dry.\n\n“The field is bare.”"), [
    "“The well is dry.",
    "“The field is bare.”",
  ])
})

test("an inner quotation belongs to the outer one", () => {
  assert.deepEqual(quoted("“She called it ‘a small matter’ and left,” he wrote."), [
    "“She called it ‘a small matter’ and left,”",
  ])
})

test("quotations stand in order, never overlap, and tell which tokens they hold", () => {
  const pieces = fc.constantFrom('"', "“", "”", "«", "»", "``", "''", "'", "’", " ", "\n\n", "word", ",", ".")
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const analysis = tokensOnly(parts.join(""))
      const { all, at } = findQuotations(analysis)
      let free = 0
      all.forEach(({ first, last }, index) => {
        assert.ok(first >= free && last > first && last <= analysis.count)
        for (let token = first; token < last; token += 1) assert.equal(at[token], index)
        free = last
      })
    }),
  )
})
