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
import type { DataFiles } from "./codebook/data-files.ts"
import type { CodingMode } from "./event/coding-mode.ts"
import { type Reader, readerOver } from "./reader.ts"

export { DataError, type DataFiles } from "./codebook/data-files.ts"
export type { CodingMode } from "./event/coding-mode.ts"
export {
  type LinkCandidate,
  type LinkContext,
  linkEvent,
  linkEvents,
  type Outcome,
  outcomeOf,
} from "./happening/index.ts"
export { CODER, type Reading } from "./read.ts"
export type { Reader } from "./reader.ts"
export * from "./record/index.ts"
export { type PairPoint, relationSeries, type SeriesOptions } from "./relation/index.ts"
export type { ArticleDraft } from "./text/article-draft.ts"

/**
 * Makes a reader from the bundled codebook, lexica and models, or from `data` (the files of data/, handed in). `mode` is
 * "accurate" where none is given; "fast" does without the transformer.
 */
export const createReader = (
  options: { readonly data?: DataFiles; readonly mode?: CodingMode } = {},
): Reader => readerOver(options.data ?? bundledData, options.mode)
