/** How much of a text was found, and how much of what was found belongs to it. */
export interface Overlap {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const WORDS_A_SHINGLE = 4

function shinglesOf(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const shingles = new Map<string, number>()
  const last = Math.max(0, words.length - WORDS_A_SHINGLE)
  for (let at = 0; at <= last; at++) {
    const shingle = words.slice(at, at + WORDS_A_SHINGLE).join(" ")
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  }
  return shingles
}

/** Compares two texts by their runs of four words, as the public benchmark of article extraction does. */
export function overlapOf(found: string, expected: string): Overlap {
  const [a, b] = [shinglesOf(found), shinglesOf(expected)]
  let common = 0
  for (const [shingle, count] of a) common += Math.min(count, b.get(shingle) ?? 0)
  const total = (shingles: ReadonlyMap<string, number>): number =>
    [...shingles.values()].reduce((x, y) => x + y, 0)
  const precision = common / total(a)
  const recall = common / total(b)
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
