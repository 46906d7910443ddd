import type { Codebook } from "../codebook/codebook.ts"
import type { Event, EventType } from "../record/index.ts"
import { predict } from "../text/softmax.ts"
import type { CodingInput } from "./coding-input.ts"
import type { EventModels } from "./event-models.ts"
import { filterFeatures } from "./filter-features.ts"
import { partiesKey } from "./proposal-key.ts"
import { type Proposal, propose } from "./propose.ts"
import { matchPredicate } from "./relation/predicate-match.ts"
import { toEvent } from "./to-event.ts"

/** Every event that the article reports, in text order. */
export function codeEvents(input: CodingInput, codebook: Codebook, models: EventModels): Event[] {
  const proposals = propose(input, models)
  const { filterModel } = models
  const features = filterFeatures(input.analysis, proposals, models.predicates, filterModel.buckets)
  const judged = proposals.map((proposal, at) => ({
    ...proposal,
    confidence: Math.max(predict(filterModel, features[at]!)[1]!, assurance(input, proposal, models)),
  }))
  const kept = judged.filter(({ confidence }) => confidence >= models.threshold)
  return withoutRepetition(kept).map((proposal) => toEvent(input, proposal, codebook, models))
}

/** A category this sure needs no second judgement where the lexicon agrees and two states take part. */
const SURE_TYPE = 0.6
/** How sure an event is on those grounds: half as sure as its category. */
const ASSURED_SHARE = 0.5

/** Categories that shade into one another: which of them it is matters less than that it is one. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ["CONCEDE", "RETREAT", "COOPERATE"],
  ["COERCE", "SANCTION"],
  ["AGREE", "SUPPORT", "CONSULT"],
]
const familyOf = (type: EventType): EventType => FAMILIES.find((family) => family.includes(type))?.[0] ?? type

/** Confidence that a proposal earns without the filter: two states, and model and predicates of one mind. */
function assurance({ analysis }: CodingInput, proposal: Proposal, { predicates }: EventModels): number {
  const countries = new Set([...proposal.actors, ...proposal.recipients].map(({ actor }) => actor?.country))
  countries.delete(null)
  countries.delete(undefined)
  if (countries.size < 2 || proposal.typeProbability < SURE_TYPE) return 0
  const told = matchPredicate(analysis, proposal.candidate.trigger, predicates)?.type
  return told !== undefined && familyOf(told) === familyOf(proposal.type)
    ? ASSURED_SHARE * proposal.typeProbability
    : 0
}

/** A proposal with the probability that an analyst would put it on record. */
export interface Judged extends Proposal {
  readonly confidence: number
}

/** A sentence that names one act twice ("held talks") reports it once: the surer proposal stays. */
function withoutRepetition(proposals: readonly Judged[]): Judged[] {
  const best = new Map<string, Judged>()
  for (const proposal of proposals) {
    const { candidate, type, actors, recipients } = proposal
    const key = `${candidate.sentence.index} ${type} ${partiesKey(actors)} > ${partiesKey(recipients)}`
    const known = best.get(key)
    if (known === undefined || proposal.confidence > known.confidence) best.set(key, proposal)
  }
  const kept = new Set(best.values())
  return proposals.filter((proposal) => kept.has(proposal))
}
