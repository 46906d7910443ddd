import type { DataFiles } from "../codebook/data-files.ts"
import { UPOS } from "./analysis.ts"
import { type Lemmatiser, loadLemmatiser } from "./lemmatiser.ts"
import { loadSyntaxModel } from "./syntax-model.ts"
import { SyntaxNetwork } from "./syntax-network.ts"
import { loadVectors, type WordVectors } from "./vectors.ts"

/** The trained models that `analyse` runs on. The network keeps scratch memory: use one for each thread. */
export interface TextModels {
  readonly network: SyntaxNetwork
  readonly lemmatiser: Lemmatiser
  readonly vectors: WordVectors
  /** Index into UPOS of each of the network's tags. */
  readonly upos: Uint8Array
  /** Penn tag of each of the network's tags. */
  readonly penn: readonly string[]
  readonly relations: readonly string[]
}

/** Loads tagger, parser, lemmas and word vectors from data/models/. */
export function loadTextModels(data: DataFiles): TextModels {
  const vectors = loadVectors(data)
  const model = loadSyntaxModel(data)
  const pairs = model.tags.map((tag) => tag.split(" "))
  const uposNames: readonly string[] = UPOS
  return {
    network: new SyntaxNetwork(model, vectors),
    lemmatiser: loadLemmatiser(data, vectors.has),
    vectors,
    upos: Uint8Array.from(pairs, ([upos = "X"]) => uposNames.indexOf(upos)),
    penn: pairs.map(([, penn = "XX"]) => penn),
    relations: model.relations,
  }
}
