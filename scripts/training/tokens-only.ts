import type { Analysis } from "../../src/text/analysis.ts"
import { splitSentences } from "../../src/text/sentences.ts"
import { tokenise } from "../../src/text/tokenise.ts"

/** An analysis without syntax: finding places reads tokens and sentences alone. */
export function tokensOnly(text: string): Analysis {
  const tokens = tokenise(text)
  const count = tokens.start.length
  const sentences = splitSentences(text, tokens)
  const sentence = new Int32Array(count)
  for (const { index, first, last } of sentences) sentence.fill(index, first, last)
  return {
    text,
    sentences,
    count,
    start: Int32Array.from(tokens.start),
    end: Int32Array.from(tokens.end),
    upos: new Uint8Array(count),
    tag: [],
    lemma: [],
    head: new Int32Array(count),
    deprel: [],
    firstChild: new Int32Array(count),
    nextSibling: new Int32Array(count),
    sentence,
  }
}
