import type { Analysis } from "../../text/analysis.ts"
import type { Gazetteer } from "../gazetteer.ts"
import { placeKey } from "../gazetteer-key.ts"

/** Tokens that spell a name of the gazetteer; `last` exclusive. */
export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly key: string
  readonly rows: readonly number[]
}

const MAX_TOKENS = 7
const STARTS_NAME = /^[\p{Lu}\p{Lt}]/u
const SMALL_ADDITION = /^al-\p{Lu}/u

/** All stretches of tokens, within sentences, whose text is the name of a place and begins with a capital. */
export function findMatches(analysis: Analysis, gazetteer: Gazetteer): NameMatch[] {
  const { text, start, end } = analysis
  const matches: NameMatch[] = []
  for (const sentence of analysis.sentences)
    for (let first = sentence.first; first < sentence.last; first++) {
      const from = start[first] ?? 0
      const word = text.slice(from, end[first])
      if (!STARTS_NAME.test(word) && !SMALL_ADDITION.test(word)) continue
      const bound = Math.min(first + MAX_TOKENS, sentence.last)
      for (let last = first + 1; last <= bound; last++) {
        const key = placeKey(text.slice(from, end[last - 1]))
        if (key === null) break
        const rows = gazetteer.find(key)
        if (rows.length > 0) matches.push({ first, last, key, rows })
        if (!gazetteer.continues(key)) break
      }
    }
  return matches
}
