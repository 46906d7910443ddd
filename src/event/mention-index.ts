import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { caseOf, childrenBy, childrenOf, hasUpos, relationOf, withConjuncts } from "./syntax.ts"

/** Finds the mentions of actors from the tokens of the syntax tree. */
export interface MentionIndex {
  /** The longest mention that covers the token. */
  readonly covering: (token: number) => Mention | undefined
  /** Mentions with an actor that the noun phrase headed by the token stands for, coordinated ones included. */
  readonly actorsAt: (token: number) => Mention[]
  /** As actorsAt, and where the head is no actor ("Russia's proposal"), whose it is. */
  readonly actorsWithin: (token: number) => Mention[]
  readonly all: readonly Mention[]
  /** Mentions with an actor whose head stands in the sentence of that index, in the order of `all`. */
  readonly inSentence: (sentence: number) => readonly Mention[]
}

/** Prepositions that tie a thing to its owner or maker: "the proposal of Russia", "a letter from the ministry". */
const OWNING = new Set(["of", "by", "from"])

export function indexMentions(analysis: Analysis, mentions: readonly Mention[]): MentionIndex {
  const longest: (Mention | undefined)[] = new Array(analysis.count)
  const bySize = [...mentions].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
  const byHead: (Mention | undefined)[] = new Array(analysis.count)
  for (const mention of bySize) {
    for (let token = mention.first; token < mention.last; token++) longest[token] ??= mention
    if (mention.actor !== null) byHead[mention.head] ??= mention
  }
  const covering = (token: number): Mention | undefined => longest[token]

  const actorAt = (token: number): Mention | undefined => {
    const own = byHead[token]
    if (own !== undefined) return own
    const cover = longest[token]
    return cover !== undefined && cover.actor !== null && cover.head === token ? cover : undefined
  }

  const actorsAt = answeredOnce(analysis.count, (token) =>
    unique(withConjuncts(analysis, token).flatMap((at) => actorAt(at) ?? [])),
  )

  const ownersOf = (token: number): Mention[] => {
    const possessors = childrenBy(analysis, token, "nmod:poss").flatMap(actorsAt)
    if (possessors.length > 0) return possessors
    const modifiers = childrenOf(analysis, token).filter((child) => {
      const relation = relationOf(analysis, child)
      return relation === "amod" || relation === "compound" || relation === "appos"
    })
    const named = modifiers.flatMap(actorsAt)
    if (named.length > 0) return named
    return childrenBy(analysis, token, "nmod")
      .filter((child) => OWNING.has(caseOf(analysis, child)))
      .flatMap((child) => {
        const direct = actorsAt(child)
        return direct.length > 0 || !hasUpos(analysis, child, "NOUN") ? direct : ownersOf(child)
      })
  }

  const actorsWithin = answeredOnce(analysis.count, (token) => {
    const direct = actorsAt(token)
    return direct.length > 0 ? direct : unique(withConjuncts(analysis, token).flatMap(ownersOf))
  })

  return { covering, actorsAt, actorsWithin, all: mentions, inSentence: bySentence(analysis, mentions) }
}

/** Remembers what was found at each token of an article. */
export function answeredOnce<Found>(count: number, find: (token: number) => Found): (token: number) => Found {
  const known = new Array<Found | undefined>(count).fill(undefined)
  return (token) => {
    if (token < 0 || token >= count) return find(token)
    known[token] ??= find(token)
    return known[token] as Found
  }
}

const NOBODY: readonly Mention[] = []

/** Mentions with an actor by the sentence that their head stands in. */
export function bySentence(
  analysis: Analysis,
  mentions: readonly Mention[],
): (sentence: number) => readonly Mention[] {
  const found = new Map<number, Mention[]>()
  for (const mention of mentions) {
    const sentence = analysis.sentence[mention.head]
    if (mention.actor === null || sentence === undefined) continue
    const there = found.get(sentence)
    if (there === undefined) found.set(sentence, [mention])
    else there.push(mention)
  }
  return (sentence) => found.get(sentence) ?? NOBODY
}

/** Mentions without repetition of one entity: the same chain, or the same resolved actor. */
export function unique(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions) if (!kept.some((other) => sameEntity(other, mention))) kept.push(mention)
  return kept
}

/** True where two mentions speak of one entity. */
export const sameEntity = (a: Mention, b: Mention): boolean =>
  a === b ||
  a.chain === b.chain ||
  (a.actor !== null &&
    b.actor !== null &&
    a.actor.name === b.actor.name &&
    a.actor.country === b.actor.country)
