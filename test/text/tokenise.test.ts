import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { splitSentences } from "../../src/text/sentences.ts"
import { tokenise } from "../../src/text/tokenise.ts"

const words = (text: string): string => {
  const { start, end } = tokenise(text)
  return start.map((from, at) => text.slice(from, end[at])).join(" ")
}

const CLAIMS: readonly (readonly [string, string, string])[] = [
  [
    "clitics stand alone",
    "Minsk's envoy didn't sign; they'll wait.",
    "Minsk 's envoy did n't sign ; they 'll wait .",
  ],
  ["curly apostrophes are clitics too", "Riga’s mayor can’t go", "Riga ’s mayor ca n’t go"],
  ["a plural possessive is an apostrophe", "the ministers' letter", "the ministers ' letter"],
  [
    "a name with an apostrophe is whole",
    "The Shi'ite leader left L'Aquila",
    "The Shi'ite leader left L'Aquila",
  ],
  [
    "abbreviations keep their stops",
    "Gen. Okafor of the U.S. left at 5 p.m. with J. P. Marlow",
    "Gen. Okafor of the U.S. left at 5 p.m. with J. P. Marlow",
  ],
  ["the last stop is a token", "Kenya agreed.", "Kenya agreed ."],
  ["No. keeps its stop before a number only", "Decree No. 7. No.", "Decree No. 7 . No ."],
  [
    "domain names are whole",
    "Novosti.example reported it, said Tut.by.",
    "Novosti.example reported it , said Tut.by .",
  ],
  [
    "addresses are whole",
    "See https://a.example/b?c=d, or write to press@mfa.example.",
    "See https://a.example/b?c=d , or write to press@mfa.example .",
  ],
  [
    "money is a sign and a number",
    "$3.56 billion, €5m, US$20 or 40%",
    "$ 3.56 billion , € 5 m , US$ 20 or 40 %",
  ],
  ["hyphens part words", "a long-term Sino-Russian deal", "a long - term Sino - Russian deal"],
  [
    "bound prefixes keep their hyphen",
    "non-aligned and anti-war ex-members",
    "non-aligned and anti-war ex-members",
  ],
  [
    "ranges are parted, dates and telephone numbers are not",
    "2004-2014, 2005-08-12, 555-0199",
    "2004 - 2014 , 2005-08-12 , 555-0199",
  ],
  ["dashes part clauses", "talks—the first—failed", "talks — the first — failed"],
  ["quotes and brackets stand one by one", '("Yes," he said.)', '( " Yes , " he said . )'],
  ["stops in a row are one token", "Well... no!! Really?!", "Well ... no !! Really ?!"],
  [
    "numbers keep commas, points, colons and slashes",
    "1,000 men at 8:30 on 11/29/2000, 2.5 each",
    "1,000 men at 8:30 on 11/29/2000 , 2.5 each",
  ],
  [
    "ordinals and decades are whole, units are not",
    "the 20th of the 1990s, 35mm, 10am",
    "the 20th of the 1990s , 35 mm , 10 am",
  ],
  ["cannot is two words", "It cannot last", "It can not last"],
]

for (const [claim, text, tokens] of CLAIMS) test(claim, () => assert.equal(words(text), tokens))

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "\ud800",
        "\udc00",
        ".",
        "'",
        "-",
        '"',
        " ",
        "\n",
        "a",
        "U.S.",
        "$",
        "3",
        "\u00a0",
        "…",
      ),
      { maxLength: 80 },
    )
    .map((parts) => parts.join("")),
)

test("tokens are in order, do not overlap, are not empty, and leave out only white space", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { start, end } = tokenise(text)
      let last = 0
      start.forEach((from, at) => {
        assert.ok(from >= last && end[at]! > from && end[at]! <= text.length)
        assert.match(text.slice(last, from), /^[\s\u0085\u180e\u200b\u2060\ufeff]*$/u)
        last = end[at]!
      })
      assert.match(text.slice(last), /^[\s\u0085\u180e\u200b\u2060\ufeff]*$/u)
    }),
  )
})

test("sentences cover all tokens once, in order", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tokens = tokenise(text)
      let next = 0
      for (const { first, last, start, end } of splitSentences(text, tokens)) {
        assert.equal(first, next)
        assert.ok(last > first)
        assert.equal(start, tokens.start[first])
        assert.equal(end, tokens.end[last - 1])
        next = last
      }
      assert.equal(next, tokens.start.length)
    }),
  )
})

test("time grows in proportion to a text without spaces", () => {
  for (const unit of ["a", ".", "'", "-", "a-", "1,", "U.S.", "'s", '"', "http://", "@a."]) {
    const text = unit.repeat(100_000 / unit.length)
    const begun = performance.now()
    splitSentences(text, tokenise(text))
    assert.ok(performance.now() - begun < 3000, `${JSON.stringify(unit)} repeated takes too long`)
  }
})
