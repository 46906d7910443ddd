import { documentId } from "./app/documents/document-id.ts"
import type { DataFiles } from "./codebook/data-files.ts"
import { explainCode } from "./codebook/explain.ts"
import { type CodingMode, DEFAULT_MODE } from "./event/coding-mode.ts"
import { loadResources, type Reading, readArticle } from "./read.ts"
import type { ArticleDraft } from "./text/article-draft.ts"

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

/** Makes a reader of a mode from the files of data/; nothing here needs Node. */
export function readerOver(data: DataFiles, mode: CodingMode = DEFAULT_MODE): Reader {
  const resources = loadResources(data, [], mode)
  return {
    read: (article) => {
      const { text }: { readonly text: unknown } = article
      if (typeof text !== "string")
        throw new TypeError(`an article's text must be a string, not ${typeof text}`)
      return readArticle({ ...article, id: article.id ?? documentId(article) }, resources)
    },
    explain: (code) => explainCode(code, resources.codebook),
  }
}
