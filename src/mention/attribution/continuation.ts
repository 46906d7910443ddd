import type { Facts } from "./facts.ts"
import type { FeatureList } from "./features.ts"
import { type Quotation, startsParagraph } from "./quotations.ts"
import type { TokenRange } from "./scene.ts"

/** What a quotation without a cue of its own may go on from. */
export interface Spoken {
  readonly head: number
  readonly cue: TokenRange
  readonly source: TokenRange | null
  readonly content: TokenRange
}

/** Quotations farther than this from the last words of a speaker, in tokens, are not theirs any more. */
const FARTHEST = 120
const SHORTEST = 3

/** True where a quotation may be the continuation of what was said before it. */
export const mayContinue = (quotation: Quotation, before: Spoken): boolean =>
  quotation.last - quotation.first > SHORTEST &&
  quotation.first - endOf(before) <= FARTHEST &&
  quotation.first >= endOf(before)

const endOf = ({ content, cue }: Spoken): number => Math.max(content.last, cue.last)

const few = (count: number): number => (count <= 4 ? count : count <= 8 ? 5 : count <= 20 ? 6 : 7)

/** Writes what speaks for the quotation being the same speaker's words as the last attribution before it. */
export function writeContinuation(
  features: FeatureList,
  { analysis, lemma, tag, quotations }: Facts,
  quotation: Quotation,
  before: Spoken,
): void {
  const sentence = analysis.sentences[analysis.sentence[quotation.first]!]!
  const starts = quotation.first === sentence.first ? 1 : 0
  const whole = quotation.last >= sentence.last - 1 ? 1 : 0
  let paragraphs = 0
  for (let token = endOf(before); token <= quotation.first; token += 1)
    if (startsParagraph(analysis, token)) paragraphs += 1
  const opens = startsParagraph(analysis, quotation.first) ? 1 : 0
  const sentences = analysis.sentence[quotation.first]! - analysis.sentence[endOf(before) - 1]!
  const direct = quotations.at[before.content.first] !== -1 ? 1 : 0
  const gap = few(quotation.first - endOf(before))
  const length = few(quotation.last - quotation.first)
  const inverted = before.content.first < before.cue.first ? 1 : 0
  const previous = quotation.first > 0 ? lemma[quotation.first - 1]! : 0
  const shape = starts * 2 + whole
  features.clear()
  features.add(0, 0)
  features.add(1, shape, few(paragraphs), direct)
  features.add(2, shape, gap, opens)
  features.add(3, shape, few(sentences), inverted)
  features.add(4, length, shape, gap)
  features.add(5, previous, starts)
  features.add(6, lemma[quotation.last] ?? 0, whole, starts)
  features.add(7, tag[quotation.last] ?? 0, whole, gap)
  features.add(8, direct, inverted, gap)
  features.add(9, lemma[before.head]!, shape)
  features.add(10, few(paragraphs), few(sentences), shape)
  features.add(11, few(paragraphs) * 8 + gap, shape, direct)
  features.add(12, tag[quotation.first + 1] ?? 0, shape)
  features.add(13, before.source === null ? 1 : 0, tag[before.source?.first ?? 0]!, shape)
}
