import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { type AddFeature, type Features, hashingInto, noFeatures } from "../text/softmax.ts"
import { partiesKey } from "./proposal-key.ts"
import type { Proposal } from "./propose.ts"
import { hasUpos, lemmaOf, relationOf } from "./syntax.ts"

/** What the other proposals of the article say about one: whether it is told again, and how sure its rivals are. */
interface Surroundings {
  /** Surer proposals in the same sentence. */
  readonly rivals: number
  /** Surer proposals of the same category in the same sentence. */
  readonly twins: number
  /** Proposals of the same category between the same parties earlier in the article. */
  readonly earlier: number
}

/**
 * What tells whether a proposal is an event that an analyst would put on record: how sure its category is, how its
 * participants were found, and whether the article has told it already. One feature vector for each proposal.
 */
export function filterFeatures(
  analysis: Analysis,
  proposals: readonly Proposal[],
  buckets: number,
): Features[] {
  return surroundingsOf(proposals).map((around, at) => {
    const features = noFeatures()
    describeProposal(analysis, proposals[at]!, around, hashingInto(features, buckets))
    return features
  })
}

/** Of each proposal, what the others say about it. */
export function surroundingsOf(proposals: readonly Proposal[]): Surroundings[] {
  const seen = new Map<string, number>()
  const bySentence = inSentences(proposals)
  return proposals.map((proposal) => {
    const key = `${proposal.type} ${partiesKey(proposal.actors)} > ${partiesKey(proposal.recipients)}`
    const earlier = seen.get(key) ?? 0
    if (proposal.typeProbability >= 0.5) seen.set(key, earlier + 1)
    return { ...rivalsOf(proposal, bySentence.get(proposal.candidate.sentence.index) ?? []), earlier }
  })
}

function inSentences(proposals: readonly Proposal[]): Map<number, Proposal[]> {
  const found = new Map<number, Proposal[]>()
  for (const proposal of proposals) {
    const { index } = proposal.candidate.sentence
    const there = found.get(index)
    if (there === undefined) found.set(index, [proposal])
    else there.push(proposal)
  }
  return found
}

function rivalsOf(proposal: Proposal, neighbours: readonly Proposal[]): Omit<Surroundings, "earlier"> {
  let rivals = 0
  let twins = 0
  for (const other of neighbours) {
    if (other.typeProbability <= proposal.typeProbability) continue
    rivals++
    if (other.type === proposal.type) twins++
  }
  return { rivals, twins }
}

/** Probability in steps of a tenth, finer at the ends. */
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995]
const stepOf = (probability: number): number => STEPS.filter((step) => probability >= step).length

/** A proposal's features by name: hands each to `add`. */
export function describeProposal(
  analysis: Analysis,
  proposal: Proposal,
  { rivals, twins, earlier }: Surroundings,
  add: AddFeature,
): void {
  const { candidate, type, typeProbability, share, status } = proposal
  const { roles, trigger, sentence } = candidate
  const step = stepOf(typeProbability)
  add("bias")
  add("probability", typeProbability)
  for (let at = 1; at <= step; at++) add("step", 1, at)
  add("share", share)
  add("share", 1, Math.floor(share * 5))
  add("type", 1, type)
  add("type", typeProbability, type, "step")
  add("status", 1, status.status)
  add("status", 1, status.status, type)
  add("actor path", 1, roles.actorPath)
  add("actor path", 1, roles.actorPath, type)
  add("recipient path", 1, roles.recipientPath)
  add("recipient path", 1, roles.recipientPath, type)
  addSide("actor", proposal.actors, type, add)
  addSide("recipient", proposal.recipients, type, add)
  addPair(proposal, add)
  add("relation", 1, relationOf(analysis, trigger))
  add(hasUpos(analysis, trigger, "VERB") ? "verb" : hasUpos(analysis, trigger, "ADJ") ? "adjective" : "noun")
  add("p", 0.5, lemmaOf(analysis, trigger))
  const match = candidate.predicate
  add(match === undefined ? "no predicate" : match.type === type ? "predicate agrees" : "predicate differs")
  if (match !== undefined) add("strength", 1, Math.min(match.frame.length, 3), match.type === type)
  if (proposal.certainty !== undefined) addCertainty(proposal.certainty, proposal, add)
  add("rivals", 1, Math.min(rivals, 4))
  add("twins", 1, Math.min(twins, 3))
  add("earlier", 1, Math.min(earlier, 3))
  add("sentence", 1, Math.min(sentence.index, 3))
}

/** How sure the sides are; a proposal is as good as the worse of them. */
function addCertainty(
  { actor, recipient }: NonNullable<Proposal["certainty"]>,
  { actors, recipients }: Proposal,
  add: AddFeature,
): void {
  const sides = [
    ["actor", actor, actors.length > 0],
    ["recipient", recipient, recipients.length > 0],
  ] as const
  for (const [side, certainty, isNamed] of sides) {
    add(side, certainty, "certainty", isNamed)
    for (let at = 1; at <= stepOf(certainty); at++) add(side, 0.5, "certainty", isNamed, at)
  }
  const both = actor * recipient
  add("certainty", both)
  for (let at = 1; at <= stepOf(both); at++) add("certainty", 0.5, at)
}

function addSide(side: string, mentions: readonly Mention[], type: string, add: AddFeature): void {
  add(`${side}s`, 1, Math.min(mentions.length, 3))
  add(`${side}s`, 1, Math.min(mentions.length, 3), type)
  const [first] = mentions
  if (first === undefined) return
  add(side, 1, `${first.type}${first.anaphor ? " anaphor" : ""}`)
  add(side, 1, "kind", String(first.actor?.kind))
  add(side, 1, "sector", String(first.actor?.sector))
  add(side, 1, "sector", String(first.actor?.sector), type)
  add(side, 1, "country", first.actor?.country != null)
}

function addPair({ actors, recipients, type }: Proposal, add: AddFeature): void {
  const home = actors[0]?.actor?.country
  const abroad = recipients[0]?.actor?.country
  const pair = home == null || abroad == null ? "open" : home === abroad ? "within" : "between"
  add("pair", 1, pair)
  add("pair", 1, pair, type)
}
