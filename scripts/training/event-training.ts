import type { Codebook } from "../../src/codebook/codebook.ts"
import { toEndToEnd } from "../../src/evaluation/adapters.ts"
import { eligible, ROLE_CLASSES } from "../../src/event/assign-roles.ts"
import type { Candidate } from "../../src/event/candidates.ts"
import type { CodingInput } from "../../src/event/coding-input.ts"
import type { EventCues, EventModels } from "../../src/event/event-models.ts"
import { filterFeatures } from "../../src/event/filter-features.ts"
import { NO_EVENT, type Proposal, type ProposalModels, propose } from "../../src/event/propose.ts"
import { roleFeatures, syntacticRole } from "../../src/event/role-features.ts"
import { statusOf } from "../../src/event/status.ts"
import { statusFeatures } from "../../src/event/status-features.ts"
import { toEvent } from "../../src/event/to-event.ts"
import { typeFeatures } from "../../src/event/type-features.ts"
import { EVENT_TYPES, type EventType, type Mention, STATUSES } from "../../src/record/index.ts"
import { packSoftmax, parseSoftmax, predict, type SoftmaxModel } from "../../src/text/softmax.ts"
import { type Alignment, align, type GoldEvent, isNamed, isSame } from "./gold-alignment.ts"
import type { HeldOutReader } from "./held-out-readings.ts"
import type { Prepared } from "./prepared.ts"
import { type Example, trainSoftmax } from "./softmax-trainer.ts"

/** Weight of single sentences beside whole articles; what they leave uncoded says nothing. */
const SENTENCE_WEIGHT = 0.3

/** The scorer of the whole-article sets: what it says of predictions for the given articles. */
export type Scorer = (
  gold: readonly unknown[],
  predictions: readonly unknown[],
) => { readonly tp: number; readonly optionalHits: number }

const SEED = 20231203
const CLASSES: readonly string[] = [NO_EVENT, ...EVENT_TYPES]
const KEEP: readonly string[] = ["drop", "keep"]
const BUCKETS = { type: 1 << 16, status: 1 << 13, role: 1 << 16, filter: 1 << 13 } as const
/** Parts into which the training articles fall, so that the filter learns from types that were predicted, not remembered. */
const PARTS = 4

export type Trained = Omit<EventModels, "threshold" | "reader"> & {
  /** The filter of what the network reads, where its readings of unseen articles were given. */
  readonly readFilterModel?: SoftmaxModel
}

/** The three models, each trained on what the ones before it predict for articles they have not seen. */
export function trainModels(
  prepared: readonly Prepared[],
  sentences: readonly Prepared[],
  cues: EventCues,
  codebook: Codebook,
  score: Scorer,
  reader?: HeldOutReader,
): Trained {
  const unseen = Array.from({ length: PARTS }, (_, part) => {
    const rest = prepared.filter((_, at) => at % PARTS !== part)
    return {
      ...cues,
      typeModel: trainTypes(rest, sentences, cues),
      statusModel: trainStatuses(rest, cues),
      roleModel: trainRoles(rest, sentences, cues),
    }
  })
  const filterOf = (more: { readonly reader?: HeldOutReader }): SoftmaxModel => {
    const examples = prepared.flatMap((one, at) =>
      more.reader?.has(one.article.id) === false
        ? []
        : filterExamples(one, { ...unseen[at % PARTS]!, ...more }, codebook, score),
    )
    return toModel(KEEP, BUCKETS.filter, examples, { epochs: 12, rate: 0.05, decay: 1e-4 })
  }
  return {
    ...cues,
    typeModel: trainTypes(prepared, sentences, cues),
    statusModel: trainStatuses(prepared, cues),
    roleModel: trainRoles(prepared, sentences, cues),
    filterModel: filterOf({}),
    ...(reader === undefined ? {} : { readFilterModel: filterOf({ reader }) }),
  }
}

/** The bytes of the models' files. */
export const packModels = ({
  typeModel,
  statusModel,
  roleModel,
  filterModel,
  readFilterModel,
}: Trained): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({
      type: typeModel,
      status: statusModel,
      role: roleModel,
      fast: filterModel,
      ...(readFilterModel === undefined ? {} : { accurate: readFilterModel }),
    }).map(([name, model]) => [name, repack(model)]),
  )

