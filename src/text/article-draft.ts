import type { Article } from "../record/index.ts"

/** An article as a reader of one format found it; whoever reads the file gives it an id where it carries none. */
export type ArticleDraft = Omit<Article, "id"> & { readonly id?: string }

/** A text in which no article could be found; the message says what was expected and what to do. */
export class ArticleError extends Error {
  override readonly name = "ArticleError"
}
