import { createHash } from "node:crypto"
import type { Article } from "../record/index.ts"

/** SHA-256 of everything in an article but its id: what reads otherwise, or says something else of itself, is another. */
export const contentHash = (article: Article): string =>
  digest([...firstParts(article), ...laterParts(article)])

/** True where a hash is that of an article. Records of before hold hashes that pass over who wrote it and why it is not coded. */
export const isHashOf = (hash: string, article: Article): boolean =>
  hash === contentHash(article) || hash === digest(firstParts(article))

const firstParts = (article: Article): unknown[] => [
  ...[article.text, article.title, article.published, article.url],
  ...[article.publisher?.name, article.publisher?.domain, article.language, article.participants],
]

/** Nothing where there is nothing to tell, so that hashes of before stand. */
const laterParts = ({ authors = [], uncoded }: Article): unknown[] =>
  authors.length === 0 && uncoded === undefined ? [] : [authors, uncoded]

const digest = (parts: readonly unknown[]): string =>
  createHash("sha256")
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest("hex")
