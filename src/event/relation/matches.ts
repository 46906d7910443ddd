import type { Predicate, Predicates } from "../../codebook/predicates.ts"
import { perAnalysisAnd } from "../../text/per-analysis.ts"
import { matchPredicate } from "./predicate-match.ts"

/** The predicate that the lexicon sees in a token. */
export type Matches = (token: number) => Predicate | undefined

const NOTHING = Symbol("no predicate")

/** The predicates of an analysis; each token is looked up once. */
export const matchesIn = perAnalysisAnd((analysis, predicates: Predicates): Matches => {
  const known = new Array<Predicate | typeof NOTHING | undefined>(analysis.count).fill(undefined)
  return (token) => {
    known[token] ??= matchPredicate(analysis, token, predicates) ?? NOTHING
    const match = known[token]
    return match === NOTHING ? undefined : match
  }
})
