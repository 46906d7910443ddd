import assert from "node:assert/strict"
import { test } from "node:test"
import { LONGEST_SENTENCE, splitSentences } from "../../src/text/sentences.ts"
import { tokenise } from "../../src/text/tokenise.ts"

const split = (text: string): string[] =>
  splitSentences(text, tokenise(text)).map(({ start, end }) => text.slice(start, end))

const CLAIMS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a title does not end a sentence",
    "Gen. Abena Osei met Mr. Tan. They spoke.",
    ["Gen. Abena Osei met Mr. Tan.", "They spoke."],
  ],
  ["initials do not end a sentence", "J. P. Marlow and K. Ito signed.", ["J. P. Marlow and K. Ito signed."]],
  [
    "an abbreviation inside a sentence does not end it",
    "The U.S. Senate met on Dec. 3 at 9 a.m. in Washington, i.e. Monday.",
    ["The U.S. Senate met on Dec. 3 at 9 a.m. in Washington, i.e. Monday."],
  ],
  [
    "an abbreviation ends a sentence before a word that begins one",
    "He flew to the U.S. The talks failed.",
    ["He flew to the U.S.", "The talks failed."],
  ],
  ["a quoted answer is a sentence", '"No." The U.S. denied it.', ['"No."', "The U.S. denied it."]],
  ["a closing quote belongs to its sentence", '"We won." "They lost."', ['"We won."', '"They lost."']],
  [
    "a question inside a reported sentence does not end it",
    '"Who did it?" asked the envoy. Nobody knew.',
    ['"Who did it?" asked the envoy.', "Nobody knew."],
  ],
  [
    "domain names and decimals do not end a sentence",
    "Portal.example counted 3.5 million. It rose.",
    ["Portal.example counted 3.5 million.", "It rose."],
  ],
  ["a blank line ends a sentence", "Talks in Oslo\n\nThe sides met", ["Talks in Oslo", "The sides met"]],
  [
    "a headline and a date line stand alone",
    "Chad and Niger sign border accord\nMarch 3, 2021\nThe two neighbours signed an accord on Tuesday that ends a dispute of many years over grazing land and water.",
    [
      "Chad and Niger sign border accord",
      "March 3, 2021",
      "The two neighbours signed an accord on Tuesday that ends a dispute of many years over grazing land and water.",
    ],
  ],
  [
    "hard-wrapped lines do not end a sentence",
    "The foreign minister of Ghana said on Monday that his country would\nsend two hundred police officers to the mission, and that the first\nof them were due to arrive before the end of the month.",
    [
      "The foreign minister of Ghana said on Monday that his country would\nsend two hundred police officers to the mission, and that the first\nof them were due to arrive before the end of the month.",
    ],
  ],
  [
    "list items stand alone",
    "Agreed points:\n- a truce\n- an exchange of prisoners\n- new talks",
    ["Agreed points:", "- a truce", "- an exchange of prisoners", "- new talks"],
  ],
  [
    "an unmatched quote swallows nothing",
    '"We will go, he said. She stayed. They left.',
    ['"We will go, he said.', "She stayed.", "They left."],
  ],
  [
    "a street's name may end a sentence, a saint's may not",
    "She left St. Kitts for Baker St. The talks failed.",
    ["She left St. Kitts for Baker St.", "The talks failed."],
  ],
  [
    "a missing space between sentences parts them all the same",
    "“We won,” he said.“They lost.” Nobody spoke.Then they left.",
    ["“We won,” he said.", "“They lost.”", "Nobody spoke.", "Then they left."],
  ],
  [
    "an ellipsis before a small letter goes on",
    "They waited ... and waited. Nothing came.",
    ["They waited ... and waited.", "Nothing came."],
  ],
  [
    "a note number belongs to the sentence before it",
    "The pact was signed in 1921.[4][12] It lapsed.",
    ["The pact was signed in 1921.[4][12]", "It lapsed."],
  ],
]

for (const [claim, text, sentences] of CLAIMS) test(claim, () => assert.deepEqual(split(text), sentences))

test("Windows line ends split like any other", () => {
  assert.deepEqual(split("Talks resume\r\n\r\nBoth sides met.\r\nThey agreed."), [
    "Talks resume",
    "Both sides met.",
    "They agreed.",
  ])
})

test("a text without any stop is cut, so that no sentence is longer than the limit", () => {
  const tokens = tokenise("word ".repeat(1000))
  for (const { first, last } of splitSentences("word ".repeat(1000), tokens))
    assert.ok(last - first <= LONGEST_SENTENCE)
})

test("an empty text has no sentences", () => assert.deepEqual(split(" \n "), []))
