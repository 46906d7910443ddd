import type { Analysis } from "../../text/analysis.ts"
import { perToken } from "../../text/per-analysis.ts"
import type { WordVectors } from "../../text/vectors.ts"
import { wordOf } from "./words.ts"

/** Words in groups of like meaning: the nearest of a list of centres. */
export interface WordClusters {
  readonly count: number
  /** "c17" for the word's group, "" for a word without a vector. */
  readonly of: (word: string) => string
  /** The group of a token's word, the word itself where it has none. */
  readonly at: (analysis: Analysis, token: number) => string
}

/** Words whose group is remembered; beyond, it is looked up again. */
const MOST_WORDS = 100_000

/** Groups words by the nearest centre (`centres` holds unit vectors row after row); each word is looked up once. */
export function clusterWords(vectors: WordVectors, centres: Float32Array): WordClusters {
  const { dimension } = vectors
  const count = centres.length / dimension
  const byWord = new Map<string, string>()
  const nearest = (row: number): string => `c${nearestCentre(vectors, row, centres)}`
  const of = (word: string): string => {
    const seen = byWord.get(word)
    if (seen !== undefined) return seen
    const row = vectors.index(word)
    const name = row < 0 ? "" : nearest(row)
    if (byWord.size < MOST_WORDS) byWord.set(word, name)
    return name
  }
  const at = perToken((analysis, token) => {
    const word = wordOf(analysis, token)
    return of(word) || word
  })
  return { count, of, at }
}

/** The centre with the largest product with a word's vector, the first of equals; four centres at a time, for speed. */
function nearestCentre({ values, dimension }: WordVectors, row: number, centres: Float32Array): number {
  const count = centres.length / dimension
  let best = 0
  let bestScore = -Infinity
  for (let centre = 0; centre < count; centre += 4) {
    const from = centre * dimension
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let at = 0; at < dimension; at += 1) {
      const value = values[row * dimension + at]!
      const cell = from + at
      a += value * centres[cell]!
      b += value * (centres[cell + dimension] ?? 0)
      c += value * (centres[cell + 2 * dimension] ?? 0)
      d += value * (centres[cell + 3 * dimension] ?? 0)
    }
    const sums = [a, b, c, d]
    for (let at = 0; at < 4 && centre + at < count; at += 1)
      if (sums[at]! > bestScore) {
        best = centre + at
        bestScore = sums[at]!
      }
  }
  return best
}
