import type { Codebook } from "../../codebook/codebook.ts"
import { explainCode } from "../../codebook/explain.ts"
import type { Event, ExplainedParticipant, Explanation, Mention, Span } from "../../record/index.ts"
import { overlaps, textSpan } from "../../record/index.ts"
import { predict } from "../../text/softmax.ts"
import { type Assured, assure } from "../assurance.ts"
import { codeEvents } from "../code-events.ts"
import type { CodingInput } from "../coding-input.ts"
import type { EventModels } from "../event-models.ts"
import { describeProposal, surroundingsOf } from "../filter-features.ts"
import { NO_EVENT, type Proposal, propose } from "../propose.ts"
import { roleFeatures, syntacticRole } from "../role-features.ts"
import { statusOf } from "../status.ts"
import { describeStatus } from "../status-features.ts"
import { describeType, predicateOf } from "../type-features.ts"
import { treePath } from "./tree-path.ts"
import { type Describe, weigh } from "./weigh.ts"

/** The filter's class of what is put on record. */
const KEPT = 1

/** An article read for explaining: what it is coded to, and why. */
export interface Explainer {
  readonly events: readonly Event[]
  /** Why there is an event, or none, at the word that these offsets touch; undefined where no word there could report one. */
  readonly explain: (trigger: Span) => Explanation | undefined
}

/** What made one proposal what it is. */
interface Case {
  readonly input: CodingInput
  readonly models: EventModels
  /** As the model proposed it, and as a second opinion left it. */
  readonly proposed: Proposal
  readonly assured: Assured
}

/** Codes an article once, so that each of its events can be explained. It decides nothing: it asks again what coding asked. */
export function createExplainer(input: CodingInput, codebook: Codebook, models: EventModels): Explainer {
  const events = codeEvents(input, codebook, models)
  const proposals = propose(input, models)
  const surroundings = surroundingsOf(proposals)
  const triggerOf = ({ candidate }: Proposal): Span => ({
    start: input.analysis.start[candidate.trigger] ?? 0,
    end: input.analysis.end[candidate.trigger] ?? 0,
  })
  const explain = (asked: Span): Explanation | undefined => {
    const at = proposals.findIndex((proposal) => overlaps(triggerOf(proposal), asked))
    const proposed = proposals[at]
    const around = surroundings[at]
    if (proposed === undefined || around === undefined) return undefined
    const trigger = triggerOf(proposed)
    const event = events.find((one) => one.trigger !== null && overlaps(one.trigger, trigger)) ?? null
    const assured = assure(input, proposed, models)
    const { type, mode, status } = assured.proposal
    const told: Case = { input, models, proposed, assured }
    const record = weigh(
      models.filterModel,
      (add) => describeProposal(input.analysis, proposed, around, add),
      { taken: models.filterModel.classes[KEPT]! },
    )
    const { probability } = record.chosen
    const { evidence } = proposed.candidate
    return {
      document: input.article.id,
      coder: input.coder,
      event,
      evidence: textSpan(input.article.text, evidence.start, evidence.end),
      trigger: {
        ...textSpan(input.article.text, trigger.start, trigger.end),
        lemma: predicateOf(input.analysis, proposed.candidate.trigger),
      },
      type: typeOf(told),
      mode,
      status: statusReasons(told),
      participants: participantsOf(told),
      record: {
        probability,
        assurance: assured.assurance,
        threshold: models.threshold,
        weighed: record,
        repeated: event === null && Math.max(probability, assured.assurance) >= models.threshold,
      },
      definitions: definitionsOf({ type, mode, status: status.status }, codebook),
    }
  }
  return { events, explain }
}

function typeOf({ input, models, proposed, assured }: Case): Explanation["type"] {
  const { candidate, type, typeProbability, share } = proposed
  const decided = assured.proposal.type
  const describe: Describe = (add) => describeType(input.analysis, candidate, models.relation, add)
  const likeliest = weigh(models.typeModel, describe, { skip: NO_EVENT }).chosen.name
  const { predicate } = candidate
  return {
    decided,
    probability: typeProbability * share,
    decidedBy: decided === type ? deciders(models, type === likeliest) : "second opinion",
    weighed: weigh(models.typeModel, describe, { taken: decided, skip: NO_EVENT }),
    predicate:
      predicate === undefined
        ? null
        : { row: predicate.id, type: predicate.type, mode: predicate.mode ?? null },
  }
}

/** Where a network read the sentence too, both had a say; the features alone are not what decided. */
function deciders({ reader }: EventModels, asFeatures: boolean): Explanation["type"]["decidedBy"] {
  if (reader === undefined) return "features"
  return asFeatures ? "features and network" : "network"
}

function statusReasons({ input, models, proposed, assured }: Case): Explanation["status"] {
  const { candidate, type } = proposed
  const rule = statusOf(input.analysis, candidate.trigger, models.statusCues)
  const decided = assured.proposal.status.status
  const changed = decided !== proposed.status.status
  return {
    decided,
    decidedBy: changed ? "second opinion" : decided === rule.status ? "rules" : "features",
    rule: { status: rule.status, reason: rule.reason },
    weighed: weigh(models.statusModel, (add) => describeStatus(input.analysis, candidate, type, rule, add), {
      taken: decided,
    }),
  }
}

function participantsOf(told: Case): ExplainedParticipant[] {
  const { actors, recipients } = told.assured.proposal
  return [
    ...actors.map((mention) => participantOf(told, mention, "actor")),
    ...recipients.map((mention) => participantOf(told, mention, "recipient")),
  ]
}

function participantOf(
  { input, models, proposed }: Case,
  mention: Mention,
  side: ExplainedParticipant["side"],
): ExplainedParticipant {
  const { candidate, type } = proposed
  const { roles } = candidate
  const features = roleFeatures(input.analysis, candidate, type, mention, models.roleModel.buckets)
  const [, actor = 0, recipient = 0] = predict(models.roleModel, features)
  const way = side === "actor" ? roles.actorPath : roles.recipientPath
  return {
    side,
    name: mention.actor?.name ?? mention.text,
    country: mention.actor?.country ?? null,
    text: mention.text,
    start: mention.start,
    end: mention.end,
    path: treePath(input.analysis, candidate.trigger, mention.head),
    rule: syntacticRole(candidate, mention) === side && way !== "" ? way : null,
    probability: { actor, recipient },
  }
}

function definitionsOf(
  { type, mode, status }: { readonly type: string; readonly mode: string | null; readonly status: string },
  codebook: Codebook,
): string[] {
  const ofMode = codebook.modes.filter((entry) => entry.type === type && entry.mode === mode)
  return [
    explainCode(type, codebook),
    ...ofMode.map(
      (entry) => `${entry.mode} (mode of ${entry.type}, score ${entry.score}): ${entry.definition}`,
    ),
    explainCode(status, codebook),
  ]
}
