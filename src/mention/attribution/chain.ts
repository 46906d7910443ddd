import type { Attribution, Mention } from "../../record/index.ts"
import type { Facts } from "./facts.ts"
import { FeatureList, scoreOf } from "./features.ts"
import type { Spoken } from "./find-spoken.ts"
import type { AttributionModels } from "./models.ts"
import { mentionsByHead, nameSource } from "./source-name.ts"
import { writeVoucher } from "./vouch.ts"

/** Attributions nested deeper than this are cut; it also ends a circle of two contents that hold each other's cue. */
const DEEPEST = 6
const VOUCHER_THRESHOLD = 0

/**
 * The chain of each attribution, outermost first: an attribution stands within another whose content holds its cue. Only
 * sources that vouch for what they say are links: who wants or plans a thing does not report it.
 */
export function chainsOf(
  facts: Facts,
  spoken: readonly Spoken[],
  mentions: readonly Mention[],
  models: AttributionModels,
): Attribution[][] {
  const byHead = mentionsByHead(mentions, facts.analysis.count)
  const innermost = innermostContents(facts.analysis.count, spoken)
  const features = new FeatureList()
  const links = spoken.map((one) => {
    const named = one.source === null ? null : nameSource(facts.analysis, one.source, mentions, byHead)
    if (named === null) return null
    writeVoucher(features, facts, models.vectors, one, named)
    return scoreOf(models.voucher, features) < VOUCHER_THRESHOLD ? null : named
  })
  return spoken.map((_, index) => chainFrom(index, spoken, links, innermost))
}

function chainFrom(
  index: number,
  spoken: readonly Spoken[],
  links: readonly (Attribution | null)[],
  innermost: Int32Array,
): Attribution[] {
  const chain: Attribution[] = []
  const seen = new Set<number>()
  let at = index
  while (at !== -1 && !seen.has(spoken[at]!.head) && seen.size < DEEPEST) {
    seen.add(spoken[at]!.head)
    const link = links[at] ?? null
    if (link !== null && chain[0]?.name !== link.name) chain.unshift(link)
    at = innermost[spoken[at]!.head]!
  }
  return chain
}

/** Which attribution's content holds each token most closely, -1 for the narrator's own words. */
export function innermostContents(count: number, spoken: readonly Spoken[]): Int32Array {
  const at = new Int32Array(count).fill(-1)
  const order = spoken
    .map((_, index) => index)
    .sort((a, b) => lengthOf(spoken[b]!) - lengthOf(spoken[a]!) || a - b)
  for (const index of order) at.fill(index, spoken[index]!.content.first, spoken[index]!.content.last)
  return at
}

const lengthOf = ({ content }: Spoken): number => content.last - content.first
