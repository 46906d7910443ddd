import { annotateArticle, loadAnnotators, loadResources, readArticle } from "../../read.ts"
import type { Article, Event } from "../../record/index.ts"
import { bundledData } from "../bundled-data.ts"
import { parseItem } from "../documents/parse-item.ts"
import type { RawItem } from "../documents/raw-item.ts"
import { toEventLine } from "../events/event-line.ts"
import { toAnnotation } from "./annotation.ts"
import { parseArticles } from "./parse-output.ts"

/** What to do with each document, and with what. Must survive a structured clone: it goes to workers. */
export interface ReadingSettings {
  readonly output: "documents" | "articles" | "events" | "readings" | "annotations" | "conllu"
  /** Publication date of documents that carry none. */
  readonly published?: string
  /** Whether annotations carry their tokens. */
  readonly withTokens?: boolean
}

/** Something to tell the user about one document. A problem means that the document was lost. */
export interface Note {
  readonly level: "problem" | "warning"
  readonly where: string
  readonly message: string
}

/** What came of a batch of items. */
export interface ReadingResult {
  /** Whole lines for standard output. */
  readonly output: string
  readonly articles: readonly Article[]
  readonly readings: readonly { readonly article: Article; readonly events: readonly Event[] }[]
  readonly notes: readonly Note[]
  readonly documents: number
  readonly events: number
  /** UTF-16 units of text read. */
  readonly characters: number
}

/** What one article adds to a result. */
interface Product {
  readonly output?: string
  readonly article?: Article
  readonly reading?: ReadingResult["readings"][number]
  readonly events?: number
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** Loads what the output needs, and gives the function that makes it from one article. */
function createProducer(settings: ReadingSettings): (article: Article) => Product {
  if (settings.output === "documents") return (article) => ({ output: line(article) })
  if (settings.output === "articles") return (article) => ({ article })
  if (settings.output === "annotations") {
    const annotators = loadAnnotators(bundledData)
    const withTokens = settings.withTokens === true
    return (article) => ({ output: line(toAnnotation(annotateArticle(article, annotators), { withTokens })) })
  }
  if (settings.output === "conllu") return parseArticles(bundledData)
  const resources = loadResources(bundledData)
  return (article) => {
    const { events } = readArticle(article, resources)
    return settings.output === "events"
      ? { output: events.map((event) => line(toEventLine(event, article))).join(""), events: events.length }
      : { reading: { article, events }, events: events.length }
  }
}

const defect = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return `the coder failed on it (${name}: ${message}); this is a defect of Chancery, not of the document`
}

/** Makes the task that reads a batch of items; a document that cannot be read or coded becomes a note, the others go on. */
export function createTask(settings: ReadingSettings): (items: readonly RawItem[]) => ReadingResult {
  const produce = createProducer(settings)
  return (items) => {
    const notes: Note[] = []
    const products: Product[] = []
    let characters = 0
    for (const parsed of items.flatMap((item) => parseItem(item, settings))) {
      const { where } = parsed
      if (parsed.problem !== undefined) {
        notes.push({ level: "problem", where, message: parsed.problem })
        continue
      }
      notes.push(...parsed.warnings.map((message) => ({ level: "warning", where, message }) as const))
      try {
        products.push(produce(parsed.article))
        characters += parsed.article.text.length
      } catch (error) {
        notes.push({ level: "problem", where, message: defect(error) })
      }
    }
    return {
      output: products.map(({ output }) => output ?? "").join(""),
      articles: products.flatMap(({ article }) => article ?? []),
      readings: products.flatMap(({ reading }) => reading ?? []),
      notes,
      documents: products.length,
      events: products.reduce((sum, { events }) => sum + (events ?? 0), 0),
      characters,
    }
  }
}
