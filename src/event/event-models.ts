import type { DataFiles } from "../codebook/data-files.ts"
import type { Predicates } from "../codebook/predicates.ts"
import { loadSoftmax, type SoftmaxModel } from "../text/softmax.ts"
import { type CodingMode, DEFAULT_MODE } from "./coding-mode.ts"
import type { CueWords } from "./cue-words.ts"
import { type EventNouns, loadEventNouns } from "./event-nouns.ts"
import { EventReader } from "./reader/event-reader.ts"
import type { RelationModel } from "./relation-classifier.ts"
import type { StatusCues } from "./status.ts"
import { loadVouchingModel, type VouchingModel } from "./vouching/vouching-model.ts"

/** What the event coder learned or was told: models, cues and word lists. */
export interface EventModels {
  readonly typeModel: SoftmaxModel
  /** Weighs the rules' reading of a status with its context. */
  readonly statusModel: SoftmaxModel
  /** Judges whether a mention is the actor or the recipient of an event. */
  readonly roleModel: SoftmaxModel
  /** Second class: the proposal is an event that an analyst would put on record. */
  readonly filterModel: SoftmaxModel
  /** Proposals less sure than this are no events. */
  readonly threshold: number
  /** Reads every candidate in its context, in the accurate mode. */
  readonly reader?: Pick<EventReader, "read">
  readonly statusCues: StatusCues
  readonly cueWords: CueWords
  readonly nouns: EventNouns
  readonly predicates: Predicates
  /** The model of given pairs, whose judgement is evidence here. */
  readonly relation: RelationModel
  /** Whether somebody vouches for an event. */
  readonly vouching: VouchingModel
}

/** What was told rather than learned. */
export type EventCues = Omit<
  EventModels,
  "typeModel" | "statusModel" | "roleModel" | "filterModel" | "threshold" | "reader"
>

export const MODEL_FILES = {
  type: "models/event-type.bin",
  status: "models/event-status.bin",
  role: "models/event-role.bin",
  fast: "models/event-filter.bin",
  accurate: "models/event-filter-read.bin",
} as const
const THRESHOLDS: Readonly<Record<CodingMode, number>> = { fast: 0.3, accurate: 0.3 }

export function loadEventModels(
  data: DataFiles,
  relation: RelationModel,
  mode: CodingMode = DEFAULT_MODE,
): EventModels {
  return {
    typeModel: loadSoftmax(data, MODEL_FILES.type),
    statusModel: loadSoftmax(data, MODEL_FILES.status),
    roleModel: loadSoftmax(data, MODEL_FILES.role),
    filterModel: loadSoftmax(data, MODEL_FILES[mode]),
    threshold: THRESHOLDS[mode],
    ...(mode === "fast" ? {} : { reader: new EventReader(data) }),
    ...loadCues(data, relation),
  }
}

/** Everything but the trained model, which training itself needs. */
export function loadCues(data: DataFiles, relation: RelationModel): EventCues {
  const { predicates, statusCues, cueWords } = relation
  const nouns = predicates.rows
    .filter(({ pos }) => pos === "noun")
    .map(({ lemma }) => lemma.split(" ").at(-1) ?? "")
  return {
    statusCues,
    cueWords,
    nouns: new Set([...loadEventNouns(data), ...nouns]),
    predicates,
    relation,
    vouching: loadVouchingModel(data, relation.vectors),
  }
}
