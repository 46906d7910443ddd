import { UPOS } from "../../text/analysis.ts"
import { type Facts, treeRelation } from "./facts.ts"

/** The longest stretch to either side of a cue in which its source and content are looked for, in tokens. */
const REACH = 80
/** Quotations longer than this are not followed beyond the sentence, in tokens. */
const LONGEST_QUOTATION = 600
/** Word classes that a source does not begin with. */
const NO_SOURCE_STARTS = new Set(
  ["VERB", "AUX", "PART", "SCONJ", "CCONJ", "INTJ"].map((name) => (UPOS as readonly string[]).indexOf(name)),
)
/** Cues are short: how far one may begin before its head and end after it. */
const CUE_REACH = 9

export type SpanRole = "cue" | "source" | "content" | "part"

/** Token indices, `last` exclusive. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/**
 * One span looked for: its role, the cue's head, what is known of the attribution so far, and the tokens at which the span
 * may begin and end. `relations` and the child marks are read by every candidate, so they are worked out once.
 */
export interface Scene {
  readonly facts: Facts
  readonly role: SpanRole
  readonly head: number
  readonly cue: TokenRange | null
  readonly source: TokenRange | null
  readonly content: TokenRange | null
  readonly begins: readonly number[]
  readonly ends: readonly number[]
  readonly window: TokenRange
  /** Relation name of the cue head's dependent that begins (ends) at a token of the window, 0 for none. */
  readonly childLeft: Int32Array
  readonly childRight: Int32Array
  readonly passive: number
}

export interface Known {
  readonly cue?: TokenRange | null
  readonly source?: TokenRange | null
  readonly content?: TokenRange | null
}

export function setScene(facts: Facts, role: SpanRole, head: number, known: Known = {}): Scene {
  const { analysis } = facts
  const sentence = analysis.sentences[analysis.sentence[head]!]!
  const reach = role === "cue" ? CUE_REACH : REACH
  const window = {
    first: Math.max(sentence.first, head - reach),
    last: Math.min(sentence.last, head + reach + 1),
  }
  const { begins, ends } = positions(facts, role, window, head)
  const size = window.last - window.first
  const childLeft = new Int32Array(size)
  const childRight = new Int32Array(size)
  let passive = 0
  for (let child = analysis.firstChild[head]!; child !== -1; child = analysis.nextSibling[child]!) {
    if (analysis.deprel[child] === "aux:pass" || analysis.deprel[child] === "nsubj:pass") passive = 1
    const left = facts.leftEdge[child]! - window.first
    const right = facts.rightEdge[child]! - window.first
    if (left >= 0 && left < size) childLeft[left] = facts.relation[child]!
    if (right >= 0 && right < size) childRight[right] = facts.relation[child]!
  }
  const { cue = null, source = null, content = null } = known
  return { facts, role, head, cue, source, content, begins, ends, window, childLeft, childRight, passive }
}

/** The tokens of the window; for contents also the far marks of quotations that reach into the sentence or touch it. */
function positions(facts: Facts, role: SpanRole, window: TokenRange, head: number) {
  const begins: number[] = []
  const ends: number[] = []
  const beyond = role === "content" || role === "part"
  if (beyond) {
    const before = quotationAt(facts, window.first) ?? quotationAt(facts, window.first - 1)
    if (before !== undefined && before.first < window.first) begins.push(before.first)
    if (before !== undefined && before.last <= window.first) ends.push(before.last - 1)
  }
  for (let token = window.first; token < window.last; token += 1) {
    begins.push(token)
    ends.push(token)
  }
  if (beyond) {
    const after = quotationAt(facts, window.last - 1) ?? quotationAt(facts, window.last)
    if (after !== undefined && after.first >= window.last) begins.push(after.first)
    if (after !== undefined && after.last > window.last) ends.push(after.last - 1)
  }
  return role === "cue"
    ? { begins: begins.filter((token) => token <= head), ends: ends.filter((token) => token >= head) }
    : { begins: begins.filter((token) => token !== head), ends: ends.filter((token) => token !== head) }
}

function quotationAt({ quotations }: Facts, token: number) {
  const index = quotations.at[token] ?? -1
  const quotation = quotations.all[index]
  return quotation !== undefined && quotation.last - quotation.first <= LONGEST_QUOTATION
    ? quotation
    : undefined
}

/** The ends that go with a beginning: a source or a content lies wholly on one side of the cue's head. */
export function endsFrom({ role, ends, head, content }: Scene, begin: number): number[] {
  return ends.filter((end) => {
    if (end < begin) return false
    if (role !== "cue" && begin < head && end >= head) return false
    return !(role === "part" && content !== null && begin < content.first && end >= content.first)
  })
}

/** True where the span may begin here: a second part begins outside the first one, a source with a word for somebody. */
export function mayBegin({ role, content, facts: { analysis } }: Scene, token: number): boolean {
  if (role === "source") return !NO_SOURCE_STARTS.has(analysis.upos[token]!)
  return role !== "part" || content === null || token < content.first || token >= content.last
}

/** Words that must be left over for a second part of the content to be looked for. */
const SHORTEST_PART = 3

/** True where enough of the sentence is left over for a second part, or a quotation goes on beyond it. */
export function leavesRoom({ window, cue, source, content, ends }: Scene): boolean {
  const used = [cue, source, content].reduce((sum, range) => {
    if (range === null) return sum
    return sum + Math.max(0, Math.min(range.last, window.last) - Math.max(range.first, window.first))
  }, 0)
  const beyond = ends[ends.length - 1]! >= window.last || ends[0]! < window.first
  return beyond || window.last - window.first - used > SHORTEST_PART
}

/** Where a token stands relative to a range: 0 no range, 1 far before, 2 just before, 3 first, 4 inside, 5 last, 6 just after, 7 after. */
export function placeIn(range: TokenRange | null, token: number): number {
  if (range === null) return 0
  if (token < range.first - 1) return 1
  if (token === range.first - 1) return 2
  if (token === range.first) return 3
  if (token < range.last - 1) return 4
  if (token === range.last - 1) return 5
  return token === range.last ? 6 : 7
}

export const relationTo = (scene: Scene, token: number): number =>
  treeRelation(scene.facts.analysis, token, scene.head)
