import assert from "node:assert/strict"
import { test } from "node:test"
import { bundledData } from "../../src/app/bundled-data.ts"
import { loadLemmatiser } from "../../src/text/lemmatiser.ts"
import { loadVectors } from "../../src/text/vectors.ts"

const { lemma } = loadLemmatiser(bundledData, loadVectors(bundledData).has)

const CLAIMS: readonly (readonly [string, string, string])[] = [
  ["signed", "VBD", "sign"],
  ["visited", "VBN", "visit"],
  ["escalated", "VBD", "escalate"],
  ["announced", "VBD", "announce"],
  ["condemning", "VBG", "condemn"],
  ["urging", "VBG", "urge"],
  ["banned", "VBN", "ban"],
  ["withdrew", "VBD", "withdraw"],
  ["met", "VBD", "meet"],
  ["fled", "VBD", "flee"],
  ["denies", "VBZ", "deny"],
  ["clashes", "VBZ", "clash"],
  ["was", "VBD", "be"],
  ["'s", "POS", "'s"],
  ["n't", "RB", "not"],
  ["them", "PRP", "they"],
  ["countries", "NNS", "country"],
  ["embargoes", "NNS", "embargo"],
  ["policemen", "NNS", "policeman"],
  ["crises", "NNS", "crisis"],
  ["Minsk", "NNP", "Minsk"],
  ["Talks", "NNS", "talk"],
  ["worst", "JJS", "bad"],
]
for (const [form, tag, expected] of CLAIMS)
  test(`the lemma of ${form} as ${tag} is ${expected}`, () => assert.equal(lemma(form, tag), expected))
