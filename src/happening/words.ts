import { hash32 } from "./content-hash.ts"

/** Words that say nothing of which happening a sentence tells. */
const STOP_WORDS = new Set(
  (
    "the and for that with from was were has have had his her its their they this these those said says will would " +
    "are been being not but who which when after before also over into than then there about between during against " +
    "him she you our more most other some such only new one two year years day days week month monday tuesday " +
    "wednesday thursday friday saturday sunday january february march april may june july august september october " +
    "november december told according reported statement on in at of to by as an is it he"
  ).split(" "),
)
/** Endings that a verb's or a noun's forms differ in: "open" and "opened", "close" and "closing". */
const ENDINGS = ["ing", "ed", "es", "s", "e"] as const
/** A stem keeps at least so many letters of its word, and as many as this are compared. */
const LEAST_STEM = 3
const STEM_LENGTH = 5
const WORD = /[\p{L}\p{N}]+/gu

/** The sorted, distinct stems of the words that tell one sentence from another, hashed. */
export function contentWords(text: string): Uint32Array {
  const found = new Set<number>()
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase()
    if (lower.length < 3 && !/^\d+$/.test(lower)) continue
    if (!STOP_WORDS.has(lower)) found.add(hash32(stemOf(lower)))
  }
  return Uint32Array.from(found).sort()
}

function stemOf(word: string): string {
  const ending = ENDINGS.find(
    (letters) => word.endsWith(letters) && word.length - letters.length >= LEAST_STEM,
  )
  return word.slice(0, Math.min(STEM_LENGTH, word.length - (ending?.length ?? 0)))
}

/** Cosine of two sets of words: shared words over the geometric mean of the sizes, 0 to 1. */
export function wordSimilarity(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i]!
    const right = b[j]!
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared / Math.sqrt(a.length * b.length)
}
