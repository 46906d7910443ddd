import type { DataFiles } from "../../codebook/data-files.ts"
import { loadRankModel, type RankModel } from "./rank-model.ts"
import { loadTagger, type TaggerWeights } from "./tagger.ts"
import { loadWordFacts, type WordTable } from "./word-facts.ts"

/** The learned parts of finding places. */
export interface PlaceModels {
  readonly words: WordTable
  readonly tagger: TaggerWeights
  readonly ranks: RankModel
}

export const loadPlaceModels = (data: DataFiles): PlaceModels => ({
  words: loadWordFacts(data),
  tagger: loadTagger(data),
  ranks: loadRankModel(data),
})
