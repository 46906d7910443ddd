import type { WordVectors } from "../../text/vectors.ts"

/** Words in groups of like meaning: the nearest of a list of centres. */
export interface WordClusters {
  readonly count: number
  /** "c17" for the word's group, "" for a word without a vector. */
  readonly of: (word: string) => string
}

/** Groups words by the nearest centre (`centres` holds unit vectors row after row); each word is looked up once. */
export function clusterWords(vectors: WordVectors, centres: Float32Array): WordClusters {
  const { dimension } = vectors
  const count = centres.length / dimension
  const known = new Map<number, string>()
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
  return {
    count,
    of: (word) => {
      const row = vectors.index(word)
      if (row < 0) return ""
      let name = known.get(row)
      if (name === undefined) {
        name = nearest(row)
        known.set(row, name)
      }
      return name
    },
  }
}
