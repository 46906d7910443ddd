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
  const nearest = (row: number): string => {
    let best = 0
    let bestScore = -Infinity
    for (let centre = 0; centre < count; centre += 1) {
      let score = 0
      for (let at = 0; at < dimension; at += 1)
        score += (vectors.values[row * dimension + at] ?? 0) * (centres[centre * dimension + at] ?? 0)
      if (score > bestScore) {
        best = centre
        bestScore = score
      }
    }
    return `c${best}`
  }
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
