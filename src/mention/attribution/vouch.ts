import type { Attribution } from "../../record/index.ts"
import type { WordVectors } from "../../text/vectors.ts"
import { writeVector } from "./cue-features.ts"
import { type Facts, treeRelation } from "./facts.ts"
import { type FeatureList, KIND_NUMBERS } from "./features.ts"
import type { Spoken } from "./find-spoken.ts"
import { exactSubtree } from "./position-facts.ts"

const CUE_DIMENSIONS = 200
const UNNAMED = 9

/** Writes what tells a source that vouches for something ("reported that") from one that wants or judges it ("vowed to"). */
export function writeVoucher(
  features: FeatureList,
  facts: Facts,
  vectors: WordVectors,
  { head, cue, source, content, certainty }: Spoken,
  named: Attribution | null,
): void {
  const { analysis, lemma, tag, relation, quotations } = facts
  const exact = exactSubtree(facts, content.first, content.last - 1)
  const top = exact === -1 ? facts.topLeft[content.first]! : exact
  const name = top === -1 ? 0 : relation[top]!
  const kind = top === -1 ? 16 : treeRelation(analysis, top, head)
  const direct = quotations.at[content.first]! !== -1 ? 1 : 0
  const who = named === null ? UNNAMED : KIND_NUMBERS[named.kind]
  const verbal = top === -1 ? 0 : analysis.upos[top]!
  features.clear()
  features.add(0, 0)
  features.add(1, lemma[head]!)
  features.add(2, lemma[head]!, lemma[content.first]!)
  features.add(3, lemma[content.first]!, direct)
  features.add(4, name, kind)
  features.add(5, direct, content.first < cue.first ? 1 : 0)
  features.add(6, who)
  features.add(7, who, lemma[head]!)
  features.add(8, tag[head]!, verbal)
  features.add(9, source === null ? 1 : 0, direct)
  features.add(10, Math.round(Math.max(-1, Math.min(4, certainty))))
  features.add(11, name, tag[content.first]!)
  writeVector(features, facts, head, vectors, CUE_DIMENSIONS, analysis.upos[head]!)
}
