import type { DataFiles } from "../codebook/data-files.ts"
import { loadSoftmax, type SoftmaxModel } from "../text/softmax.ts"
import { type CueWords, loadCueWords } from "./cue-words.ts"
import { type EventNouns, loadEventNouns } from "./event-nouns.ts"
import { loadPredicates, type Predicates } from "./predicates.ts"
import { loadStatusCues, type StatusCues } from "./status.ts"

/** What the event coder learned or was told: models, cues and word lists. */
export interface EventModels {
  readonly typeModel: SoftmaxModel
  /** Proposals less sure than this are no events. */
  readonly threshold: number
  readonly statusCues: StatusCues
  readonly cueWords: CueWords
  readonly nouns: EventNouns
  readonly predicates: Predicates
}

export const TYPE_MODEL_FILE = "models/event-type.bin"
const THRESHOLD = 0.5

export function loadEventModels(data: DataFiles): EventModels {
  return { typeModel: loadSoftmax(data, TYPE_MODEL_FILE), threshold: THRESHOLD, ...loadCues(data) }
}

/** Everything but the trained model, which training itself needs. */
export function loadCues(data: DataFiles): Omit<EventModels, "typeModel" | "threshold"> {
  const predicates = loadPredicates(data)
  return {
    statusCues: loadStatusCues(data),
    cueWords: loadCueWords(data),
    nouns: new Set([...loadEventNouns(data), ...predicates.nouns]),
    predicates,
  }
}
