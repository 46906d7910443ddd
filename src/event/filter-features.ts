import type { Mention } from "../record/index.ts"
import type { Analysis } from "../text/analysis.ts"
import { addFeature, type Features, noFeatures } from "../text/softmax.ts"
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
    describeProposal(analysis, proposals[at]!, around, (name, value = 1) =>
      addFeature(features, name, buckets, value),
    )
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
  add: (name: string, value?: number) => void,
): void {
  const { candidate, type, typeProbability, share, status } = proposal
  const { roles, trigger, sentence } = candidate
  const step = stepOf(typeProbability)
  add("bias")
  add("probability", typeProbability)
  for (let at = 1; at <= step; at++) add(`step ${at}`)
  add("share", share)
  add(`share ${Math.floor(share * 5)}`)
  add(`type ${type}`)
  add(`type ${type} step`, typeProbability)
  add(`status ${status.status}`)
  add(`status ${status.status} ${type}`)
  add(`actor path ${roles.actorPath}`)
  add(`actor path ${roles.actorPath} ${type}`)
  add(`recipient path ${roles.recipientPath}`)
  add(`recipient path ${roles.recipientPath} ${type}`)
  addSide("actor", proposal.actors, type, add)
  addSide("recipient", proposal.recipients, type, add)
  addPair(proposal, add)
  add(`relation ${relationOf(analysis, trigger)}`)
  add(hasUpos(analysis, trigger, "VERB") ? "verb" : hasUpos(analysis, trigger, "ADJ") ? "adjective" : "noun")
  add(`p ${lemmaOf(analysis, trigger)}`, 0.5)
  const match = candidate.predicate
  add(match === undefined ? "no predicate" : match.type === type ? "predicate agrees" : "predicate differs")
  if (match !== undefined) add(`strength ${Math.min(match.frame.length, 3)} ${match.type === type}`)
  if (proposal.certainty !== undefined) addCertainty(proposal.certainty, proposal, add)
  add(`rivals ${Math.min(rivals, 4)}`)
  add(`twins ${Math.min(twins, 3)}`)
  add(`earlier ${Math.min(earlier, 3)}`)
  add(`sentence ${Math.min(sentence.index, 3)}`)
}

/** How sure the sides are; a proposal is as good as the worse of them. */
function addCertainty(
  { actor, recipient }: NonNullable<Proposal["certainty"]>,
  { actors, recipients }: Proposal,
  add: (name: string, value?: number) => void,
): void {
  const sides = [
    ["actor", actor, actors.length > 0],
    ["recipient", recipient, recipients.length > 0],
  ] as const
  for (const [side, certainty, isNamed] of sides) {
    add(`${side} certainty ${isNamed}`, certainty)
    for (let at = 1; at <= stepOf(certainty); at++) add(`${side} certainty ${isNamed} ${at}`, 0.5)
  }
  const both = actor * recipient
  add("certainty", both)
  for (let at = 1; at <= stepOf(both); at++) add(`certainty ${at}`, 0.5)
}

function addSide(
  side: string,
  mentions: readonly Mention[],
  type: string,
  add: (name: string) => void,
): void {
  add(`${side}s ${Math.min(mentions.length, 3)}`)
  add(`${side}s ${Math.min(mentions.length, 3)} ${type}`)
  const [first] = mentions
  if (first === undefined) return
  add(`${side} ${first.type}${first.anaphor ? " anaphor" : ""}`)
  add(`${side} kind ${first.actor?.kind}`)
  add(`${side} sector ${first.actor?.sector}`)
  add(`${side} sector ${first.actor?.sector} ${type}`)
  add(`${side} country ${first.actor?.country != null}`)
}

function addPair({ actors, recipients, type }: Proposal, add: (name: string) => void): void {
  const home = actors[0]?.actor?.country
  const abroad = recipients[0]?.actor?.country
  const pair = home == null || abroad == null ? "open" : home === abroad ? "within" : "between"
  add(`pair ${pair}`)
  add(`pair ${pair} ${type}`)
}
