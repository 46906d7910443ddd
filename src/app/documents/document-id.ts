import { createHash } from "node:crypto"
import type { ArticleDraft } from "../../text/article-draft.ts"

/** Hexadecimal digits kept of the hash: 64 bits, so that even millions of documents do not meet. */
const DIGITS = 16

/** An id from the content: the same text of the same outlet and date has the same id wherever it lies. */
export function documentId(draft: ArticleDraft): string {
  const parts = [draft.text, draft.title, draft.published, draft.url, draft.publisher?.name]
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, DIGITS)
}
