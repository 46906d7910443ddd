import type { Predicate, Predicates } from "../../codebook/predicates.ts"
import type { Pair } from "./pair.ts"
import { matchPredicate } from "./predicate-match.ts"

/** The predicate that the lexicon sees in a token, looked up once a pair. */
export type Matches = (token: number) => Predicate | undefined

export function matchesOf({ analysis }: Pair, predicates: Predicates): Matches {
  const known = new Map<number, Predicate | undefined>()
  return (token) => {
    if (known.has(token)) return known.get(token)
    const match = matchPredicate(analysis, token, predicates)
    known.set(token, match)
    return match
  }
}
