import { type Spoken as Antecedent, mayContinue, writeContinuation } from "./continuation.ts"
import { mayBeCue, writeCueFeatures } from "./cue-features.ts"
import type { Facts } from "./facts.ts"
import { FeatureList, scoreOf } from "./features.ts"
import { findSpan } from "./find-span.ts"
import type { AttributionModels } from "./models.ts"
import { leavesRoom, setScene, type TokenRange } from "./scene.ts"

/** Log-odds from which on a token is taken for a cue: chosen where precision and recall balance on held-out documents. */
const CUE_THRESHOLD = -0.4
/** The same for a verb with a clause in "that": where it is doubtful, it is more often a cue than not. */
const THAT_CLAUSE_THRESHOLD = -1

/** An attribution in tokens, still without names. A content in two parts gives two of them with the same cue. */
export interface Spoken extends Antecedent {
  /** Log-odds of the cue. */
  readonly certainty: number
}

/** Finds who says what in an article, by cue in text order: the cue, then its source, its content, and what goes on from it. */
export function findSpoken(facts: Facts, models: AttributionModels): Spoken[] {
  const features = new FeatureList()
  const found: Spoken[] = []
  for (let token = 0; token < facts.analysis.count; token += 1) {
    if (!mayBeCue(facts, token)) continue
    writeCueFeatures(features, facts, token, models.vectors)
    const certainty = scoreOf(models.cue, features)
    const isCue =
      certainty >= CUE_THRESHOLD || (certainty >= THAT_CLAUSE_THRESHOLD && hasThatClause(facts, token))
    if (isCue) found.push(...spokenBy(facts, models, features, token, certainty))
  }
  return [...found, ...continuations(facts, models, features, found)]
}

function hasThatClause({ analysis }: Facts, token: number): boolean {
  const { firstChild, nextSibling, deprel, lemma } = analysis
  for (let child = firstChild[token]!; child !== -1; child = nextSibling[child]!) {
    if (deprel[child] !== "ccomp") continue
    for (let mark = firstChild[child]!; mark !== -1; mark = nextSibling[mark]!)
      if (deprel[mark] === "mark" && lemma[mark] === "that") return true
  }
  return false
}

function spokenBy(
  facts: Facts,
  { spans }: AttributionModels,
  features: FeatureList,
  head: number,
  certainty: number,
): Spoken[] {
  const cue = findSpan(setScene(facts, "cue", head), spans.cue, features, false)
  if (cue === null) return []
  const source = findSpan(setScene(facts, "source", head, { cue }), spans.source, features, true)
  const content = findSpan(setScene(facts, "content", head, { cue, source }), spans.content, features, false)
  if (content === null) return []
  const scene = setScene(facts, "part", head, { cue, source, content })
  const part = leavesRoom(scene) ? findSpan(scene, spans.part, features, true) : null
  const one = { head, cue, source, content, certainty }
  return part === null ? [one] : [one, { ...one, content: part }]
}

/** Quotations that hold nobody's words yet go to the speaker before them, where the model says so. */
function continuations(
  facts: Facts,
  { continuation }: AttributionModels,
  features: FeatureList,
  found: readonly Spoken[],
): Spoken[] {
  const taken = coverage(facts.analysis.count, found)
  const inOrder = [...found].sort((a, b) => endOf(a) - endOf(b))
  const added: Spoken[] = []
  let next = 0
  let before: Spoken | undefined
  for (const quotation of facts.quotations.all) {
    while (next < inOrder.length && endOf(inOrder[next]!) <= quotation.first) before = inOrder[next++]
    if (before === undefined || !mayContinue(quotation, before)) continue
    if (taken[quotation.last]! - taken[quotation.first]! > 0) continue
    writeContinuation(features, facts, quotation, before)
    if (scoreOf(continuation, features) < 0) continue
    before = { ...before, content: quotation }
    added.push(before)
  }
  return added
}

const endOf = ({ content, cue }: Spoken): number => Math.max(content.last, cue.last)

/** How many tokens before each one belong to some content: differences tell whether a range is free. */
function coverage(count: number, found: readonly { readonly content: TokenRange }[]): Int32Array {
  const steps = new Int32Array(count + 1)
  for (const { content } of found) {
    steps[content.first]! += 1
    steps[content.last]! -= 1
  }
  const sums = new Int32Array(count + 1)
  let depth = 0
  for (let token = 0; token < count; token += 1) {
    depth += steps[token]!
    sums[token + 1] = sums[token]! + (depth > 0 ? 1 : 0)
  }
  return sums
}
