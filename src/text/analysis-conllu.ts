import { type Analysis, UPOS } from "./analysis.ts"
import type { ConlluSentence } from "./conllu.ts"

/** An analysis as CoNLL-U sentences; `spaceAfter` is read off the offsets. `comments` may give each sentence's own. */
export function toConllu(
  analysis: Analysis,
  comments?: (sentence: number) => readonly string[],
): ConlluSentence[] {
  return analysis.sentences.map(({ index, first, last, start, end }) => ({
    comments: comments?.(index) ?? [`# text = ${analysis.text.slice(start, end).replace(/\s+/gu, " ")}`],
    tokens: Array.from({ length: last - first }, (_, at) => {
      const token = first + at
      const above = analysis.head[token]!
      return {
        form: analysis.text.slice(analysis.start[token]!, analysis.end[token]!),
        lemma: analysis.lemma[token]!,
        upos: UPOS[analysis.upos[token]!] ?? "X",
        xpos: analysis.tag[token]!,
        head: above < 0 ? 0 : above - first + 1,
        deprel: analysis.deprel[token]!,
        spaceAfter: token + 1 === analysis.count || analysis.end[token]! < analysis.start[token + 1]!,
      }
    }),
  }))
}
