import type { Article } from "../../record/index.ts"
import { type ArticleDraft, ArticleError } from "../../text/article-draft.ts"
import { normalizeDate } from "../../text/published-date.ts"
import { readHtml } from "../../text/read-html.ts"
import { readPlain } from "../../text/read-plain.ts"
import { TIME_LIMIT_MS, TimeLimitError, withinOwnTime } from "../reading/time-limit.ts"
import { DecodingError, decodeHtml, decodeText } from "./decode.ts"
import { documentId } from "./document-id.ts"
import { DocumentError, readJsonDocument, shown } from "./json-document.ts"
import { withLanguage } from "./language.ts"
import type { RawItem } from "./raw-item.ts"

/** A document that was read, or why it was not. `where` names file and line. */
export type ParsedItem =
  | {
      readonly where: string
      readonly article: Article
      readonly warnings: readonly string[]
      readonly problem?: never
    }
  | { readonly where: string; readonly problem: string }

interface Draft {
  readonly where: string
  readonly draft: ArticleDraft
  readonly warnings: readonly string[]
}

export interface ParseOptions {
  /** Publication date of documents that carry none, ISO 8601. */
  readonly published?: string
  /** How long one document may take, in milliseconds. */
  readonly timeLimit?: number
}

type FileItem = Extract<RawItem, { kind: "file" }>

const withId = (draft: ArticleDraft, id: string | undefined): ArticleDraft =>
  draft.id === undefined && id !== undefined ? { id, ...draft } : draft

function parseJson(text: string, remedy: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DocumentError(`it is not valid JSON (${(error as Error).message}); ${remedy}`)
  }
}

/** A .json file holds one document or a list of them; in a list each stands for itself. */
function parseJsonFile(item: FileItem): (Draft | { where: string; problem: string })[] {
  const value = parseJson(
    decodeText(item.bytes),
    "a .json file holds one document or a list of them; one document a line belongs in a .jsonl file",
  )
  if (!Array.isArray(value)) {
    const { draft, warnings } = readJsonDocument(value)
    return [{ where: item.where, draft: withId(draft, item.id), warnings }]
  }
  return value.map((element: unknown, index) => {
    const where = `${item.where}: document ${index + 1}`
    return guarded(where, () => ({ where, ...readJsonDocument(element) }))
  })
}

function parsePage({ where, bytes, id, url, charset }: FileItem): Draft {
  return { where, draft: withId(readHtml(decodeHtml(bytes, charset), url), id), warnings: [] }
}

function parseFile(item: FileItem): (Draft | { where: string; problem: string })[] {
  if (item.format === "json") return parseJsonFile(item)
  const draft = readPlain(decodeText(item.bytes), { markdown: item.format === "markdown" })
  if (draft.text.trim() === "") throw new ArticleError("it holds no text")
  return [{ where: item.where, draft: withId(draft, item.id), warnings: [] }]
}

function parseLine(item: Extract<RawItem, { kind: "line" }>): Draft {
  const value = parseJson(item.text, `each line must be one document, {"text": "…"}`)
  return { where: item.where, ...readJsonDocument(value) }
}

/** What bad input throws becomes a problem of that document; so does a defect of ours, so that no other document is lost by it. */
function toProblem(where: string, error: unknown): { where: string; problem: string } {
  if (
    error instanceof DocumentError ||
    error instanceof DecodingError ||
    error instanceof ArticleError ||
    error instanceof TimeLimitError
  )
    return { where, problem: error.message }
  if (error instanceof RangeError) return { where, problem: "it is nested too deeply to be read" }
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return {
    where,
    problem: `the reader failed on it (${name}: ${message}); this is a defect of Chancery, not of the document`,
  }
}

function guarded<T>(where: string, read: () => T): T | { where: string; problem: string } {
  try {
    return read()
  } catch (error) {
    return toProblem(where, error)
  }
}

/** Gives the article its id and a publication date in ISO 8601. */
function finish({ where, draft, warnings }: Draft, options: ParseOptions): ParsedItem {
  const { published: stated, ...rest } = draft
  const own = stated === undefined ? undefined : normalizeDate(stated)
  const published = own ?? options.published
  const dated: ArticleDraft = published === undefined ? rest : { ...rest, published }
  const article: Article = { ...dated, id: draft.id ?? documentId(dated) }
  if (stated === undefined || own !== undefined) return { where, article, warnings }
  const unread = `"published" is ${shown(stated)}, not a date such as 2023-12-03 or 2023-12-03T12:24:00-05:00: left out`
  return { where, article, warnings: [...warnings, unread] }
}

function readDrafts(item: Extract<RawItem, { kind: "file" | "line" }>, timeLimit: number) {
  try {
    return withinOwnTime(() => {
      if (item.kind === "line") return [parseLine(item)]
      return item.format === "html" ? [parsePage(item)] : parseFile(item)
    }, timeLimit)
  } catch (error) {
    return [toProblem(item.where, error)]
  }
}

/** Reads one item of the input to its documents, each with an id; what cannot be read is a problem, not an exception. */
export async function parseItem(item: RawItem, options: ParseOptions): Promise<ParsedItem[]> {
  if (item.kind === "problem") return [{ where: item.where, problem: item.message }]
  if (item.kind === "article") return [{ where: item.where, article: item.article, warnings: [] }]
  const parsed: ParsedItem[] = []
  for (const read of readDrafts(item, options.timeLimit ?? TIME_LIMIT_MS)) {
    if ("draft" in read) parsed.push(finish({ ...read, draft: await withLanguage(read.draft) }, options))
    else parsed.push(read)
  }
  return parsed
}
