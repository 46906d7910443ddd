import type { Attribution, Mention } from "../../record/index.ts"
import type { Facts } from "./facts.ts"
import { FeatureList, scoreOf } from "./features.ts"
import type { Spoken } from "./find-spoken.ts"
import type { AttributionModels } from "./models.ts"
import { mediaBeside, mentionsByHead, nameSource } from "./source-name.ts"
import { writeVoucher } from "./vouch.ts"

/** Attributions nested deeper than this are cut; it also ends a circle of two contents that hold each other's cue. */
const DEEPEST = 6
/** Log-odds from which on a source counts as vouching for what it says. */
const VOUCHER_THRESHOLD = -0.2

/** Verbs by which a source asserts what it says: it vouches, whatever the model thinks of its office. */
const ASSERTING = new Set(
  "accord add announce assert claim comment confirm declare emphasize emphasise explain highlight inform insist maintain mention note recall remark remind reiterate report reveal say state stress tell underline warn write".split(
    " ",
  ),
)

/**
 * The chain of each attribution, outermost first: an attribution stands within another whose content holds its cue. Only
 * sources that vouch for what they say are links, each after the outlet that it told; who wants or plans a thing does not
 * report it.
 */
export function chainsOf(
  facts: Facts,
  spoken: readonly Spoken[],
  mentions: readonly Mention[],
  models: AttributionModels,
): Attribution[][] {
  const { analysis } = facts
  const byHead = mentionsByHead(mentions, analysis.count)
  const naming = { analysis, mentions, byHead, documents: models.documents }
  const innermost = innermostContents(analysis.count, spoken)
  const features = new FeatureList()
  const links = spoken.map((one): Attribution[] => {
    const named = one.source === null ? null : nameSource(naming, one.source)
    if (named === null) return []
    writeVoucher(features, facts, models.vectors, one, named)
    const asserts = ASSERTING.has(analysis.lemma[one.head] ?? "")
    if (!asserts && scoreOf(models.voucher, features) < VOUCHER_THRESHOLD) return []
    const outlet = mediaBeside(naming, one.head)
    return outlet === null ? [named] : [outlet, named]
  })
  return spoken.map((_, index) => chainFrom(index, spoken, links, innermost))
}

function chainFrom(
  index: number,
  spoken: readonly Spoken[],
  links: readonly (readonly Attribution[])[],
  innermost: Int32Array,
): Attribution[] {
  const chain: Attribution[] = []
  const seen = new Set<number>()
  let at = index
  while (at !== -1 && !seen.has(spoken[at]!.head) && seen.size < DEEPEST) {
    seen.add(spoken[at]!.head)
    chain.unshift(...links[at]!)
    at = innermost[spoken[at]!.head]!
  }
  return chain.filter(({ name }, place) => chain[place - 1]?.name !== name)
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
