import type { Analysis } from "../../text/analysis.ts"
import { perToken } from "../../text/per-analysis.ts"
import { type Pair, type TokenRange, within } from "./pair.ts"
import { lowerLemma } from "./words.ts"

/** The way through the syntax tree from the actor's head up to the word that governs both, and down to the recipient's. */
export interface SyntaxPath {
  /** Tokens above the actor's head, nearest first, up to and without the top. */
  readonly up: readonly number[]
  /** The lowest token that governs both heads (it may be one of the heads). */
  readonly top: number
  /** Tokens from below the top down to and without the recipient's head. */
  readonly down: readonly number[]
  /** "between" the two; "joint" where one hangs on the other ("A and R agreed"): the top is then what governs both; "open" where one is unsaid or in another tree: from the known one to its root. */
  readonly kind: "between" | "joint" | "open"
}

const LONGEST = 40

/** The path between the two heads; from one head to its root where the other is unsaid or stands in another sentence. */
export function syntaxPath(pair: Pair): SyntaxPath {
  const { analysis, actor, recipient } = pair
  if (actor === null || recipient === null) return openPath(analysis, actor ?? recipient, actor === null)
  const above = ancestors(analysis, actor.head)
  const position = new Map(above.map((token, at) => [token, at]))
  const down: number[] = []
  let at = recipient.head
  for (let steps = 0; steps < LONGEST && at >= 0; steps += 1) {
    const meeting = position.get(at)
    if (meeting !== undefined) {
      if (within(actor, at) || within(recipient, at)) return jointPath(pair, at)
      return {
        up: above.slice(1, Math.max(1, meeting)),
        top: at,
        down: down.slice(1).reverse(),
        kind: "between",
      }
    }
    down.push(at)
    at = analysis.head[at] ?? -1
  }
  return openPath(analysis, actor, false)
}

/** One participant hangs on the other: the path is what stands above both. */
function jointPath({ analysis, actor, recipient }: Pair, from: number): SyntaxPath {
  const above = ancestors(analysis, from).filter(
    (token) => !within(actor, token) && !within(recipient, token),
  )
  const top = above[0] ?? from
  return { up: [], top, down: [], kind: "joint" }
}

function openPath(analysis: Analysis, range: TokenRange | null, isRecipient: boolean): SyntaxPath {
  const above = ancestors(analysis, range?.head ?? 0)
  const top = above.at(-1) ?? 0
  const between = above.slice(1, -1)
  return isRecipient
    ? { up: [], top, down: [...between].reverse(), kind: "open" }
    : { up: between, top, down: [], kind: "open" }
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
export const prepositionOf = perToken((analysis: Analysis, token: number): string => {
  const marker = childBy(analysis, token, "case")
  return marker < 0 ? "" : lowerLemma(analysis, marker)
})
