/** What a lexeme is made of. A GAP stands where a paragraph ends, so that no expression reaches across it. */
export const WORD = 1
export const NUMBER = 2
export const MARK = 3
const GAP = 4

/**
 * The words, numbers and marks of a text, finer than tokens: "mid-1990s" is mid · - · 1990 · s, "$3.56bn" is $ · 3.56 · bn.
 * Reading these instead of tokens makes time and quantity expressions independent of how a tokenizer treats hyphens and signs.
 */
export interface Lexemes {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  /** Words in lower case, numbers without thousands separators, marks as they are, "" for a gap. */
  readonly form: readonly string[]
  /** 1 where nothing separates the lexeme from the one before. */
  readonly glued: Uint8Array
  /** 1 where the word begins with a capital letter. */
  readonly capital: Uint8Array
}

const CODE_0 = 48
const CODE_9 = 57
const CODE_DOT = 46
const CODE_COMMA = 44
const CODE_NEWLINE = 10
const FIRST_LETTER_BEYOND_ASCII = 0xc0
const FIRST_CODE_BEYOND_LETTERS = 0x2000

const isDigit = (code: number): boolean => code >= CODE_0 && code <= CODE_9

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= FIRST_LETTER_BEYOND_ASCII && code < FIRST_CODE_BEYOND_LETTERS && code !== 0xd7 && code !== 0xf7)

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009

/** End of "p.m", "U.S": single letters with dots between them; the last dot is left outside. */
function endOfInitials(text: string, from: number): number {
  let end = from
  while (
    text.charCodeAt(end) === CODE_DOT &&
    isLetter(text.charCodeAt(end + 1)) &&
    !isLetter(text.charCodeAt(end + 2))
  )
    end += 2
  return end
}

function endOfWord(text: string, from: number): number {
  let end = from + 1
  while (isLetter(text.charCodeAt(end))) end++
  return end === from + 1 ? endOfInitials(text, end) : end
}

const startsThousands = (text: string, comma: number): boolean =>
  isDigit(text.charCodeAt(comma + 1)) &&
  isDigit(text.charCodeAt(comma + 2)) &&
  isDigit(text.charCodeAt(comma + 3)) &&
  !isDigit(text.charCodeAt(comma + 4))

/** End of "1,500,000", "3.56", "28.2.2023". */
function endOfNumber(text: string, from: number): number {
  let end = from
  for (;;) {
    while (isDigit(text.charCodeAt(end))) end++
    const code = text.charCodeAt(end)
    if (code === CODE_COMMA && startsThousands(text, end)) end++
    else if (code === CODE_DOT && isDigit(text.charCodeAt(end + 1))) end++
    else return end
  }
}

let last: Lexemes | undefined

/** The lexemes of a text; those of the last one are remembered, since times and quantities read the same. */
export function lexemesOf(text: string): Lexemes {
  if (last?.text !== text) last = cutLexemes(text)
  return last
}

/** Cuts a text into lexemes; one pass, linear in its length. */
function cutLexemes(text: string): Lexemes {
  const start: number[] = []
  const end: number[] = []
  const kind: number[] = []
  const form: string[] = []
  const glued: number[] = []
  const capital: number[] = []
  let newlines = 0
  let at = 0
  let previousEnd = -1
  const add = (from: number, to: number, of: number, as: string, upper: number): void => {
    start.push(from)
    end.push(to)
    kind.push(of)
    form.push(as)
    glued.push(from === previousEnd ? 1 : 0)
    capital.push(upper)
    previousEnd = to
  }
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code)) {
      if (code === CODE_NEWLINE) newlines++
      at++
      continue
    }
    if (newlines > 1 && start.length > 0) add(at, at, GAP, "", 0)
    newlines = 0
    if (isLetter(code)) {
      const to = endOfWord(text, at)
      const word = text.slice(at, to)
      const lower = word.toLowerCase()
      add(at, to, WORD, lower, lower.charCodeAt(0) === code ? 0 : 1)
      at = to
    } else if (isDigit(code)) {
      const to = endOfNumber(text, at)
      add(at, to, NUMBER, text.slice(at, to).replaceAll(",", ""), 0)
      at = to
    } else {
      add(at, at + 1, MARK, text[at] ?? "", 0)
      at++
    }
  }
  return {
    text,
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    kind: Uint8Array.from(kind),
    form,
    glued: Uint8Array.from(glued),
    capital: Uint8Array.from(capital),
  }
}

/** Form of a lexeme, "" beyond either end. */
export const formAt = (lexemes: Lexemes, at: number): string => lexemes.form[at] ?? ""

/** True where the lexeme is a hyphen or dash that joins its neighbours, "two-year" or "1914–1918". */
export function isJoint(lexemes: Lexemes, at: number): boolean {
  const form = formAt(lexemes, at)
  return (
    (form === "-" || form === "–" || form === "‑" || form === "—") &&
    lexemes.glued[at] === 1 &&
    lexemes.glued[at + 1] === 1
  )
}

/** True where the lexeme is the sign of a possessive or of an abbreviated year. */
export const isApostrophe = (form: string): boolean => form === "'" || form === "’" || form === "‘"
