import { writeBegin, writeNone } from "../../src/mention/attribution/begin-features.ts"
import { mayContinue, writeContinuation } from "../../src/mention/attribution/continuation.ts"
import { mayBeCue, writeCueFeatures } from "../../src/mention/attribution/cue-features.ts"
import { writeEnd } from "../../src/mention/attribution/end-features.ts"
import { type Facts, readFacts } from "../../src/mention/attribution/facts.ts"
import { FeatureList } from "../../src/mention/attribution/features.ts"
import { scoreEnds } from "../../src/mention/attribution/find-span.ts"
import type { ModelName } from "../../src/mention/attribution/models.ts"
import {
  endsFrom,
  type Known,
  leavesRoom,
  mayBegin,
  type SpanRole,
  setScene,
  type TokenRange,
} from "../../src/mention/attribution/scene.ts"
import type { Analysis } from "../../src/text/analysis.ts"
import type { WordVectors } from "../../src/text/vectors.ts"
import { type Choice, ChoiceBuilder } from "./choice-trainer.ts"

/** A span of PolNeAR; `parts` where it is discontinuous. */
interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly parts?: readonly (readonly [number, number])[]
}
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly attributions: readonly {
    readonly source?: GoldSpan | null
    readonly cue?: GoldSpan | null
    readonly content?: GoldSpan | null
  }[]
}

/** A gold part and a quotation are the same where they share at least this much of what either covers. */
const SAME_WORDS = 0.7

/** One gold attribution in tokens. */
interface GoldAttribution {
  readonly head: number
  readonly cue: TokenRange
  readonly source: TokenRange | null
  readonly content: TokenRange
  /** The next part of a discontinuous content, null for none. */
  readonly part: TokenRange | null
  /** All parts of the content. */
  readonly parts: readonly TokenRange[]
}

export type Examples = Record<ModelName, Choice[]>

export const noExamples = (): Examples => ({
  cue: [],
  continuation: [],
  voucher: [],
  "cue-begin": [],
  "cue-end": [],
  "source-begin": [],
  "source-end": [],
  "content-begin": [],
  "content-end": [],
  "part-begin": [],
  "part-end": [],
})

const features = new FeatureList()

/** Turns one annotated document into choices: which tokens head a cue, and where each span begins and ends. */
export function collectExamples(
  examples: Examples,
  document: GoldDocument,
  analysis: Analysis,
  vectors: WordVectors,
): void {
  const facts = readFacts(analysis)
  const golds = goldAttributions(document, analysis)
  collectCues(examples, facts, golds, vectors)
  collectContinuations(examples, facts, golds)
  for (const { head, cue, source, content, part } of golds) {
    collectSpan(examples, facts, "cue", head, {}, cue, false)
    collectSpan(examples, facts, "source", head, { cue }, source, true)
    collectSpan(examples, facts, "content", head, { cue, source }, content, false)
    collectSpan(examples, facts, "part", head, { cue, source, content }, part, true)
  }
}

function collectCues(
  examples: Examples,
  facts: Facts,
  golds: readonly GoldAttribution[],
  vectors: WordVectors,
): void {
  const heads = new Set(golds.map(({ head }) => head))
  const inside = new Set(golds.flatMap(({ cue }) => tokensOf(cue)))
  for (let token = 0; token < facts.analysis.count; token += 1) {
    if (!mayBeCue(facts, token) || (inside.has(token) && !heads.has(token))) continue
    writeCueFeatures(features, facts, token, vectors)
    const builder = new ChoiceBuilder()
    builder.add(features)
    examples.cue.push(builder.done(heads.has(token) ? 0 : -1, true))
  }
}

const tokensOf = ({ first, last }: TokenRange): number[] =>
  Array.from({ length: last - first }, (_, index) => first + index)

