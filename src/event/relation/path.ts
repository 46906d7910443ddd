import type { Analysis } from "../../text/analysis.ts"
import type { Pair, TokenRange } from "./pair.ts"

/** The way through the syntax tree from the actor's head up to the word that governs both, and down to the recipient's. */
export interface SyntaxPath {
  /** Tokens above the actor's head, nearest first, up to and without the top. */
  readonly up: readonly number[]
  /** The lowest token that governs both heads (it may be one of the heads). */
  readonly top: number
  /** Tokens from below the top down to and without the recipient's head. */
  readonly down: readonly number[]
  /** True where the heads stand in different trees, or one participant is unsaid: then the path goes from the known one to its root. */
  readonly open: boolean
}

const LONGEST = 40

/** The path between the two heads; from one head to its root where the other is unsaid or stands in another sentence. */
export function syntaxPath({ analysis, actor, recipient }: Pair): SyntaxPath {
  if (actor === null || recipient === null) return openPath(analysis, actor ?? recipient, actor === null)
  const above = ancestors(analysis, actor.head)
  const position = new Map(above.map((token, at) => [token, at]))
  const down: number[] = []
  let at = recipient.head
  for (let steps = 0; steps < LONGEST && at >= 0; steps += 1) {
    const meeting = position.get(at)
    if (meeting !== undefined)
      return { up: above.slice(1, Math.max(1, meeting)), top: at, down: down.slice(1).reverse(), open: false }
    down.push(at)
    at = analysis.head[at] ?? -1
  }
  return openPath(analysis, actor, false)
}

function openPath(analysis: Analysis, range: TokenRange | null, isRecipient: boolean): SyntaxPath {
  const above = ancestors(analysis, range?.head ?? 0)
  const top = above.at(-1) ?? 0
  const between = above.slice(1, -1)
  return isRecipient
    ? { up: [], top, down: [...between].reverse(), open: true }
    : { up: between, top, down: [], open: true }
}

/** The token, its head, that one's head, and so on to the root. */
function ancestors(analysis: Analysis, token: number): number[] {
  const chain: number[] = []
  for (let at = token; at >= 0 && chain.length < LONGEST; at = analysis.head[at] ?? -1) chain.push(at)
  return chain
}

/** Calls `visit` with each dependent of a token, in text order. */
export function eachChild(
  analysis: Analysis,
  token: number,
  visit: (child: number, relation: string) => void,
): void {
  for (let child = analysis.firstChild[token] ?? -1; child >= 0; child = analysis.nextSibling[child] ?? -1)
    visit(child, analysis.deprel[child] ?? "")
}

/** The first dependent with one of the relations, -1 where there is none. */
export function childBy(analysis: Analysis, token: number, ...relations: readonly string[]): number {
  for (let child = analysis.firstChild[token] ?? -1; child >= 0; child = analysis.nextSibling[child] ?? -1)
    if (relations.includes(analysis.deprel[child] ?? "")) return child
  return -1
}

/** The preposition of a nominal, "" where it has none. */
export function prepositionOf(analysis: Analysis, token: number): string {
  const marker = childBy(analysis, token, "case")
  return marker < 0 ? "" : (analysis.lemma[marker] ?? "").toLowerCase()
}
