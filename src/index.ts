/**
 * Chancery's library: codes a text in memory, with no file, network or store of the caller's.
 *
 * ```ts
 * import { createReader } from "chancery"
 * const reader = createReader()
 * const { events } = reader.read({ text: "…", published: "2023-12-03" })
 * ```
 */
import { bundledData } from "./app/bundled-data.ts"
import { documentId } from "./app/documents/document-id.ts"
import type { DataFiles } from "./codebook/data-files.ts"
import { explainCode } from "./codebook/explain.ts"
import { loadResources, type Reading, readArticle } from "./read.ts"
import type { ArticleDraft } from "./text/article-draft.ts"

export { DataError, type DataFiles } from "./codebook/data-files.ts"
export {
  type LinkCandidate,
  type LinkContext,
  linkEvent,
  linkEvents,
  type Outcome,
  outcomeOf,
} from "./happening/index.ts"
export { CODER, type Reading } from "./read.ts"
export * from "./record/index.ts"
export { type PairPoint, relationSeries, type SeriesOptions } from "./relation/index.ts"
export type { ArticleDraft } from "./text/article-draft.ts"

/** Reads articles one at a time; the models are loaded once, when it is made. */
export interface Reader {
  /**
   * Codes one text. `published` (ISO date or date-time) anchors relative dates; without `id` one is derived from the content.
   * Offsets in the reading are UTF-16 code units of `text`. Throws TypeError where `text` is no string.
   */
  readonly read: (article: ArticleDraft) => Reading
  /** What a code of PLOVER or CAMEO means, in a sentence. */
  readonly explain: (code: string) => string
}

/** Makes a reader from the bundled codebook, lexica and models, or from `data` (the files of data/, handed in). */
export function createReader(options: { readonly data?: DataFiles } = {}): Reader {
  const resources = loadResources(options.data ?? bundledData)
  return {
    read: (article) => readArticle({ ...article, id: article.id ?? documentId(article) }, resources),
    explain: (code) => explainCode(code, resources.codebook),
  }
}
