import type { DataFiles } from "../../codebook/data-files.ts"
import { remembering } from "../remembering.ts"

/** Shapes of words: what a reader sees without reading the letters. */
export const LOWER = 0
export const CAPITAL = 1
export const UPPER = 2
export const MIXED = 3
export const NUMBER = 4
export const OTHER = 5

/** What recognising places looks at in one word, whatever stands around it. */
export interface WordFacts {
  readonly lower: string
  /** Hash of the word in lower case. */
  readonly hash: number
  readonly shape: number
  /** How often texts write it in lower case, and whether it names people: one small number. */
  readonly usage: number
  readonly givenName: boolean
  /** A single capital, with or without a full stop. */
  readonly initial: boolean
}

/** The facts of a word as it is written. */
export type WordTable = (surface: string) => WordFacts
export const WORD_FILE = "models/place-words.txt"

const NUMBER_LIKE = /^\p{N}/u
const INITIAL = /^\p{Lu}\.?$/u

/**
 * Reads data/models/place-words.txt, one word a line: the word in lower case, a space, a digit for its share of lower case in
 * running text (quarters, "-" where unknown), then "g" for a given name and "f" for a family name.
 */
export function loadWordFacts(data: DataFiles): WordTable {
  const codes = new Map<string, string>()
  for (const line of data.text(WORD_FILE).split("\n")) {
    const gap = line.indexOf(" ")
    if (gap > 0) codes.set(line.slice(0, gap), line.slice(gap + 1))
  }
  return remembering((surface: string): WordFacts => {
    const lower = surface.toLowerCase()
    const code = codes.get(lower) ?? "-"
    return {
      lower,
      hash: hashText(lower),
      shape: shapeOf(surface, lower),
      usage: usageOf(code),
      givenName: code.includes("g"),
      initial: INITIAL.test(surface),
    }
  })
}

const usageOf = (code: string): number =>
  (code.startsWith("-") ? 0 : Number(code[0]) + 1) * 4 +
  Number(code.includes("g")) * 2 +
  Number(code.includes("f"))

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function shapeOf(surface: string, lower: string): number {
  if (NUMBER_LIKE.test(surface)) return NUMBER
  if (surface === lower) return surface.toUpperCase() === lower ? OTHER : LOWER
  if (surface.length > 1 && surface === surface.toUpperCase()) return UPPER
  return surface.slice(1) === lower.slice(1) ? CAPITAL : MIXED
}
