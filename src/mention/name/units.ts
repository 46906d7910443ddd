import { isWordCode, normaliseWord } from "./normalise.ts"

/** Tokens of a text as the tokeniser gives them: UTF-16 offsets, end-exclusive. */
export interface TokenOffsets {
  readonly text: string
  readonly count: number
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
}

/**
 * The words that names are compared by. A token holds several ("Sa'ar"), one, or none: a hyphen between two words
 * written together. Other punctuation is a unit without a word, which no name crosses.
 */
export interface Units {
  readonly count: number
  /** Number of the word in the lexicon's table, -1 where no name holds it. */
  readonly word: Int32Array
  readonly token: Int32Array
  /** 1: begins with a capital; 2: all capitals; 4: first of its token; 8: last of its token; 16: one capital letter. */
  readonly flags: Uint8Array
}

export const CAPITAL = 1
export const UPPER = 2
export const FIRST = 4
export const LAST = 8
export const INITIAL = 16

const HYPHENS = new Set([0x2d, 0x2010, 0x2011, 0x2013])
const UNITS_PER_TOKEN = 2

/** Cuts tokens into units. `wordNumber` numbers a normalised word, -1 for an unknown one. */
export function cutUnits(tokens: TokenOffsets, wordNumber: (form: string) => number): Units {
  const draft = new UnitDraft(tokens.count * UNITS_PER_TOKEN + 8)
  for (let token = 0; token < tokens.count; token += 1) {
    const from = tokens.start[token]!
    const to = tokens.end[token]!
    if (to - from === 1 && isJoiningHyphen(tokens, token)) continue
    cutToken(draft, tokens.text, token, { from, to, wordNumber })
  }
  return draft.finish()
}

function isJoiningHyphen({ text, count, start, end }: TokenOffsets, token: number): boolean {
  if (!HYPHENS.has(text.charCodeAt(start[token]!))) return false
  return token > 0 && token + 1 < count && end[token - 1] === start[token] && end[token] === start[token + 1]
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly wordNumber: (form: string) => number
}

const DOT = 46
const AMPERSAND = 38
const isInner = (code: number): boolean => code === DOT || code === AMPERSAND || code === 47 || code === 43

function cutToken(draft: UnitDraft, text: string, token: number, { from, to, wordNumber }: Piece): void {
  const before = draft.count
  let start = -1
  for (let at = from; at <= to; at += 1) {
    const code = at < to ? text.charCodeAt(at) : 32
    if (isWordCode(code) || (start >= 0 && isInner(code))) {
      if (start < 0) start = at
    } else if (start >= 0) {
      const form = text.slice(start, at)
      draft.add(wordNumber(normaliseWord(form)), token, casing(form))
      start = -1
    }
  }
  if (draft.count === before) draft.add(-1, token, 0)
  draft.mark(before, FIRST)
  draft.mark(draft.count - 1, LAST)
}

function casing(form: string): number {
  const first = form[0]!
  const upper = form.toUpperCase()
  if (first !== upper[0] || first === first.toLowerCase())
    return first.toLowerCase() === upper[0] ? CAPITAL | UPPER : 0
  if (form !== upper) return CAPITAL
  return form.replaceAll(".", "").length === 1 ? CAPITAL | UPPER | INITIAL : CAPITAL | UPPER
}

class UnitDraft {
  count = 0
  private word: Int32Array
  private token: Int32Array
  private flags: Uint8Array

  constructor(capacity: number) {
    this.word = new Int32Array(capacity)
    this.token = new Int32Array(capacity)
    this.flags = new Uint8Array(capacity)
  }

  add(word: number, token: number, flags: number): void {
    if (this.count === this.word.length) this.grow()
    this.word[this.count] = word
    this.token[this.count] = token
    this.flags[this.count] = flags
    this.count += 1
  }

  mark(unit: number, flag: number): void {
    this.flags[unit]! |= flag
  }

  finish(): Units {
    return { count: this.count, word: this.word, token: this.token, flags: this.flags }
  }

  private grow(): void {
    const { word, token, flags } = this
    this.word = new Int32Array(word.length * 2)
    this.word.set(word)
    this.token = new Int32Array(token.length * 2)
    this.token.set(token)
    this.flags = new Uint8Array(flags.length * 2)
    this.flags.set(flags)
  }
}
