import { lineOf } from "../../text/page/page-facts.ts"
import { parsePage } from "../../text/page/page-tree.ts"
import { wikitextDate, wikitextProse } from "../../text/wikitext.ts"
import { byteLines } from "./byte-lines.ts"
import type { RawItem } from "./raw-item.ts"

/** A page's markup may be so long, in characters. */
const LONGEST_PAGE = 16 * 2 ** 20
const LONGEST_LINE = 64 * 2 ** 20

/** XML's own entities; no other is expanded. */
const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")

/** The content of the first element of this name that stands on one line. */
const elementOf = (page: string, name: string): string | undefined => {
  const open = page.indexOf(`<${name}>`)
  const close = page.indexOf(`</${name}>`, open)
  return open === -1 || close === -1 ? undefined : unescaped(page.slice(open + name.length + 2, close))
}

function markupOf(page: string): string | undefined {
  const open = page.indexOf("<text")
  const begin = page.indexOf(">", open) + 1
  const close = page.lastIndexOf("</text>")
  return open === -1 || begin === 0 || close < begin ? undefined : unescaped(page.slice(begin, close))
}

/** An article of a MediaWiki export; undefined for redirects, talk and other pages that are none. */
function exportedPage(page: string, base: string | undefined): object | undefined {
  const namespace = elementOf(page, "ns")
  const title = elementOf(page, "title")
  const markup = markupOf(page)
  if ((namespace !== undefined && namespace !== "0") || page.includes("<redirect ") || markup === undefined)
    return undefined
  const text = wikitextProse(markup)
  if (text === "") return undefined
  const published = wikitextDate(markup)
  const url =
    title === undefined || base === undefined
      ? undefined
      : `${base}${encodeURIComponent(title.replaceAll(" ", "_"))}`
  return { text, title, published, url }
}

/** A document as WikiExtractor writes it: `<doc id="1" url="…" title="…">`, then its text. */
function extractedPage(page: string): object | undefined {
  const end = page.indexOf(">")
  const attributes = parsePage(page.slice(0, end + 1)).elements[1]?.attributes
  const text = page.slice(end + 1, page.lastIndexOf("</doc>")).trim()
  if (text === "") return undefined
  const title = /\btitle="([^"]{0,500})"/.exec(page.slice(0, end))?.[1]
  return {
    text,
    title: title === undefined ? undefined : lineOf(parsePage(title).root),
    url: /\burl="([^"]{0,1000})"/.exec(page.slice(0, end))?.[1] ?? attributes?.get("href"),
  }
}

/** "<base>https://en.wikinews.org/wiki/Main_Page</base>" → the address that titles are put behind. */
const baseOf = (line: string): string | undefined => {
  const base = elementOf(line, "base")
  return base === undefined ? undefined : base.slice(0, base.lastIndexOf("/") + 1)
}

/**
 * The articles of a wiki dump: MediaWiki's XML export, or the text files of WikiExtractor. Holds one page at a time; one that is
 * not closed or too long is named and passed over.
 */
export async function* wikiItems(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem> {
  let base: string | undefined
  let open:
    | { readonly kind: "page" | "doc"; readonly line: number; lines: string[]; length: number }
    | undefined
  for await (const { number, bytes, overlong } of byteLines(chunks, LONGEST_LINE)) {
    const line = Buffer.from(bytes).toString("utf8")
    const begins = line.trimStart()
    if (begins.startsWith("<page>") || begins.startsWith("<doc ")) {
      if (open !== undefined) yield problem(path, open.line, "the page is not closed")
      open = { kind: begins.startsWith("<page>") ? "page" : "doc", line: number, lines: [], length: 0 }
    }
    if (open === undefined) {
      base ??= baseOf(line)
      continue
    }
    open.length += line.length
    if (open.length <= LONGEST_PAGE && !overlong) open.lines.push(line)
    if (!line.includes(open.kind === "page" ? "</page>" : "</doc>")) continue
    const where = `${path}:${open.line}`
    if (open.length > LONGEST_PAGE) yield problem(path, open.line, "the page is longer than any article")
    else {
      const page = open.lines.join("\n")
      const found = open.kind === "page" ? exportedPage(page, base) : extractedPage(page)
      if (found !== undefined) yield { kind: "line", where, text: JSON.stringify(found) }
    }
    open = undefined
  }
  if (open !== undefined) yield problem(path, open.line, "the page is cut off")
}

const problem = (path: string, line: number, message: string): RawItem => ({
  kind: "problem",
  where: `${path}:${line}`,
  message,
})
