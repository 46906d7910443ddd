import { findQuotations, type Quotations } from "../../mention/attribution/quotations.ts"
import type { TokenRange } from "../../mention/attribution/scene.ts"
import { mentionsByHead } from "../../mention/attribution/source-name.ts"
import type { Attribution, AttributionMention, Mention, Span } from "../../record/index.ts"
import type { Analysis } from "../../text/analysis.ts"
import { headToken, tokenAt } from "../nearness.ts"
import { type TellerNames, tellerNames } from "./teller-name.ts"

/**
 * Somebody who may vouch for an event: the source of an attribution, with its cue and content, or anybody else whom the
 * article names, with neither ("told Reuters", "in an interview on state television"). Token indices.
 */
export interface Teller extends Attribution {
  /** The token that carries the words in the syntax tree. */
  readonly head: number
  readonly words: TokenRange
  /** The token that carries the cue, -1 without one. */
  readonly cue: number
  readonly cueWords: TokenRange | null
  readonly content: TokenRange | null
  /** The content stands in quotation marks. */
  readonly direct: boolean
  /** The words are a pronoun or a bare noun that another mention explains. */
  readonly anaphor: boolean
  /** Not the first of several that speak together. */
  readonly conjunct: boolean
}

/** Everybody in an article who may vouch for something, in the order of the text. */
export interface Tellers {
  readonly all: readonly Teller[]
  readonly quotations: Quotations
  /** Indices into `all` of those whose cue (without one: whose words) stand in a sentence. */
  readonly bySentence: readonly (readonly number[])[]
}

export function findTellers(
  analysis: Analysis,
  mentions: readonly Mention[],
  attributions: readonly AttributionMention[],
  documents: ReadonlySet<string>,
): Tellers {
  const byHead = mentionsByHead(mentions, analysis.count)
  const names = tellerNames({ analysis, mentions, byHead, documents })
  const sources = attributions.flatMap((attribution) => sourcesOf(analysis, attribution, names))
  const taken = new Set(sources.flatMap(({ head, words }) => [head, ...headsWithin(words, analysis)]))
  const others = mentions.flatMap((mention) => named(mention, taken, names))
  const all = [...sources, ...others].sort((a, b) => placeOf(a) - placeOf(b) || a.head - b.head)
  const bySentence: number[][] = analysis.sentences.map(() => [])
  all.forEach((teller, index) => {
    bySentence[analysis.sentence[placeOf(teller)]!]!.push(index)
  })
  return { all, quotations: findQuotations(analysis), bySentence }
}

/** Where a teller counts as standing: at the cue, which speaks for several contents at once. */
const placeOf = ({ cue, head }: Teller): number => (cue === -1 ? head : cue)

const rangeOf = (analysis: Analysis, { start, end }: Span): TokenRange => ({
  first: tokenAt(analysis, start),
  last: tokenAt(analysis, end - 1) + 1,
})

/** The source of an attribution; where several speak together ("A and B said"), each of them. */
function sourcesOf(analysis: Analysis, attribution: AttributionMention, names: TellerNames): Teller[] {
  const { source, cue, content, direct } = attribution
  if (source === null || content === null) return []
  const words = rangeOf(analysis, source)
  const common = {
    cue: cue === null ? -1 : headToken(analysis, cue),
    cueWords: cue === null ? null : rangeOf(analysis, cue),
    content: rangeOf(analysis, content),
    direct,
  }
  return partsOf(analysis, words, headToken(analysis, source)).flatMap((part, index) => {
    const name = names.ofWords(part)
    return name === null ? [] : [{ ...name, ...common, words: part, conjunct: index > 0 }]
  })
}

/** The words of each conjunct: up to where the next one's subtree begins. */
function partsOf(analysis: Analysis, words: TokenRange, head: number): TokenRange[] {
  const heads = [head]
  for (let token = words.first; token < words.last; token += 1)
    if (analysis.deprel[token] === "conj" && heads.includes(analysis.head[token]!) && token > head)
      heads.push(token)
  return heads.map((at, index) => {
    const next = heads[index + 1]
    const first = index === 0 ? words.first : leftEdge(analysis, at, words.first)
    const last = next === undefined ? words.last : leftEdge(analysis, next, first + 1)
    return { first, last: Math.max(last, first + 1) }
  })
}

/** The first token of those before it that hang from it in one piece, conjunctions left out. */
function leftEdge(analysis: Analysis, head: number, least: number): number {
  let first = head
  while (first > least && analysis.head[first - 1]! >= first && analysis.head[first - 1]! <= head) {
    const relation = analysis.deprel[first - 1]!
    if (relation === "cc" || relation === "punct") break
    first -= 1
  }
  return first
}

const headsWithin = ({ first, last }: TokenRange, { head }: Analysis): number[] => {
  const found: number[] = []
  for (let token = first; token < last; token += 1)
    if (head[token]! < first || head[token]! >= last) found.push(token)
  return found
}

/** A mention that is no attribution's source. */
function named(mention: Mention, taken: ReadonlySet<number>, names: TellerNames): Teller[] {
  const { head, first, last, nested, type, actor } = mention
  if (nested === true || taken.has(head) || type === "nationality" || type === "place") return []
  if (actor === null && type !== "person" && type !== "organisation" && type !== "group") return []
  const name = names.ofWords({ first, last })
  if (name === null) return []
  const nobody = { cue: -1, cueWords: null, content: null, direct: false, conjunct: false }
  return [{ ...name, ...nobody, words: { first, last } }]
}