function repack({ classes, buckets, weights, scales }: SoftmaxModel): Uint8Array {
  const floats = Float32Array.from(weights, (weight, at) => weight * scales[at % classes.length]!)
  return packSoftmax(classes, buckets, floats)
}

function toModel(
  classes: readonly string[],
  buckets: number,
  examples: readonly Example[],
  settings: { readonly epochs: number; readonly rate: number; readonly decay: number },
): SoftmaxModel {
  const weights = trainSoftmax(examples, { classes: classes.length, buckets, seed: SEED, ...settings })
  return parseSoftmax(packSoftmax(classes, buckets, weights), "models")
}

// ---- categories --------------------------------------------------------------------------------------------------------

function trainTypes(
  prepared: readonly Prepared[],
  sentences: readonly Prepared[],
  cues: EventCues,
): SoftmaxModel {
  const settings = { epochs: 8, rate: 0.1, decay: 2e-4 }
  const first = toModel(CLASSES, BUCKETS.type, typeExamples(prepared, cues), settings)
  const known = typeExamples(sentences, cues, first)
    .filter(({ label }) => label !== 0)
    .map((example) => ({ ...example, weight: SENTENCE_WEIGHT }))
  return toModel(CLASSES, BUCKETS.type, [...typeExamples(prepared, cues, first), ...known], settings)
}

function typeExamples(prepared: readonly Prepared[], cues: EventCues, model?: SoftmaxModel): Example[] {
  return prepared.flatMap(({ article, input, candidates }) => {
    const features = candidates.map((candidate) =>
      typeFeatures(input.analysis, candidate, cues.relation, BUCKETS.type),
    )
    const probable = new Map(
      candidates.map((candidate, at) => [candidate, model && predict(model, features[at]!)]),
    )
    const aligned = align(article.text, input.analysis, candidates, article.gold, (candidate, gold) =>
      likelihoodOf(probable.get(candidate), gold),
    )
    return candidates.map((candidate, at) => ({
      ...features[at]!,
      ...typeLabel(aligned.get(candidate), candidate, input, cues),
    }))
  })
}

/** How likely a trigger's probabilities make a gold event; 0 without a model. */
export const likelihoodOf = (probable: Float64Array | undefined, gold: GoldEvent): number =>
  probable === undefined
    ? 0
    : 1.5 * Math.max(...[gold.type, ...gold.alt_types].map((type) => probable[CLASSES.indexOf(type)]!))

const AHEAD: ReadonlySet<string> = new Set(["planned", "expected", "promised"])
const BASES: readonly EventType[] = ["CONSULT", "SUPPORT", "COOPERATE", "AID"]

/** PLOVER's AGREE for a future meeting is, for us, a planned CONSULT: the natural category is what we learn. */
export function naturalType(
  gold: GoldEvent,
  candidate: Candidate,
  input: CodingInput,
  cues: EventCues,
): EventType {
  const ahead = AHEAD.has(statusOf(input.analysis, candidate.trigger, cues.statusCues).status)
  const told = candidate.predicate?.type
  const base = [...gold.alt_types, told].find((type) => type !== undefined && BASES.includes(type))
  return gold.type === "AGREE" && ahead && base !== undefined ? base : gold.type
}

function typeLabel(
  alignment: Alignment | undefined,
  candidate: Candidate,
  input: CodingInput,
  cues: EventCues,
): Pick<Example, "label" | "weight"> {
  if (alignment === undefined) return { label: 0, weight: 1 }
  const { gold, main } = alignment
  return {
    label: CLASSES.indexOf(naturalType(gold, candidate, input, cues)),
    weight: (gold.optional ? 0.6 : 1) * (main ? 1 : 0.6),
  }
}

// ---- statuses ----------------------------------------------------------------------------------------------------------

