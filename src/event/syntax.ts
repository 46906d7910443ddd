import type { Analysis } from "../text/analysis.ts"
import { UPOS, type Upos } from "../text/analysis.ts"
import { perToken } from "../text/per-analysis.ts"

/** Small questions to the dependency tree; all indices are token indices of the analysis, -1 where there is none. */

const UPOS_INDEX = Object.fromEntries(UPOS.map((tag, index) => [tag, index])) as Record<Upos, number>

export function hasUpos(analysis: Analysis, token: number, ...tags: readonly Upos[]): boolean {
  const own = analysis.upos[token]
  for (const tag of tags) if (own === UPOS_INDEX[tag]) return true
  return false
}

export const lemmaOf = (analysis: Analysis, token: number): string => analysis.lemma[token] ?? ""
export const tagOf = (analysis: Analysis, token: number): string => analysis.tag[token] ?? ""
export const deprelOf = (analysis: Analysis, token: number): string => analysis.deprel[token] ?? ""
export const headOf = (analysis: Analysis, token: number): number => analysis.head[token] ?? -1
export const wordOf = perToken(({ text, start, end }, token) => text.slice(start[token], end[token]))

const withoutSubtype = new Map<string, string>()

/** The relation without its subtype: "nsubj:pass" → "nsubj". */
export function relationOf(analysis: Analysis, token: number): string {
  const deprel = deprelOf(analysis, token)
  let relation = withoutSubtype.get(deprel)
  if (relation === undefined) {
    relation = deprel.split(":", 1)[0] ?? ""
    withoutSubtype.set(deprel, relation)
  }
  return relation
}

/** All dependents of a token, in text order. */
export function childrenOf(analysis: Analysis, token: number): number[] {
  const found: number[] = []
  for (let child = analysis.firstChild[token] ?? -1; child !== -1; child = analysis.nextSibling[child] ?? -1)
    found.push(child)
  return found
}

/** Dependents that stand in one of the given relations; "obl" also finds "obl:agent", "obl:agent" only itself. */
export function childrenBy(analysis: Analysis, token: number, ...relations: readonly string[]): number[] {
  const found: number[] = []
  for (
    let child = analysis.firstChild[token] ?? -1;
    child !== -1;
    child = analysis.nextSibling[child] ?? -1
  ) {
    if (isRelation(deprelOf(analysis, child), relations)) found.push(child)
  }
  return found
}

const COLON = 58

/** True where the relation is one of those given, or a subtype of one. */
function isRelation(deprel: string, relations: readonly string[]): boolean {
  for (const relation of relations)
    if (
      deprel === relation ||
      (deprel.length > relation.length &&
        deprel.charCodeAt(relation.length) === COLON &&
        deprel.startsWith(relation))
    )
      return true
  return false
}

/** The first dependent in one of the given relations, -1 for none. */
export function childBy(analysis: Analysis, token: number, ...relations: readonly string[]): number {
  for (let child = analysis.firstChild[token] ?? -1; child !== -1; child = analysis.nextSibling[child] ?? -1)
    if (isRelation(deprelOf(analysis, child), relations)) return child
  return -1
}

/** Verbs of saying and thinking: what they report keeps its own status. */
export const SAYING: ReadonlySet<string> = new Set(
  "say tell report add state note announce declare claim confirm believe think know argue stress explain write remark reveal".split(
    " ",
  ),
)

/** The preposition (or several: "because of") that marks a nominal, lower-case, "" where it has none. */
export const caseOf = perToken((analysis: Analysis, token: number): string => {
  const marks = childrenBy(analysis, token, "case").filter(
    (mark) => wordOf(analysis, mark) !== "'s" && wordOf(analysis, mark) !== "’s",
  )
  const first = marks[0]
  if (first === undefined) return ""
  const fixed = childrenBy(analysis, first, "fixed")
  return [first, ...fixed, ...marks.slice(1)].map((mark) => wordOf(analysis, mark).toLowerCase()).join(" ")
})

/** The token and the tokens coordinated with it. */
export function withConjuncts(analysis: Analysis, token: number): number[] {
  return [token, ...childrenBy(analysis, token, "conj")]
}

/** The first token of the coordination that the token stands in. */
export function firstConjunct(analysis: Analysis, token: number): number {
  let at = token
  while (relationOf(analysis, at) === "conj" && headOf(analysis, at) !== -1) at = headOf(analysis, at)
  return at
}

/** Tokens from the given one up to its sentence's root, itself first. */
export const pathToRoot = perToken((analysis: Analysis, token: number): readonly number[] => {
  const path: number[] = []
  for (let at = token; at !== -1 && path.length < 100; at = headOf(analysis, at)) path.push(at)
  return path
})

export const isPassive = perToken(
  (analysis: Analysis, token: number): boolean =>
    childBy(analysis, token, "nsubj:pass", "aux:pass", "obl:agent", "csubj:pass") !== -1,
)

const CLAUSAL = new Set(["ccomp", "xcomp", "advcl", "acl", "parataxis", "conj", "csubj", "root"])

/** True where the token heads a clause or could: a verb, or a predicate with a copula. */
export const headsClause = (analysis: Analysis, token: number): boolean =>
  hasUpos(analysis, token, "VERB") || childBy(analysis, token, "cop") !== -1

/** The verb or predicate that governs a token's clause: the token itself where it heads one. */
export function clauseOf(analysis: Analysis, token: number): number {
  for (const at of pathToRoot(analysis, token))
    if (headsClause(analysis, at) || deprelOf(analysis, at) === "root") return at
  return token
}

/** Tokens of the clause that the token heads, without the clauses below it (relative, complement, adverbial). */
export const clauseTokens = perToken((analysis: Analysis, token: number): readonly number[] => {
  const found: number[] = []
  const stack = [token]
  while (stack.length > 0) {
    const at = stack.pop()!
    found.push(at)
    for (const child of childrenOf(analysis, at)) {
      const relation = relationOf(analysis, child)
      const nested = CLAUSAL.has(relation) && headsClause(analysis, child)
      if (!nested) stack.push(child)
    }
  }
  return found.sort((a, b) => a - b)
})
