import type { Span } from "../record/index.ts"
import { contains } from "../record/index.ts"
import type { Analysis, Sentence } from "../text/analysis.ts"
import { headsClause, pathToRoot, relationOf } from "./syntax.ts"

/** How near words stand to a trigger in the tree: by the clauses that lie between them. */

/** The first token that ends after the offset, by bisection. */
export function tokenAt(analysis: Analysis, offset: number): number {
  let low = 0
  let high = analysis.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (analysis.end[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The token of a span that governs its others: the one whose head lies outside. */
export function headToken(analysis: Analysis, span: Span): number {
  const first = tokenAt(analysis, span.start)
  for (let token = first; token < analysis.count && analysis.start[token]! < span.end; token++) {
    const head = analysis.head[token]!
    if (head === -1 || analysis.start[head]! < span.start || analysis.start[head]! >= span.end) return token
  }
  return first
}

const CLAUSES = new Set(["ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "conj"])

const opensClause = (analysis: Analysis, token: number): boolean =>
  CLAUSES.has(relationOf(analysis, token)) && headsClause(analysis, token)

/** What lies between two tokens of a sentence: clauses left on the way up, clauses entered on the way down, nouns passed below. */
export interface Way {
  readonly up: number
  readonly down: number
  readonly nouns: number
}

/** The way from a trigger to a token of the same sentence; undefined where the tree does not join them. */
export function wayTo(analysis: Analysis, trigger: number, token: number): Way | undefined {
  const from = pathToRoot(analysis, trigger)
  const to = pathToRoot(analysis, token)
  const meeting = from.findIndex((at) => to.includes(at))
  if (meeting === -1) return undefined
  const top = to.indexOf(from[meeting]!)
  const up = from.slice(0, meeting).filter((at) => opensClause(analysis, at)).length
  const lower = to.slice(0, top)
  const down = lower.filter((at) => opensClause(analysis, at)).length
  const nouns = lower.filter((at) => at !== token && isNominal(analysis, at)).length
  return { up, down, nouns }
}

const NOMINAL = new Set(["nsubj", "obj", "iobj", "obl", "nmod", "appos"])
const isNominal = (analysis: Analysis, token: number): boolean => NOMINAL.has(relationOf(analysis, token))

/** The spans of a sentence with the way that leads to each, in text order. */
export function within<S extends Span>(sentence: Sentence, spans: readonly S[]): S[] {
  return spans.filter((span) => contains(sentence, span))
}
