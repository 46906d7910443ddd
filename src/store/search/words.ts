/** A word of a text as the index knows it, with the offsets of what stands there. */
export interface IndexWord {
  readonly term: string
  readonly start: number
  readonly end: number
}

/** Scripts that put no spaces between words: each character is a word, and a word of several is a phrase. */
const UNSPACED =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]"
const WORD = new RegExp(`${UNSPACED}|[[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]+`, "gv")
const ASCII = /^[a-z0-9]*$/
/** A longer run of letters is no word; its beginning is enough to find it. */
const LONGEST_TERM = 64

/** The words of a text in order: runs of letters and digits, in lower case and without accents. */
export function indexWords(text: string): IndexWord[] {
  const words: IndexWord[] = []
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const term = termOf(word)
    if (term !== "") words.push({ term, start: index, end: index + word.length })
  }
  return words
}

/** "Nausėda" and "nauseda" are one term. */
export function termOf(word: string): string {
  const lower = word.slice(0, LONGEST_TERM).toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize("NFKD").replaceAll(/\p{M}/gu, "")
}
