import { keepsStop } from "./abbreviations.ts"
import {
  classOf,
  DIGIT,
  isDigit,
  isLetter,
  isLower,
  isSpace,
  isUpper,
  JOINER,
  LETTER,
  MARK,
  OTHER,
  SIGN,
} from "./characters.ts"
import { cutPiece } from "./token-pieces.ts"

/** Tokens of a text, in order: parallel arrays of UTF-16 offsets, end-exclusive. */
export interface TokenSpans {
  readonly start: number[]
  readonly end: number[]
}

const DOT = 46
const APOSTROPHES = new Set([39, 8217, 700])
const HYPHENS = new Set([45, 8208, 8209, 8211, 8722])
const code = (text: string, at: number): number => (at < text.length && at >= 0 ? text.charCodeAt(at) : 32)

/** The bound prefixes that keep their hyphen in the treebank: "non-human" is one token, "long-term" three. */
const PREFIXES = new Set(
  "e i re non co pre post anti ex semi multi sub un inter intra pro ultra mini micro over counter tri mid neo pan psycho socio geo quasi pseudo trans cross".split(
    " ",
  ),
)

const LONGEST_PREFIX = 7
const LONGEST_NUMBER_CODE = 40

/**
 * Splits a text into tokens after the convention of the English treebanks (EWT, GUM): clitics, punctuation, currency signs
 * and most hyphens stand alone; abbreviations, initials, domain names and numbers stay whole. Linear in the text's length.
 */
export function tokenise(text: string): TokenSpans {
  const spans: TokenSpans = { start: [], end: [] }
  let at = 0
  while (at < text.length) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
    const from = at
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1
    if (at > from) splitChunk(text, from, at, spans)
  }
  return spans
}

const emit = (spans: TokenSpans, from: number, to: number): void => {
  if (to <= from) return
  spans.start.push(from)
  spans.end.push(to)
}

/** The end of the run of one repeated character that begins at `at`; "!" and "?" count as the same. */
function runEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at)
  const mixed = first === 33 || first === 63
  let end = at + 1
  while (end < limit) {
    const next = text.charCodeAt(end)
    if (next !== first && !(mixed && (next === 33 || next === 63))) break
    end += 1
  }
  return end
}

/** True where the character after `at` continues a run that begins at `at` or before. */
const runsOn = (text: string, at: number): boolean => runEnd(text, at, at + 2) === at + 2

/** Brackets and quotes stand one by one; other marks in runs ("...", "!!", "--", "''"). */
const SINGLE = new Set(Array.from('()[]{}<>",;“”‘«»', (char) => char.charCodeAt(0)))
const markEnd = (text: string, at: number, limit: number): number =>
  SINGLE.has(text.charCodeAt(at)) ? at + 1 : runEnd(text, at, limit)

/** Where a token of punctuation that opens a chunk ends; `at` itself where a word begins there. */
function leadEnd(text: string, at: number, limit: number): number {
  const char = text.charCodeAt(at)
  const kind = classOf(char)
  if (kind === LETTER || kind === DIGIT || kind === OTHER) return at
  if (kind === SIGN) return at + 1
  if (kind === MARK) return markEnd(text, at, limit)
  const next = code(text, at + 1)
  if (APOSTROPHES.has(char))
    return isOpeningWord(text, at, limit) ? at : runEnd(text, at, Math.min(limit, at + 2))
  if (char === DOT) return next !== DOT && (isLetter(next) || isDigit(next)) ? at : runEnd(text, at, limit)
  if (char === 43 && isDigit(next)) return at
  if ((char === 64 || char === 35) && isLetter(next)) return at
  return runEnd(text, at, limit)
}

/** 's, 'em, '80s: an apostrophe that belongs to the word after it. */
function isOpeningWord(text: string, at: number, limit: number): boolean {
  if (isDigit(code(text, at + 1)) && isDigit(code(text, at + 2)) && !isDigit(code(text, at + 3))) return true
  return /^.(s|m|d|re|ve|ll|em|tis|twas|til|cause)$/iu.test(text.slice(at, Math.min(limit, at + 8)))
}

/** Where the last token of punctuation of text[from, to) begins; `to` where the chunk ends in a word. */
function trailStart(text: string, from: number, to: number, next: string): number {
  const char = text.charCodeAt(to - 1)
  const kind = classOf(char)
  if (kind === SIGN) return to - 1
  if (kind !== MARK && kind !== JOINER) return to
  if (SINGLE.has(char)) return to - 1
  let start = to - 1
  while (start > from && runsOn(text, start - 1)) start -= 1
  if (APOSTROPHES.has(char)) return Math.max(start, to - 2)
  if (char !== DOT || start < to - 1) return start
  let word = start
  while (word > from && (isLetter(code(text, word - 1)) || code(text, word - 1) === DOT)) word -= 1
  return word < start && keepsStop(text.slice(word, start), next) ? to : start
}

