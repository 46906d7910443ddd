import type { Span } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"

/** Tokens of a participant; `last` exclusive, `head` the token that hangs outside. */
export interface TokenRange {
  readonly first: number
  readonly last: number
  readonly head: number
}

/** A pair of participants located among the tokens, with the stretch of sentences that holds both. */
export interface Pair {
  readonly analysis: Analysis
  readonly actor: TokenRange | null
  readonly recipient: TokenRange | null
  /** Tokens of the sentences from the first participant to the last; `last` exclusive. */
  readonly first: number
  readonly last: number
}

/** Finds the tokens of both spans. Undefined where neither span covers a token. */
export function locatePair(analysis: Analysis, actor: Span | null, recipient: Span | null): Pair | undefined {
  const a = actor === null ? null : tokensOf(analysis, actor)
  const r = recipient === null ? null : tokensOf(analysis, recipient)
  const known = [a, r].filter((range) => range !== null)
  if (known.length === 0) return undefined
  const sentences = known.flatMap(({ first, last }) => [
    analysis.sentence[first] ?? 0,
    analysis.sentence[last - 1] ?? 0,
  ])
  const from = analysis.sentences[Math.min(...sentences)]
  const to = analysis.sentences[Math.max(...sentences)]
  if (from === undefined || to === undefined) return undefined
  return { analysis, actor: a, recipient: r, first: from.first, last: to.last }
}

function tokensOf(analysis: Analysis, span: Span): TokenRange | null {
  const first = firstEndingAfter(analysis, span.start)
  let last = first
  while (last < analysis.count && (analysis.start[last] ?? 0) < span.end) last += 1
  return first === last ? null : { first, last, head: headOf(analysis, first, last) }
}

function firstEndingAfter(analysis: Analysis, offset: number): number {
  let low = 0
  let high = analysis.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((analysis.end[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The first token of the range whose own head lies outside it; punctuation and determiners only where nothing else does. */
function headOf(analysis: Analysis, first: number, last: number): number {
  let fallback = -1
  for (let token = first; token < last; token += 1) {
    const head = analysis.head[token] ?? -1
    if (head >= first && head < last) continue
    const relation = analysis.deprel[token]
    if (relation !== "punct" && relation !== "det" && relation !== "case") return token
    if (fallback < 0) fallback = token
  }
  return fallback < 0 ? last - 1 : fallback
}

/** True where the token stands in the range. */
export const within = (range: TokenRange | null, token: number): boolean =>
  range !== null && token >= range.first && token < range.last
