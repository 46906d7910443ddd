import type { AttributionMention, Mention, TextSpan } from "../record/index.ts"
import { textSpan } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { chainsOf } from "./attribution/chain.ts"
import { type Facts, readFacts } from "./attribution/facts.ts"
import { findSpoken } from "./attribution/find-spoken.ts"
import type { AttributionModels } from "./attribution/models.ts"
import type { TokenRange } from "./attribution/scene.ts"

/**
 * Who says what: cues, their sources and contents (offsets into the article), after the guidelines of PolNeAR (Newell et al.,
 * LREC 2018). A trained classifier picks the cues; begin and end of each span are chosen one after the other by linear models
 * over the syntax tree. A content in several parts gives one attribution for each part. `mentions` name the sources.
 */
export function findAttributions(
  analysis: Analysis,
  mentions: readonly Mention[],
  models: AttributionModels,
): AttributionMention[] {
  const facts = readFacts(analysis)
  const spoken = findSpoken(facts, models)
  const chains = chainsOf(facts, spoken, mentions, models)
  return spoken.map(({ cue, source, content }, index) => ({
    source: source === null ? null : words(analysis, source),
    cue: words(analysis, cue),
    content: words(analysis, content),
    direct: isQuoted(facts, content),
    chain: chains[index]!,
  }))
}

const words = ({ text, start, end }: Analysis, { first, last }: TokenRange): TextSpan =>
  textSpan(text, start[first]!, end[last - 1]!)

/** True where the whole content stands between quotation marks. */
function isQuoted({ quotations }: Facts, { first, last }: TokenRange): boolean {
  const index = quotations.at[first]!
  if (index === -1) return false
  const quotation = quotations.all[index]!
  return first <= quotation.first + 1 && last <= quotation.last && last >= quotation.last - 1
}
