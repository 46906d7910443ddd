import type { DataFiles } from "../codebook/data-files.ts"

/** The trained models that `analyse` runs on. */
export interface TextModels {
  readonly trained: boolean
}

/** Loads tagger, parser and lemmas from data/models/. */
export function loadTextModels(_data: DataFiles): TextModels {
  return { trained: false }
}
