import type { CodingMode } from "../../event/coding-mode.ts"
import type { Article, Event } from "../../record/index.ts"
import type { ArticleDraft } from "../../text/article-draft.ts"

/** What the page asks of the worker, and what comes back under the same number. */
export type Question =
  | { readonly number: number; readonly ask: "load"; readonly mode: CodingMode; readonly data?: string }
  | { readonly number: number; readonly ask: "read"; readonly article: ArticleDraft }
  | { readonly number: number; readonly ask: "explain"; readonly code: string }

/** A text that was read: the article with its id, and its events. */
export interface BrowserReading {
  readonly article: Article
  readonly events: readonly Event[]
}

export type Answer =
  | { readonly number: number; readonly value: BrowserReading | string | null }
  | { readonly number: number; readonly error: { readonly name: string; readonly message: string } }
