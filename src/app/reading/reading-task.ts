import type { OwnActors } from "../../mention/lexicon/own-actors.ts"
import type { Article, Event } from "../../record/index.ts"
import { bundledData } from "../bundled-data.ts"
import { type ParsedItem, parseItem } from "../documents/parse-item.ts"
import type { RawItem } from "../documents/raw-item.ts"
import { toEventLine } from "../events/event-line.ts"
import { toAnnotation } from "./annotation.ts"

/** What to do with each document, and with what. Must survive a structured clone: it goes to workers. */
export interface ReadingSettings {
  readonly output: "documents" | "articles" | "events" | "readings" | "annotations" | "conllu"
  /** Publication date of documents that carry none. */
  readonly published?: string
  /** Whether annotations carry their tokens. */
  readonly withTokens?: boolean
  /** The user's own files of actors. */
  readonly actors?: readonly OwnActors[]
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

type Produce = (article: Article) => Product

async function produceAnnotations(withTokens: boolean, own: readonly OwnActors[]): Promise<Produce> {
  const { annotateArticle, loadAnnotators } = await import("../../read.ts")
  const annotators = loadAnnotators(bundledData, own)
  return (article) => ({ output: line(toAnnotation(annotateArticle(article, annotators), { withTokens })) })
}

async function produceParses(): Promise<Produce> {
  const { parseArticles } = await import("./parse-output.ts")
  return parseArticles(bundledData)
}

async function produceEvents(asLines: boolean, own: readonly OwnActors[]): Promise<Produce> {
  const { loadResources, readArticle } = await import("../../read.ts")
  const resources = loadResources(bundledData, own)
  return (article) => {
    const { events } = readArticle(article, resources)
    return asLines
      ? { output: events.map((event) => line(toEventLine(event, article))).join(""), events: events.length }
      : { reading: { article, events }, events: events.length }
  }
}

/** Loads what the output needs and no more, and gives the function that makes it from one article. */
async function createProducer({
  output,
  withTokens = false,
  actors = [],
}: ReadingSettings): Promise<Produce> {
  if (output === "documents") return (article) => ({ output: line(article) })
  if (output === "articles") return (article) => ({ article })
  if (output === "annotations") return produceAnnotations(withTokens, actors)
  return output === "conllu" ? produceParses() : produceEvents(output === "events", actors)
}

const defect = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return `the coder failed on it (${name}: ${message}); this is a defect of Chancery, not of the document`
}

/** Adds up what came of a batch's documents. */
function toResult(products: readonly Product[], notes: readonly Note[], characters: number): ReadingResult {
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

/** Makes the task that reads a batch of items; a document that cannot be read or coded becomes a note, the others go on. */
export async function createTask(
  settings: ReadingSettings,
): Promise<(items: readonly RawItem[]) => Promise<ReadingResult>> {
  const produce = await createProducer(settings)
  return async (items) => {
    const notes: Note[] = []
    const products: Product[] = []
    let characters = 0
    const read = (parsed: ParsedItem): void => {
      const { where } = parsed
      if (parsed.problem !== undefined) {
        notes.push({ level: "problem", where, message: parsed.problem })
        return
      }
      notes.push(...parsed.warnings.map((message) => ({ level: "warning", where, message }) as const))
      try {
        products.push(produce(parsed.article))
        characters += parsed.article.text.length
      } catch (error) {
        notes.push({ level: "problem", where, message: defect(error) })
      }
    }
    for (const item of items) for (const parsed of await parseItem(item, settings)) read(parsed)
    return toResult(products, notes, characters)
  }
}
