import type { Analysis } from "../../text/analysis.ts"
import { hashString } from "../../text/softmax.ts"
import type { Chunk } from "../actor/chunks.ts"
import type { Finding } from "../actor/items.ts"
import { remembering } from "../remembering.ts"

/** Numbers for words, so that features are mixed from integers alone. */
export const codeOf: (text: string) => number = remembering(hashString)

/** The token that carries a mention in the tree: of a name of several words the first, of a description its noun. */
export function topOf({ head }: Analysis, { first, last, core }: Chunk & { readonly core: number }): number {
  const above = head[core]!
  if (above < first || above >= last) return core
  for (let token = first; token < last; token += 1)
    if (head[token]! < first || head[token]! >= last) return token
  return core
}

/** How far up the tree the clauses around a word are looked through. */
const CLIMB = 8

/** The code of a token's form in small letters. */
export function wordCode({ analysis, wordCodes }: Finding, token: number): number {
  const known = wordCodes[token]!
  if (known !== 0) return known
  const code = codeOf(analysis.text.slice(analysis.start[token], analysis.end[token]).toLowerCase()) | 0
  wordCodes[token] = code
  return code
}

export const isSubject = ({ deprel }: Analysis, token: number): boolean =>
  (deprel[token] ?? "").startsWith("nsubj")

/** The first member of the coordination that a token belongs to. */
export function firstConjunct(analysis: Analysis, token: number): number {
  let at = token
  while (analysis.deprel[at] === "conj" && analysis.head[at]! >= 0) at = analysis.head[at]!
  return at
}

/** What a word is to the clauses above another one. */
export const GOVERNANCE = { none: 0, own: 1, above: 2, object: 3, beside: 4 } as const

/**
 * How `other` stands to `token`: subject of the same predicate, subject of a clause around it ("Putin said that he"), another
 * dependent of such a predicate, or a dependent of a predicate coordinated with them.
 */
export function governanceOf(analysis: Analysis, token: number, other: number): number {
  const top = firstConjunct(analysis, other)
  const governor = analysis.head[top]!
  if (governor < 0) return GOVERNANCE.none
  const subject = isSubject(analysis, top)
  let predicates = 0
  for (
    let at = analysis.head[token]!, step = 0;
    at >= 0 && step < CLIMB;
    at = analysis.head[at]!, step += 1
  ) {
    if (at === top) return GOVERNANCE.none
    if (at === governor)
      return subject ? (predicates === 0 ? GOVERNANCE.own : GOVERNANCE.above) : GOVERNANCE.object
    const relation = analysis.deprel[at] ?? ""
    if (relation === "conj" && analysis.head[at] === governor)
      return subject ? GOVERNANCE.beside : GOVERNANCE.object
    if (isClause(relation)) predicates += 1
  }
  return GOVERNANCE.none
}

const CLAUSES = ["ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"]
const isClause = remembering((relation: string): boolean =>
  CLAUSES.some((clause) => relation.startsWith(clause)),
)

/** The lemma of the word that a token hangs on, as a code; 0 at the root. */
export function governorCode({ head, lemma }: Analysis, token: number): number {
  const governor = head[token]!
  return governor < 0 ? 0 : codeOf(lemma[governor] ?? "")
}

/** A number on a scale of powers of two: 1, 2, 3–4, 5–8, … */
export const magnitude = (value: number): number => (value <= 1 ? value : 32 - Math.clz32(value - 1) + 1)

const OPENING = new Set(["“", "«", "``"])
const CLOSING = new Set(["”", "»", "''"])

/** For each token, 1 where it stands between quotation marks. */
export function findQuoted({ text, count, start, end }: Analysis): Uint8Array {
  const quoted = new Uint8Array(count)
  let inside = false
  let lastEnd = 0
  for (let token = 0; token < count; token += 1) {
    // Quotations end with their paragraph, marked or not.
    if (inside && text.slice(lastEnd, start[token]).includes("\n")) inside = false
    lastEnd = end[token]!
    if (end[token]! - start[token]! <= 2) {
      const form = text.slice(start[token], end[token])
      if (form === '"') inside = !inside
      else if (OPENING.has(form)) inside = true
      else if (CLOSING.has(form)) inside = false
    }
    quoted[token] = inside ? 1 : 0
  }
  return quoted
}
