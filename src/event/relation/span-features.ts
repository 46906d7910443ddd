import type { RelationResources } from "./extract.ts"
import type { FeatureSink } from "./features.ts"
import type { Pair, TokenRange } from "./pair.ts"
import { isContent, isName, wordOf } from "./words.ts"

/** What the participants are: their head and the common words in their spans ("three jailed reporters", "its decision"). */
export function addSpanFeatures(
  sink: FeatureSink,
  { analysis, actor, recipient }: Pair,
  { clusters }: RelationResources,
): void {
  for (const [side, range] of [
    ["A", actor],
    ["R", recipient],
  ] as const) {
    if (range === null) continue
    const head = wordOf(analysis, range.head)
    sink.add("head", side, head)
    sink.add("headG", side, isName(analysis, range.head) ? head : clusters.of(head))
    for (let token = range.first; token < range.last; token += 1)
      if (isContent(analysis, token)) sink.add("in", side, wordOf(analysis, token))
    sink.add("size", side, sizeOf(range))
  }
}

const sizeOf = ({ first, last }: TokenRange): string =>
  last - first > 6 ? "long" : last - first > 2 ? "middle" : "short"
