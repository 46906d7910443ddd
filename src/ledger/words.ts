const WORD = /[\p{L}\p{N}]+/gu

/** The words of a text in lower case, in order. */
export const wordsOf = (text: string): string[] =>
  Array.from(text.toLowerCase().matchAll(WORD), ([word]) => word)

/** One alternative of a pattern: a whole word, or with a star at its end the beginning of one. */
type Matcher = (word: string) => boolean
const matcherOf = (pattern: string): Matcher =>
  pattern.endsWith("*") ? (word) => word.startsWith(pattern.slice(0, -1)) : (word) => word === pattern

/** A pattern such as "lift*|eas* sanction*": every group must have one of its words in the text, in any order. */
export type WordPattern = readonly (readonly Matcher[])[]

export const parsePattern = (text: string): WordPattern =>
  text
    .split(/\s+/)
    .filter((group) => group !== "")
    .map((group) => group.split("|").map(matcherOf))

export const matches = (pattern: WordPattern, words: readonly string[]): boolean =>
  pattern.every((group) => words.some((word) => group.some((fits) => fits(word))))
