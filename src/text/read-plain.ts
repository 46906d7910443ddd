import type { Publisher } from "../record/index.ts"
import type { ArticleDraft } from "./article-draft.ts"
import { type FrontMatter, readFrontMatter } from "./front-matter.ts"
import { normalizeDate, parseDateLine } from "./published-date.ts"

/** A first line longer than this is a paragraph, not a title. */
const LONGEST_TITLE = 250
/** A publication date stands among the first lines: title, standfirst, byline, date. */
const EARLY_LINES = 6

/** The first non-blank lines of a text, trimmed. */
function earlyLines(text: string): string[] {
  const lines: string[] = []
  let at = 0
  while (at < text.length && lines.length < EARLY_LINES) {
    const newline = text.indexOf("\n", at)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(at, end).trim()
    if (line !== "") lines.push(line)
    at = end + 1
  }
  return lines
}

/** "## **Xi** meets Putin ##" → "Xi meets Putin". */
const withoutMarkup = (line: string): string =>
  line
    .replace(/^#{1,6}\s+/, "")
    .replace(/\s#+$/, "")
    .replaceAll(/\*\*|__/g, "")
    .trim()

function findTitle(lines: readonly string[], markdown: boolean): string | undefined {
  const first = lines.find((line) => parseDateLine(line) === undefined)
  if (first === undefined || first.length > LONGEST_TITLE) return undefined
  const title = markdown ? withoutMarkup(first) : first
  return title === "" ? undefined : title
}

/** "*December 3, 2023*" is a date line in Markdown. */
const findDate = (lines: readonly string[], markdown: boolean): string | undefined =>
  lines
    .map((line) => parseDateLine(markdown ? line.replaceAll(/[*_]/g, "") : line))
    .find((date) => date !== undefined)

function toPublisher(fields: FrontMatter["fields"]): Publisher | undefined {
  const name = fields.get("publisher.name") ?? fields.get("publisher") ?? fields.get("outlet")
  const domain = fields.get("publisher.domain") ?? fields.get("domain")
  if (name === undefined && domain === undefined) return undefined
  return { name: name ?? domain!, ...(domain === undefined ? {} : { domain }) }
}

/** Keys of an object whose value is undefined are left out. */
const present = <T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never

/**
 * Reads plain text or Markdown. The first line is the title and an early line that is only a date is `published`, unless
 * front matter says so. `text` is the whole content after any front matter, so that offsets are the file's own.
 */
export function readPlain(content: string, { markdown }: { readonly markdown: boolean }): ArticleDraft {
  const matter = markdown ? readFrontMatter(content) : undefined
  const fields = matter?.fields ?? new Map<string, string>()
  const text = content.slice(matter?.end ?? 0)
  const lines = earlyLines(text)
  const stated = fields.get("published") ?? fields.get("date")
  return present({
    id: fields.get("id"),
    text,
    title: fields.get("title") ?? findTitle(lines, markdown),
    published: stated === undefined ? findDate(lines, markdown) : (normalizeDate(stated) ?? stated),
    url: fields.get("url") ?? fields.get("link"),
    publisher: toPublisher(fields),
    language: fields.get("language") ?? fields.get("lang"),
  }) as ArticleDraft
}
