import { isTitleOrInitial } from "./abbreviations.ts"
import type { Sentence } from "./analysis.ts"
import { isLower, isUpper } from "./characters.ts"
import { findBlockStarts } from "./lines.ts"
import type { TokenSpans } from "./tokenise.ts"

/** Words that begin a sentence far more often than they follow an abbreviation inside one. */
const STARTERS = new Set(
  "The A An This That These Those It Its He She They We You I His Her Their Our My In On At By For From With After Before During Since While When Where Why How What Who If As Although Though But And Or So Yet However Meanwhile Earlier Later Then There Here Also Some Many Most Several Both Each Every All No Not Now Today Yesterday Tomorrow Officials Police Under According To Despite Because Until Once Only One Two Three More Such Asked Last".split(
    " ",
  ),
)
const CLOSERS = new Set(Array.from("\"'”’»)]}"))
const OPENERS = new Set(Array.from("\"'“‘«([{¡¿"))
/** No sentence is longer: text without any stop is cut here, so that the parser's time stays linear. */
export const LONGEST_SENTENCE = 200

const isStop = (token: string): boolean => /^(?:[.!?…]+|\.{2,})$/u.test(token)

/** Splits a tokenised text into sentences: at stops, after abbreviations where a new sentence begins, at block starts. */
export function splitSentences(text: string, tokens: TokenSpans): Sentence[] {
  const count = tokens.start.length
  const blocks = findBlockStarts(text)
  const sentences: Sentence[] = []
  let first = 0
  let block = 0
  for (let token = 1; token <= count; token += 1) {
    while (block < blocks.length && blocks[block]! <= tokens.start[token - 1]!) block += 1
    const isBlockEnd = token === count || (block < blocks.length && blocks[block]! <= tokens.start[token]!)
    if (!isBlockEnd && token - first < LONGEST_SENTENCE && !endsBefore(text, tokens, first, token)) continue
    sentences.push({
      index: sentences.length,
      start: tokens.start[first]!,
      end: tokens.end[token - 1]!,
      first,
      last: token,
    })
    first = token
  }
  return sentences
}

const tokenText = (text: string, tokens: TokenSpans, index: number): string =>
  text.slice(tokens.start[index]!, tokens.end[index]!)

const isSpaced = (tokens: TokenSpans, index: number): boolean => tokens.end[index - 1]! < tokens.start[index]!

/** True where a sentence that began at token `first` ends right before token `next`. */
function endsBefore(text: string, tokens: TokenSpans, first: number, next: number): boolean {
  const spaced = isSpaced(tokens, next)
  const upcoming = tokenText(text, tokens, next)
  if (isStop(upcoming) || isNote(text, tokens, next)) return false
  let last = next - 1
  while (last - 2 > first && isNote(text, tokens, last - 2)) last -= 3
  while (last > first && isCloser(text, tokens, last)) last -= 1
  const mark = tokenText(text, tokens, last)
  if (!mark.endsWith(".") && !isStop(mark)) return false
  if (isCloserOf(text, tokens, next, spaced)) return false
  const start = firstWord(text, tokens, next)
  if (isStop(mark)) return endsAtStop(text, tokens, first, last, next, start, spaced)
  return spaced && endsAtAbbreviation(mark, start, last < next - 1)
}

/** "[4]" after a stop: a note's number belongs to the sentence before it. */
const isNote = (text: string, tokens: TokenSpans, at: number): boolean =>
  at + 2 < tokens.start.length &&
  tokenText(text, tokens, at) === "[" &&
  tokenText(text, tokens, at + 2) === "]" &&
  /^\d{1,3}$/u.test(tokenText(text, tokens, at + 1))

const isCloser = (text: string, tokens: TokenSpans, index: number): boolean =>
  CLOSERS.has(tokenText(text, tokens, index)) &&
  !(isSpaced(tokens, index) && !isQuoteAtEnd(text, tokens, index))

/** A straight quote with space before and after it closes rather than opens where it ends the block. */
const isQuoteAtEnd = (text: string, tokens: TokenSpans, index: number): boolean =>
  index + 1 === tokens.start.length || text.charCodeAt(tokens.end[index]!) === 10

/** True where the next token still belongs to the sentence that stopped: a closing quote or bracket right after it. */
const isCloserOf = (text: string, tokens: TokenSpans, next: number, spaced: boolean): boolean =>
  !spaced && CLOSERS.has(tokenText(text, tokens, next))

/** The first token at or after `index` that is no opening quote or bracket. */
function firstWord(text: string, tokens: TokenSpans, index: number): string {
  let at = index
  while (at + 1 < tokens.start.length && at < index + 3 && OPENERS.has(tokenText(text, tokens, at))) at += 1
  return tokenText(text, tokens, at)
}

function endsAtStop(
  text: string,
  tokens: TokenSpans,
  first: number,
  last: number,
  next: number,
  start: string,
  spaced: boolean,
): boolean {
  if (isListNumber(text, tokens, first, last)) return false
  const plain = tokenText(text, tokens, last) === "."
  const code = start.charCodeAt(0)
  if (!spaced) return plain && isUpper(code)
  return isLower(code) ? plain && last === next - 1 : true
}

/** "1." or "2)" at the head of a sentence numbers it. */
const isListNumber = (text: string, tokens: TokenSpans, first: number, last: number): boolean =>
  last === first + 1 && /^\d{1,2}$/u.test(tokenText(text, tokens, first))

function endsAtAbbreviation(token: string, start: string, quoted: boolean): boolean {
  const code = start.charCodeAt(0)
  if (!isUpper(code)) return false
  if (quoted) return true
  if (isTitleOrInitial(token)) return false
  return STARTERS.has(start)
}
