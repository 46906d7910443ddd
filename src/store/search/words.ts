/** A word of a text as the index knows it, with the offsets of what stands there. */
export interface IndexWord {
  readonly term: string
  readonly start: number
  readonly end: number
}

/** Scripts that put no spaces between words: each character is a word, and a word of several is a phrase. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const LETTER = /[\p{L}\p{N}\p{M}]/u
const ASCII = /^[a-z0-9]*$/
/** A longer run of letters is no word; its beginning is enough to find it. */
const LONGEST_TERM = 64

/** What a character does to a word: it ends it, goes on with it, or is one by itself. */
const ENDS = 0
const GOES_ON = 1
const STANDS_ALONE = 2
const FIRST_BEYOND_ASCII = 128
const FIRST_BEYOND_BMP = 0x10000

const kindOf = (code: number): number => {
  const character = String.fromCodePoint(code)
  return UNSPACED.test(character) ? STANDS_ALONE : LETTER.test(character) ? GOES_ON : ENDS
}
const ASCII_KINDS = Uint8Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) => kindOf(code))
/** Kinds of the other characters of the basic plane, looked up once each; 255 is not looked up yet. */
const KINDS = new Uint8Array(FIRST_BEYOND_BMP).fill(255)

function kindAt(code: number): number {
  if (code < FIRST_BEYOND_ASCII) return ASCII_KINDS[code]!
  if (code >= FIRST_BEYOND_BMP) return kindOf(code)
  const known = KINDS[code]!
  if (known !== 255) return known
  const kind = kindOf(code)
  KINDS[code] = kind
  return kind
}

/** The words of a text in order: runs of letters and digits, in lower case and without accents. */
export function indexWords(text: string): IndexWord[] {
  const words: IndexWord[] = []
  const add = (start: number, end: number): void => {
    const term = termOf(text.slice(start, end))
    if (term !== "") words.push({ term, start, end })
  }
  let begin = -1
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!
    const next = code < FIRST_BEYOND_BMP ? at + 1 : at + 2
    const kind = kindAt(code)
    if (kind === GOES_ON) {
      if (begin === -1) begin = at
    } else {
      if (begin !== -1) add(begin, at)
      begin = -1
      if (kind === STANDS_ALONE) add(at, next)
    }
    at = next
  }
  if (begin !== -1) add(begin, text.length)
  return words
}

/** "Nausėda" and "nauseda" are one term. */
export function termOf(word: string): string {
  const lower = word.slice(0, LONGEST_TERM).toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize("NFKD").replaceAll(/\p{M}/gu, "")
}
