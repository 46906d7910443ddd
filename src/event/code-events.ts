import type { Codebook } from "../codebook/codebook.ts"
import type { Event } from "../record/index.ts"
import { predict } from "../text/softmax.ts"
import { assure } from "./assurance.ts"
import type { CodingInput } from "./coding-input.ts"
import type { EventModels } from "./event-models.ts"
import { filterFeatures } from "./filter-features.ts"
import { partiesKey } from "./proposal-key.ts"
import { type Proposal, propose } from "./propose.ts"
import { toEvent } from "./to-event.ts"

/** Every event that the article reports, in text order. */
export function codeEvents(input: CodingInput, codebook: Codebook, models: EventModels): Event[] {
  const proposals = propose(input, models)
  const { filterModel } = models
  const features = filterFeatures(input.analysis, proposals, filterModel.buckets)
  const judged = proposals.map((found, at): Judged => {
    const { proposal, assurance } = assure(input, found, models)
    return { ...proposal, confidence: Math.max(predict(filterModel, features[at]!)[1]!, assurance) }
  })
  const kept = judged.filter(({ confidence }) => confidence >= models.threshold)
  return withoutRepetition(kept).map((proposal) => toEvent(input, proposal, codebook, models))
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
