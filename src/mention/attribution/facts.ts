import type { Analysis, Sentence } from "../../text/analysis.ts"
import { hashString } from "../../text/softmax.ts"
import { findQuotations, type Quotations } from "./quotations.ts"

/** What the attribution models look at, one number a token: words as hashes, edges of subtrees, quotations. */
export interface Facts {
  readonly analysis: Analysis
  readonly quotations: Quotations
  readonly lemma: Int32Array
  readonly tag: Int32Array
  readonly relation: Int32Array
  /** First and last token of each token's subtree, both inclusive. */
  readonly leftEdge: Int32Array
  readonly rightEdge: Int32Array
  /** The highest token whose subtree begins (ends) at a token. Every token begins some subtree or none: -1. */
  readonly topLeft: Int32Array
  readonly topRight: Int32Array
  /** Rows of the word vectors already looked up, by the hash of the lemma. */
  readonly vectorRows: Map<number, number>
}

export function readFacts(analysis: Analysis): Facts {
  const { count, sentences } = analysis
  const facts: Facts = {
    analysis,
    quotations: findQuotations(analysis),
    lemma: hashes(analysis.lemma, count),
    tag: hashes(analysis.tag, count),
    relation: hashes(analysis.deprel, count),
    leftEdge: Int32Array.from({ length: count }, (_, token) => token),
    rightEdge: Int32Array.from({ length: count }, (_, token) => token),
    topLeft: new Int32Array(count).fill(-1),
    topRight: new Int32Array(count).fill(-1),
    vectorRows: new Map(),
  }
  const order = new Int32Array(count)
  for (const sentence of sentences) findEdges(facts, sentence, order)
  alignMarks(facts)
  return facts
}

const OPENING = hashString("“") | 0
const CLOSING = hashString("”") | 0
const OPENING_TAG = hashString("``") | 0
const CLOSING_TAG = hashString("''") | 0

/** All styles of quotation marks look alike to the models. */
function alignMarks({ quotations, lemma, tag }: Facts): void {
  for (const { first, last, closed } of quotations.all) {
    lemma[first] = OPENING
    tag[first] = OPENING_TAG
    if (!closed) continue
    lemma[last - 1] = CLOSING
    tag[last - 1] = CLOSING_TAG
  }
}

function hashes(words: readonly string[], count: number): Int32Array {
  const known = new Map<string, number>()
  const found = new Int32Array(count)
  for (let token = 0; token < count; token += 1) {
    const word = words[token]!
    let hash = known.get(word)
    if (hash === undefined) {
      hash = hashString(word) | 0
      known.set(word, hash)
    }
    found[token] = hash
  }
  return found
}

/** Walks the tree from its root downwards, then gives each head the edges of its dependents, from below. */
function findEdges(facts: Facts, { first, last }: Sentence, order: Int32Array): void {
  const { analysis, leftEdge, rightEdge, topLeft, topRight } = facts
  let known = 0
  for (let token = first; token < last; token += 1) if (analysis.head[token] === -1) order[known++] = token
  for (let at = 0; at < known; at += 1)
    for (let child = analysis.firstChild[order[at]!]!; child !== -1; child = analysis.nextSibling[child]!)
      order[known++] = child
  for (let at = known - 1; at >= 0; at -= 1) {
    const token = order[at]!
    const head = analysis.head[token]!
    if (head === -1) continue
    if (leftEdge[token]! < leftEdge[head]!) leftEdge[head] = leftEdge[token]!
    if (rightEdge[token]! > rightEdge[head]!) rightEdge[head] = rightEdge[token]!
  }
  for (let at = 0; at < known; at += 1) {
    const token = order[at]!
    if (topLeft[leftEdge[token]!] === -1) topLeft[leftEdge[token]!] = token
    if (topRight[rightEdge[token]!] === -1) topRight[rightEdge[token]!] = token
  }
}

const FAR = 15

/**
 * How a token stands to the cue in the tree: four times the steps from the cue up to the ancestor that both share, plus the
 * steps from there down to the token, each at most three; 15 where it is farther.
 */
export function treeRelation({ head }: Analysis, token: number, cue: number): number {
  let ancestor = cue
  for (let up = 0; up < 4 && ancestor !== -1; up += 1) {
    let below = token
    for (let down = 0; down < 4 && below !== -1; down += 1) {
      if (below === ancestor) return up * 4 + down
      below = head[below]!
    }
    ancestor = head[ancestor]!
  }
  return FAR
}
