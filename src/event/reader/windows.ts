import type { Article } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import type { WordPieces } from "../../text/encoder/word-pieces.ts"

/** How a text is cut for the network. */
export interface WindowShape {
  /** Most pieces of the sentences of one window, before another begins. */
  readonly window: number
  /** Most pieces of what stands before them. */
  readonly context: number
  /** Most pieces of all, with the marks of beginning and end. */
  readonly longest: number
}

/** Rows of the pieces that begin a text and end a part of it. */
export interface Marks {
  readonly begin: number
  readonly end: number
}

/** Some sentences of an article, with its title and what stands before them. */
export interface Window {
  readonly pieces: readonly number[]
  /** Index of the first sentence, and of the first behind the last. */
  readonly first: number
  readonly last: number
  /** Place of a token's first piece; undefined where it does not fit. */
  readonly placeOf: (token: number) => number | undefined
}

const TITLE_WORDS = 20
const TITLE_PIECES = 24
const SENTENCE_WORDS = 140

/** Cuts an article into windows, each with as many sentences as fit. */
export function windowsOf(
  { text, title = "" }: Pick<Article, "text" | "title">,
  analysis: Analysis,
  words: WordPieces,
  { begin, end }: Marks,
  { window, context, longest }: WindowShape,
): Window[] {
  const { sentences, start, end: ends } = analysis
  const cut = sentences.map(({ first, last }) =>
    Array.from({ length: Math.min(last - first, SENTENCE_WORDS) }, (_, at) =>
      words.of(text.slice(start[first + at], ends[first + at])),
    ),
  )
  const sizes = cut.map((sentence) => sentence.reduce((sum, word) => sum + word.length, 0))
  const head = title
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, TITLE_WORDS)
    .flatMap(words.of)
    .slice(0, TITLE_PIECES)
  const found: Window[] = []
  for (let first = 0; first < cut.length; ) {
    let last = first + 1
    let size = sizes[first]!
    while (last < cut.length && size + sizes[last]! <= window) size += sizes[last++]!
    const pieces = [begin, ...head, end, ...before(cut, first, context)]
    const places = new Map<number, number>()
    for (let at = first; at < last; at += 1)
      cut[at]!.forEach((word, place) => {
        places.set(sentences[at]!.first + place, pieces.length)
        for (const piece of word) pieces.push(piece)
      })
    const whole = [...pieces.slice(0, longest - 1), end]
    const placeOf = (token: number): number | undefined => {
      const place = places.get(token)
      return place !== undefined && place < whole.length ? place : undefined
    }
    found.push({ pieces: whole, first, last, placeOf })
    first = last
  }
  return found
}

/** The last pieces before a sentence. */
function before(cut: readonly (readonly (readonly number[])[])[], first: number, most: number): number[] {
  let kept: number[] = []
  for (let at = first - 1; at >= 0 && kept.length < most; at -= 1) kept = [...cut[at]!.flat(), ...kept]
  return kept.slice(-most)
}
