import type { Mention } from "../../record/index.ts"
import { sameEntity } from "../mention-index.ts"
import type { SyntacticRole } from "../role-features.ts"
import type { RoleReading } from "./event-reader.ts"

/** The network's share in what it and the models of features say together of a category, and of a role. */
const READER_OF_TYPES = 0.7
const READER_OF_ROLES = 0.6
/** Probabilities below this are taken for this: no model can rule out alone. */
const LEAST = 1e-4
/** Whom the syntax gives a side has it where they are pointed to with this probability. */
const GIVEN = 0.2
const SIDES: readonly SyntacticRole[] = ["actor", "recipient"]
/** A mention has a role beside the one that is pointed to where it alone is this likely to. */
const ALONE = 0.5

/** The network has no say about whom it has not seen. */
const shareOf = ({ isFar }: RoleReading): number => (isFar ? 0 : READER_OF_ROLES)

const logOf = (probability: number): number => Math.log(probability + LEAST)

/** The geometric mean of two models' probabilities over the same classes, weighted and scaled to sum to one. */
export function mixTypes(features: ArrayLike<number>, read: readonly number[]): Float64Array {
  const mixed = Float64Array.from(read, (probability, at) =>
    Math.exp(READER_OF_TYPES * logOf(probability) + (1 - READER_OF_TYPES) * logOf(features[at] ?? 0)),
  )
  const total = mixed.reduce((sum, part) => sum + part, 0)
  return mixed.map((part) => part / total)
}

/** A mention with what both models say of it. */
export interface RoleOpinion {
  readonly mention: Mention
  /** Probabilities by the model of features: takes no part, acts, is acted upon. */
  readonly features: ArrayLike<number>
  readonly read: RoleReading
  /** What the syntax around the trigger makes of it. */
  readonly syntax: SyntacticRole
}

/** Who is taken for a side, and the probability that the first of them is rightly so; that nobody is where none is. */
export interface Pointed {
  readonly mentions: readonly Mention[]
  readonly probability: number
}

/** Points to at most one mention as the actor (side 1) or recipient (side 2), and to others that are likely by themselves. */
export function pointTo(opinions: readonly RoleOpinion[], side: 1 | 2): Pointed {
  const weights = opinions.map(({ features, read }) => {
    const share = shareOf(read)
    const odds = logOf(features[side]!) - logOf(features[0]!)
    return Math.exp(share * read.pointed[side - 1]! + (1 - share) * odds)
  })
  const total = 1 + weights.reduce((sum, weight) => sum + weight, 0)
  const weightOf = (holds: (one: RoleOpinion) => boolean): number =>
    opinions.reduce((sum, opinion, at) => (holds(opinion) ? sum + weights[at]! : sum), 0)
  const isGiven = ({ syntax }: RoleOpinion): boolean => syntax === SIDES[side - 1]
  const given = weightOf(isGiven)
  if (given >= GIVEN * total)
    return { mentions: opinions.filter(isGiven).map(({ mention }) => mention), probability: given / total }
  // "the two presidents" are two mentions of the same words: they are pointed to together.
  const together = opinions.map(({ mention }) => weightOf((other) => isSameWords(mention, other.mention)))
  const most = Math.max(...together)
  if (!(most > 1)) return { mentions: [], probability: 1 / total }
  const first = opinions[together.indexOf(most)]!.mention
  const mentions = opinions
    .filter((opinion) => isSameWords(opinion.mention, first) || likelihoodAlone(opinion, side) >= ALONE)
    .map(({ mention }) => mention)
  return { mentions, probability: most / total }
}

const isSameWords = (a: Mention, b: Mention): boolean => a.first === b.first && a.last === b.last

function likelihoodAlone({ features, read }: RoleOpinion, side: 1 | 2): number {
  const share = shareOf(read)
  const parts = read.alone.map((probability, at) =>
    Math.exp(share * logOf(probability) + (1 - share) * logOf(features[at]!)),
  )
  return parts[side]! / parts.reduce((sum, part) => sum + part, 0)
}

/** Opinions of mentions of whoever is not among those given. */
export const withoutEntities = (
  opinions: readonly RoleOpinion[],
  taken: readonly Mention[],
): readonly RoleOpinion[] =>
  opinions.filter(({ mention }) => !taken.some((other) => sameEntity(other, mention)))
