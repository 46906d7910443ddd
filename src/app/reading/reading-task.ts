import type { CodingMode } from "../../event/coding-mode.ts"
import type { OwnActors } from "../../mention/lexicon/own-actors.ts"
import type { Article, Event } from "../../record/index.ts"
import { ArticleError } from "../../text/article-draft.ts"
import { bundledData } from "../bundled-data.ts"
import { type ParsedItem, parseItem } from "../documents/parse-item.ts"
import type { RawItem } from "../documents/raw-item.ts"
import { toEventLine } from "../events/event-line.ts"
import { toAnnotation } from "./annotation.ts"
import { TIME_LIMIT_MS, TimeLimitError, withinTime } from "./time-limit.ts"

/** What to do with each document, and with what. Must survive a structured clone: it goes to workers. */
export interface ReadingSettings {
  readonly output: "documents" | "articles" | "events" | "readings" | "annotations" | "conllu"
  /** Publication date of documents that carry none. */
  readonly published?: string
  /** Whether annotations carry their tokens. */
  readonly withTokens?: boolean
  /** How long one document may take, in milliseconds. */
  readonly timeLimit?: number
  /** The user's own files of actors. */
  readonly actors?: readonly OwnActors[]
  readonly mode?: CodingMode
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
  /** Documents that were not coded, by why: their language ("de"), or "paywall". */
  readonly uncoded: Readonly<Record<string, number>>
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

async function produceEvents(
  asLines: boolean,
  own: readonly OwnActors[],
  mode: CodingMode | undefined,
): Promise<Produce> {
  const { loadResources, readArticle } = await import("../../read.ts")
  const resources = loadResources(bundledData, own, mode)
  return (article) => {
    const { events } = article.uncoded === undefined ? readArticle(article, resources) : NOTHING_READ
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
  mode,
}: ReadingSettings): Promise<Produce> {
  if (output === "documents") return (article) => ({ output: line(article) })
  if (output === "articles") return (article) => ({ article })
  if (output === "annotations") return produceAnnotations(withTokens, actors)
  return output === "conllu" ? produceParses() : produceEvents(output === "events", actors, mode)
}

const NOTHING_READ: { readonly events: readonly Event[] } = { events: [] }

/** A longer text is no article, and would not be coded within any patience, in UTF-16 units. */
const LONGEST_CODED = 2_000_000
const CODING: ReadonlySet<ReadingSettings["output"]> = new Set([
  "events",
  "readings",
  "annotations",
  "conllu",
])

/** Throws where a text is too long to be coded. */
function checkLength({ text }: Article): void {
  if (text.length <= LONGEST_CODED) return
  const [length, limit] = [text.length, LONGEST_CODED].map((value) => (value / 1e6).toFixed(1))
  throw new ArticleError(
    `its text is ${length} million characters long, more than ${limit} million: split it`,
  )
}

const defect = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return `the coder failed on it (${name}: ${message}); this is a defect of Chancery, not of the document`
}

/** Adds up what came of a batch's documents. */
function toResult(
  products: readonly Product[],
  notes: readonly Note[],
  read: readonly Article[],
): ReadingResult {
  const uncoded: Record<string, number> = {}
  for (const { uncoded: reason, language = "" } of read) {
    if (reason === undefined) continue
    const why = reason === "language" ? language : reason
    uncoded[why] = (uncoded[why] ?? 0) + 1
  }
  return {
    output: products.map(({ output }) => output ?? "").join(""),
    articles: products.flatMap(({ article }) => article ?? []),
    readings: products.flatMap(({ reading }) => reading ?? []),
    notes,
    documents: products.length,
    events: products.reduce((sum, { events }) => sum + (events ?? 0), 0),
    uncoded,
    characters: read.reduce((sum, { text }) => sum + text.length, 0),
  }
}

/** Makes the task that reads a batch of items; a document that cannot be read or coded becomes a note, the others go on. */
export async function createTask(
  settings: ReadingSettings,
): Promise<(items: readonly RawItem[]) => Promise<ReadingResult>> {
  const { timeLimit = TIME_LIMIT_MS } = settings
  let produce = await createProducer(settings)
  const attempt = async (article: Article, patience?: number): Promise<Product> => {
    try {
      return withinTime(() => produce(article), timeLimit, patience)
    } catch (error) {
      // What was stopped in its midst may be left half changed: it is made anew.
      if (error instanceof TimeLimitError) produce = await createProducer(settings)
      throw error
    }
  }
  const code = async (article: Article): Promise<Product> => {
    try {
      return await attempt(article)
    } catch (error) {
      if (!(error instanceof TimeLimitError) || error.patience === undefined) throw error
      return attempt(article, error.patience)
    }
  }
  return async (items) => {
    const notes: Note[] = []
    const products: Product[] = []
    const articles: Article[] = []
    const read = async (parsed: ParsedItem): Promise<void> => {
      const { where } = parsed
      if (parsed.problem !== undefined) {
        notes.push({ level: "problem", where, message: parsed.problem })
        return
      }
      notes.push(...parsed.warnings.map((message) => ({ level: "warning", where, message }) as const))
      try {
        if (CODING.has(settings.output)) checkLength(parsed.article)
        products.push(await code(parsed.article))
        articles.push(parsed.article)
      } catch (error) {
        const isOurs = !(error instanceof TimeLimitError || error instanceof ArticleError)
        notes.push({ level: "problem", where, message: isOurs ? defect(error) : (error as Error).message })
      }
    }
    for (const item of items) for (const parsed of await parseItem(item, settings)) await read(parsed)
    return toResult(products, notes, articles)
  }
}