function firstAfter(text: string, at: number): string {
  let next = at
  while (next < text.length && isSpace(text.charCodeAt(next))) next += 1
  return text.charAt(next)
}

const ADDRESS = /^(?:[a-z][a-z0-9+.-]{1,11}:\/\/|www\.|mailto:)|^[\w.+%-]{1,64}@[\w-]{1,64}\.\w/iu

function splitChunk(text: string, from: number, to: number, spans: TokenSpans): void {
  let start = from
  for (;;) {
    const end = start < to ? leadEnd(text, start, to) : start
    if (end === start) break
    emit(spans, start, end)
    start = end
  }
  const trail: number[] = []
  const next = firstAfter(text, to)
  let end = to
  while (end > start) {
    const cut = trailStart(text, start, end, trail.length === 0 ? next : "")
    if (cut === end) break
    trail.push(cut, end)
    end = cut
  }
  if (end > start) {
    if (ADDRESS.test(text.slice(start, Math.min(end, start + 160)))) emit(spans, start, end)
    else splitMiddle(text, start, end, spans)
  }
  for (let at = trail.length - 2; at >= 0; at -= 2) emit(spans, trail[at]!, trail[at + 1]!)
}

/** Splits text[from, to), which begins and ends in a word, at the marks inside it. */
function splitMiddle(text: string, from: number, to: number, spans: TokenSpans): void {
  let piece = from
  let at = from
  while (at < to) {
    const end = separatorEnd(text, piece, at, to)
    if (end < 0) {
      at += 1
      continue
    }
    cutWord(text, piece, at, spans)
    emit(spans, at, end)
    piece = end
    at = end
  }
  cutPiece(text, piece, to, spans)
}

/** A piece before a separator; its last stop is a token where no abbreviation keeps it: 'said.“They'. */
function cutWord(text: string, from: number, to: number, spans: TokenSpans): void {
  const stop = to - 1 > from && text.charCodeAt(to - 1) === DOT ? trailStart(text, from, to, "") : to
  cutPiece(text, from, stop, spans)
  emit(spans, stop, to)
}

/** -1 where the character at `at` belongs to its word; else where the separating token that begins there ends. */
function separatorEnd(text: string, piece: number, at: number, to: number): number {
  const char = text.charCodeAt(at)
  const kind = classOf(char)
  if (kind === LETTER || kind === DIGIT || kind === OTHER) return -1
  const before = code(text, at - 1)
  const after = at + 1 < to ? text.charCodeAt(at + 1) : 32
  if (kind === MARK) return char === 44 && isDigit(before) && isDigit(after) ? -1 : markEnd(text, at, to)
  if (kind === SIGN) return char === 36 && isUpper(before) ? -1 : at + 1
  if (char === after && !APOSTROPHES.has(char) && char !== 95) return runEnd(text, at, to)
  if (HYPHENS.has(char)) return keepsHyphen(text, piece, at, to) ? -1 : at + 1
  return joins(text, piece, at, to, char, before, after) ? -1 : at + 1
}

/** True where one of . ' / : & @ _ + * = # ~ ^ binds what stands on both sides. */
function joins(
  text: string,
  piece: number,
  at: number,
  to: number,
  char: number,
  before: number,
  after: number,
): boolean {
  const digits = isDigit(before) && isDigit(after)
  switch (String.fromCharCode(char)) {
    case ".":
      return !(
        at - piece > 2 &&
        isLower(before) &&
        isUpper(after) &&
        at + 2 < to &&
        isLower(code(text, at + 2))
      )
    case "/":
      return digits || (at - piece === 1 && (at + 2 === to || !isLetter(code(text, at + 2))))
    case ":":
      return digits
    case "&":
      return isUpper(before) === isUpper(after) && at - piece <= 3 && to - at <= 4
    case "=":
    case "~":
      return false
    default:
      return true
  }
}

/** "non-human", "555-1234", "2005-08-12" stay whole; "long-term", "3-4", "F-16", "al-Ani" are split. */
function keepsHyphen(text: string, piece: number, at: number, to: number): boolean {
  const char = text.charCodeAt(at)
  if (char === 8211 || char === 8722) return false
  if (at - piece <= LONGEST_PREFIX && PREFIXES.has(text.slice(piece, at).toLowerCase()))
    return isLetter(code(text, at + 1))
  if (isDigit(code(text, piece)) && isDigit(code(text, at + 1)))
    return isNumberCode(text.slice(piece, Math.min(to, piece + LONGEST_NUMBER_CODE + 1)))
  return false
}

/** Telephone numbers and ISO dates: groups of digits joined by hyphens, but not a range of two numbers. */
function isNumberCode(piece: string): boolean {
  if (piece.length > LONGEST_NUMBER_CODE) return false
  const groups = piece.split("-")
  if (!groups.every((group) => /^\d{1,6}$/u.test(group))) return false
  return groups.length >= 3 || (groups[0]!.length === 3 && groups[1]!.length === 4)
}