function collectSpan(
  examples: Examples,
  facts: Facts,
  role: SpanRole,
  head: number,
  known: Known,
  gold: TokenRange | null,
  allowNone: boolean,
): void {
  if (gold === null && !allowNone) return
  const scene = setScene(facts, role, head, known)
  if (role === "part" && !leavesRoom(scene)) return
  const begins = scene.begins.filter((token) => mayBegin(scene, token))
  const right = gold === null ? begins.length : begins.indexOf(gold.first)
  if (right === -1) return
  const begin = new ChoiceBuilder()
  for (const token of begins) {
    writeBegin(features, scene, token)
    begin.add(features)
  }
  if (allowNone) {
    writeNone(features, scene)
    begin.add(features)
  }
  examples[`${role}-begin`].push(begin.done(right, false))
  if (gold === null) return
  const ends = endsFrom(scene, gold.first)
  const last = ends.indexOf(gold.last - 1)
  if (last === -1) return
  const end = new ChoiceBuilder()
  scoreEnds(scene, gold.first, ends, (roots, token) => {
    writeEnd(features, scene, gold.first, token, roots)
    end.add(features)
  })
  examples[`${role}-end`].push(end.done(last, false))
}

/** Which quotations that hold no first part go on from the attribution before them. */
function collectContinuations(examples: Examples, facts: Facts, golds: readonly GoldAttribution[]): void {
  const inOrder = [...golds].sort((a, b) => a.head - b.head)
  for (const quotation of facts.quotations.all) {
    if (golds.some(({ content, part }) => meets(content, quotation) || (part && meets(part, quotation))))
      continue
    const before = inOrder.filter((gold) => mayContinue(quotation, gold)).at(-1)
    if (before === undefined) continue
    writeContinuation(features, facts, quotation, before)
    const builder = new ChoiceBuilder()
    builder.add(features)
    const right = before.parts.some((part) => sharedWords(part, quotation) >= SAME_WORDS)
    examples.continuation.push(builder.done(right ? 0 : -1, true))
  }
}

const meets = (a: TokenRange, b: TokenRange): boolean => a.first < b.last && b.first < a.last

function sharedWords(a: TokenRange, b: TokenRange): number {
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first)
  return shared / (Math.max(a.last, b.last) - Math.min(a.first, b.first))
}

// ---- gold spans in tokens ----------------------------------------------------------------------------------------------

function goldAttributions({ attributions }: GoldDocument, analysis: Analysis): GoldAttribution[] {
  const found = new Map<number, GoldAttribution>()
  for (const { source, cue, content } of attributions) {
    if (!cue || !content) continue
    const range = tokenRange(analysis, cue.start, cue.end)
    const head = headOf(analysis, range)
    const parts = (content.parts ?? [[content.start, content.end] as const]).map(([start, end]) =>
      tokenRange(analysis, start, end),
    )
    const { first, last } = analysis.sentences[analysis.sentence[head]!]!
    const main = parts.find((part) => part.first < last && part.last > first) ?? parts[0]!
    const part = parts.find((one) => one !== main) ?? null
    if (found.has(head)) continue
    found.set(head, {
      head,
      cue: range,
      source: source ? tokenRange(analysis, source.start, source.end) : null,
      content: main,
      part,
      parts,
    })
  }
  return [...found.values()]
}

function tokenRange({ end, count }: Analysis, from: number, to: number): TokenRange {
  const at = (offset: number) => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (end[middle]! <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return { first: at(from), last: at(to - 1) + 1 }
}

const HEAD_TAGS = ["V", "N", "J"]

/** The token that carries a cue: of those that hang from outside it, the first verb, else noun, else adjective. */
function headOf(analysis: Analysis, range: TokenRange): number {
  const roots = tokensOf(range).filter((token) => {
    const head = analysis.head[token]!
    return head < range.first || head >= range.last
  })
  for (const letter of HEAD_TAGS) {
    const found = roots.find((token) => analysis.tag[token]!.startsWith(letter))
    if (found !== undefined) return found
  }
  return roots[0] ?? range.first
}
