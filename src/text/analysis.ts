/** Universal part-of-speech tags; the index is what `Analysis.upos` holds. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const
export type Upos = (typeof UPOS)[number]

/** One sentence: character offsets into the article and token indices, `last` exclusive. */
export interface Sentence {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

/**
 * The linguistic analysis of one article, as parallel arrays over its tokens.
 * `head` holds absolute token indices, -1 for a sentence's root. `tag` is the Penn Treebank tag (VBD, NNP …), `deprel` the
 * Universal Dependencies relation (nsubj, nsubj:pass, obl, nmod:poss …), both interned strings.
 */
export interface Analysis {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly upos: Uint8Array
  readonly tag: readonly string[]
  readonly lemma: readonly string[]
  readonly head: Int32Array
  readonly deprel: readonly string[]
  /** First dependent of each token in text order, -1 for none; follow `nextSibling`. */
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  /** Index of the sentence each token stands in. */
  readonly sentence: Int32Array
}
