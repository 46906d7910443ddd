import type { Span } from "../../../src/record/index.ts"

/** An article's words and sentences as a reader picks them; where sentences end is told by the browser, not by the coder. */
export interface Pickable {
  readonly words: readonly Span[]
  readonly sentences: readonly Span[]
}

export function pickableOf(text: string): Pickable {
  const spans = (granularity: "word" | "sentence") =>
    [...new Intl.Segmenter("en", { granularity }).segment(text)].map((segment) => ({
      start: segment.index,
      end: segment.index + segment.segment.length,
      wordLike: segment.isWordLike === true,
    }))
  return {
    words: spans("word")
      .filter(({ wordLike }) => wordLike)
      .map(({ start, end }) => ({ start, end })),
    sentences: spans("sentence").map(({ start, end }) => ({ start, end })),
  }
}

/** The whole words that a stretch touches; undefined where it touches none. */
export function wordsTouched({ words }: Pickable, { start, end }: Span): Span | undefined {
  const touched = words.filter((word) => word.start < end && start < word.end)
  const [first, last] = [touched[0], touched.at(-1)]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

/** The first word from an offset on; the last of all where none follows. */
export const wordFrom = ({ words }: Pickable, offset: number): Span | undefined =>
  words.find(({ start }) => start >= offset) ?? words.at(-1)

/** The word before or after the picked ones; these themselves at either end of the text. */
export function stepWord({ words }: Pickable, picked: Span, by: 1 | -1): Span {
  const next =
    by === 1
      ? words.find(({ start }) => start >= picked.end)
      : words.findLast(({ end }) => end <= picked.start)
  return next ?? picked
}

/** One word more at the end, or one less as long as one stays. */
export function stretchWord({ words }: Pickable, picked: Span, by: 1 | -1): Span {
  const end =
    by === 1
      ? words.find(({ start }) => start >= picked.end)?.end
      : words.findLast((word) => word.end < picked.end && word.start >= picked.start)?.end
  return { start: picked.start, end: end ?? picked.end }
}

/** The first word of the sentence before or after the one in which the picked words begin. */
export function stepSentence(pickable: Pickable, picked: Span, by: 1 | -1): Span {
  const withWords = pickable.sentences.filter((sentence) => wordsTouched(pickable, sentence) !== undefined)
  const at = withWords.findIndex(({ start, end }) => start <= picked.start && picked.start < end)
  const sentence = withWords[at + by]
  return sentence === undefined ? picked : (wordFrom(pickable, sentence.start) ?? picked)
}
