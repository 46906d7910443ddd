import { type CodingMode, DEFAULT_MODE } from "../../event/coding-mode.ts"
import { createExplainer, type Explainer } from "../../event/explain/explain-event.ts"
import { annotateArticle, loadResources } from "../../read.ts"
import type { Article, Explanation, Span } from "../../record/index.ts"
import { bundledData } from "../bundled-data.ts"

/** An article, and the word in it that is asked about. */
export interface Question {
  readonly article: Article
  readonly trigger: Span
}

/** Loads the coder in a mode, and gives what reads an article for explaining. */
export function createArticleExplainer(mode: CodingMode = DEFAULT_MODE): (article: Article) => Explainer {
  const resources = loadResources(bundledData, [], mode)
  return (article) =>
    createExplainer(annotateArticle(article, resources), resources.codebook, resources.events)
}

/** Makes the task of a worker: it answers why there is an event at a word, or null. An article is read once for many questions. */
export function createTask(): (question: Question) => Explanation | null {
  const explainerOf = createArticleExplainer()
  let last: { readonly article: string; readonly explainer: Explainer } | undefined
  return ({ article, trigger }) => {
    const key = `${article.id}\0${article.published}\0${article.text}`
    if (last?.article !== key) last = { article: key, explainer: explainerOf(article) }
    return last.explainer.explain(trigger) ?? null
  }
}