function trainStatuses(prepared: readonly Prepared[], cues: EventCues): SoftmaxModel {
  const examples = prepared.flatMap(({ article, input, candidates }) => {
    const aligned = align(article.text, input.analysis, candidates, article.gold, () => 0)
    return [...aligned].map(([candidate, { gold }]) => {
      const rules = statusOf(input.analysis, candidate.trigger, cues.statusCues)
      const type = naturalType(gold, candidate, input, cues)
      const features = statusFeatures(input.analysis, candidate, type, rules, BUCKETS.status)
      const accepted = [gold.status, ...(gold.alt_statuses ?? [])]
      const status = accepted.includes(rules.status) ? rules.status : gold.status
      return { ...features, label: STATUSES.indexOf(status), weight: 1 }
    })
  })
  return toModel(STATUSES, BUCKETS.status, examples, { epochs: 12, rate: 0.08, decay: 1e-4 })
}

// ---- roles -------------------------------------------------------------------------------------------------------------

function trainRoles(
  prepared: readonly Prepared[],
  sentences: readonly Prepared[],
  cues: EventCues,
): SoftmaxModel {
  const known = roleExamples(sentences, cues).map((example) => ({ ...example, weight: SENTENCE_WEIGHT }))
  return toModel(ROLE_CLASSES, BUCKETS.role, [...roleExamples(prepared, cues), ...known], {
    epochs: 10,
    rate: 0.1,
    decay: 5e-5,
  })
}

function roleExamples(prepared: readonly Prepared[], cues: EventCues): Example[] {
  return prepared.flatMap(({ article, input, index, candidates }) => {
    const aligned = align(article.text, input.analysis, candidates, article.gold, () => 0)
    return [...aligned].flatMap(([candidate, { gold }]) =>
      eligible(candidate, index).map((mention) => ({
        ...roleFeatures(
          input.analysis,
          candidate,
          naturalType(gold, candidate, input, cues),
          mention,
          BUCKETS.role,
        ),
        label: roleLabel(candidate, mention, gold),
        weight: 1,
      })),
    )
  })
}

/** A mention that fits both sides (all of one country) takes the side of its name, else the one that the syntax gives it. */
export function roleLabel(candidate: Candidate, mention: Mention, gold: GoldEvent): number {
  const role = syntacticRole(candidate, mention)
  const asSource = gold.sources.some((actor) => isSame(actor, mention))
  const asRecipient = gold.recipients.some((actor) => isSame(actor, mention))
  if (!asSource && !asRecipient) return 0
  if (asSource !== asRecipient) return asSource ? 1 : 2
  const named = (actors: GoldEvent["sources"]) => actors.some((actor) => isNamed(actor, mention))
  if (named(gold.sources) !== named(gold.recipients)) return named(gold.sources) ? 1 : 2
  return role === "actor" ? 1 : role === "recipient" || role === "located" ? 2 : 0
}

// ---- what is put on record ---------------------------------------------------------------------------------------------

/** A proposal is kept where it gains a required event, left out where it matches an optional one, else dropped. */
function filterExamples(
  { article, input }: Prepared,
  models: ProposalModels,
  codebook: Codebook,
  score: Scorer,
): Example[] {
  const proposals = propose(input, models)
  const features = filterFeatures(input.analysis, proposals, BUCKETS.filter)
  const lines = proposals.map((proposal) =>
    toEndToEnd(toEvent(input, { ...proposal, confidence: 1 }, codebook, models)),
  )
  const order = proposals
    .map((_, at) => at)
    .sort((a, b) => certainty(proposals[b]!) - certainty(proposals[a]!))
  const kept: unknown[] = []
  let gained = 0
  const labels = new Map<number, number>()
  for (const at of order) {
    const alone = score([article], [lines[at]])
    if (alone.tp + alone.optionalHits === 0) {
      labels.set(at, 0)
      continue
    }
    const { tp, optionalHits } = score([article], [...kept, lines[at]])
    if (tp > gained) {
      labels.set(at, 1)
      kept.push(lines[at])
      gained = tp
    } else if (tp + optionalHits === 0 || alone.tp > 0) labels.set(at, 0)
  }
  return [...labels].map(([at, label]) => ({ ...features[at]!, label, weight: 1 }))
}

const certainty = ({ typeProbability, share }: Proposal): number => typeProbability * share
