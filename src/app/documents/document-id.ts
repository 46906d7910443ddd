import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import type { ArticleDraft } from "../../text/article-draft.ts"

/** Hexadecimal digits kept of the hash: 64 bits, so that even millions of documents do not meet. */
const DIGITS = 16

/** An id from the content: the same text of the same outlet and date has the same id wherever it lies, in a browser too. */
export function documentId(draft: ArticleDraft): string {
  const parts = [draft.text, draft.title, draft.published, draft.url, draft.publisher?.name]
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, DIGITS)
}
