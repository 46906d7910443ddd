/** What a UTF-16 code unit is to the tokeniser. */
export const OTHER = 0
export const SPACE = 1
export const LETTER = 2
export const DIGIT = 3
/** Opening or closing punctuation, quotes, commas: always a token of its own (or of a run of the same). */
export const MARK = 4
/** Characters that bind or split by what stands around them: . ' ’ - – / : & @ _ + * = # ~ ^ \ */
export const JOINER = 5
/** Currency and percent signs: a token of their own beside a number. */
export const SIGN = 6

const SPACES = /[\s\u0085\u180e\u200b\u2060\ufeff]/u
const MARKS = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"`´,;!?…—―¡¿<>|•·▪◦‣„‚″]/u
const JOINERS = /[.'’ʼ\-‐‑–−/:&@_+*=#~^\\]/u
const SIGNS = /[\p{Sc}%‰°§]/u

function classify(code: number): number {
  const char = String.fromCharCode(code)
  if (SPACES.test(char)) return SPACE
  if (JOINERS.test(char)) return JOINER
  if (/\p{Nd}/u.test(char)) return DIGIT
  if (/[\p{L}\p{M}\p{Nl}\p{No}]/u.test(char)) return LETTER
  if (MARKS.test(char)) return MARK
  if (SIGNS.test(char)) return SIGN
  return OTHER
}

const UNKNOWN = 255
const CLASSES = new Uint8Array(65536).fill(UNKNOWN)

/** The class of one UTF-16 code unit; a surrogate half counts as OTHER. */
export function classOf(code: number): number {
  let found = CLASSES[code]!
  if (found === UNKNOWN) {
    found = code >= 0xd800 && code <= 0xdfff ? OTHER : classify(code)
    CLASSES[code] = found
  }
  return found
}

export const isSpace = (code: number): boolean => classOf(code) === SPACE
export const isDigit = (code: number): boolean => classOf(code) === DIGIT
export const isLetter = (code: number): boolean => classOf(code) === LETTER

/** True for a letter that has a lower case other than itself. */
export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  const char = String.fromCharCode(code)
  return isLetter(code) && char.toLowerCase() !== char
}

/** True for a letter that has an upper case other than itself. */
export function isLower(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  const char = String.fromCharCode(code)
  return isLetter(code) && char.toUpperCase() !== char
}
