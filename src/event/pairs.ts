import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { answeredOnce, bySentence, type MentionIndex } from "./mention-index.ts"
import { childrenBy, lemmaOf } from "./syntax.ts"

/** Nouns that, counted as two, stand for two people named before: "the two presidents discussed the war". */
const PEOPLE = new Set(
  "leader president minister premier chancellor king man politician statesman official diplomat".split(" "),
)
/** Nouns that stand for two states named before: "both sides agreed". */
const STATES = new Set(
  "side country state nation neighbor neighbour party government capital ally power".split(" "),
)
const TWO = new Set(["two", "both"])

/** The index in which "the two leaders" stands for the two leaders last named before it. */
export function withPairs(analysis: Analysis, index: MentionIndex): MentionIndex {
  const pairs = new Map<Mention, readonly Mention[]>()
  for (const mention of index.all) {
    const members = pairOf(analysis, mention, index.all)
    if (members !== undefined) pairs.set(mention, members)
  }
  if (pairs.size === 0) return index
  const expand = (mentions: readonly Mention[]) =>
    mentions.flatMap((mention) => pairs.get(mention) ?? [mention])
  const all = expand(index.all)
  return {
    covering: index.covering,
    actorsAt: answeredOnce(analysis.count, (token) => expand(index.actorsAt(token))),
    actorsWithin: answeredOnce(analysis.count, (token) => expand(index.actorsWithin(token))),
    all,
    inSentence: bySentence(analysis, all),
  }
}

function pairOf(
  analysis: Analysis,
  mention: Mention,
  all: readonly Mention[],
): readonly Mention[] | undefined {
  const lemma = lemmaOf(analysis, mention.head)
  const people = PEOPLE.has(lemma)
  if (!people && !STATES.has(lemma)) return undefined
  const counted = childrenBy(analysis, mention.head, "nummod", "det").some((child) =>
    TWO.has(lemmaOf(analysis, child)),
  )
  if (!counted) return undefined
  const members: Mention[] = []
  for (const other of all.filter(({ end }) => end <= mention.start).reverse()) {
    const country = other.actor?.country
    if (country == null || members.some(({ actor }) => actor?.country === country)) continue
    if (people ? other.actor?.kind !== "person" : other.type === "nationality") continue
    members.unshift(other)
    if (members.length === 2) return members.map((member) => standIn(mention, member))
  }
  return undefined
}

/** The words of the pair with the identity of one of its members. */
const standIn = (
  { start, end, text, first, last, head }: Mention,
  { actor, chain, type }: Mention,
): Mention => ({
  start,
  end,
  text,
  first,
  last,
  head,
  actor,
  chain,
  type,
  anaphor: true,
})
