import type { TrainingOptions } from "./crf.ts"

/** Chosen by cross-validation; scores move by less than half a point around them. */
export const TAGGER_OPTIONS: TrainingOptions = {
  epochs: 8,
  rate: 0.1,
  penalty: 0.001,
  seed: 1,
  minCount: 2,
  eagerness: 0.35,
}
export const FOLD_SEED = 7
