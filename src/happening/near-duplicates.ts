import { hash32 } from "./content-hash.ts"

/**
 * One agency text in ten papers: texts are compared by MinHash over runs of words (Broder 1997), so that a cut paragraph or
 * another headline does not hide the copy.
 */
const SHINGLE_WORDS = 4
/** Hashes a signature holds; the estimate of the share of common runs has a standard error of 1/16. */
const HASHES = 64
/** Estimated share of common runs from which two texts are one: own reports of one happening share a few per cent. */
const COPY_SHARE = 0.5
/** A text of fewer runs is too short to call anything a copy. */
const FEWEST_SHINGLES = 8
/** Only the lowest 16 bits of each minimum are kept; chance agreement is one in 65,536. */
const KEPT_BITS = 0xffff
const WORD = /[\p{L}\p{N}]+/gu

/** Odd multipliers and offsets of the permutations, from a fixed generator: a signature means the same everywhere. */
const PERMUTATIONS: readonly (readonly [number, number])[] = Array.from({ length: HASHES }, (_, at) => [
  hash32(`multiplier ${at}`) | 1,
  hash32(`offset ${at}`),
])

/** The signature of a text as 256 hexadecimal digits; undefined where the text is too short to compare. */
export function textSignature(text: string): string | undefined {
  const minima = new Uint32Array(HASHES).fill(0xffffffff)
  const shingles = shinglesOf(text)
  if (shingles.size < FEWEST_SHINGLES) return undefined
  for (const shingle of shingles)
    for (let at = 0; at < HASHES; at++) {
      const [multiplier, offset] = PERMUTATIONS[at]!
      const value = (Math.imul(shingle, multiplier) + offset) >>> 0
      if (value < minima[at]!) minima[at] = value
    }
  return Array.from(minima, (minimum) => (minimum & KEPT_BITS).toString(16).padStart(4, "0")).join("")
}

/** Hashes of every run of words, in lower case. */
function shinglesOf(text: string): Set<number> {
  const words = Array.from(text.toLowerCase().matchAll(WORD), ([word]) => hash32(word))
  const shingles = new Set<number>()
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
    let hash = 0
    for (let next = at; next < at + SHINGLE_WORDS; next++) hash = Math.imul(hash ^ words[next]!, 0x01000193)
    shingles.add((hash ^ (hash >>> 15)) >>> 0)
  }
  return shingles
}

/** True where the texts of two signatures are one text, give or take what an editor changes. */
export function isCopy(a: string, b: string): boolean {
  let same = 0
  for (let at = 0; at < HASHES * 4; at += 4) if (a.slice(at, at + 4) === b.slice(at, at + 4)) same++
  return same / HASHES >= COPY_SHARE
}
