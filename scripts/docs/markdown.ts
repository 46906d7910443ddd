import { Marked, type Tokens } from "marked"

/** A page of Markdown as HTML, with what others need to know of it. */
export interface RenderedPage {
  readonly html: string
  readonly title: string
  /** Ids that a link may lead to. */
  readonly anchors: ReadonlySet<string>
  /** Headings of the second level, for a list of contents. */
  readonly sections: readonly { readonly id: string; readonly text: string }[]
}

export interface CodeBlock {
  /** "sh", "js", "sql" … */
  readonly language: string
  /** What follows the language: "browser", "skip: the reason" … */
  readonly note: string
  readonly code: string
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/** The id of a heading, as code hosts make it. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/<[^>]{0,200}>/g, "")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-")

const plain = (tokens: readonly Tokens.Generic[]): string =>
  tokens
    .map((token) => (token.tokens === undefined ? String(token.text ?? "") : plain(token.tokens)))
    .join("")

/** Renders a page; `follow` gives the address of each link and picture on the site. */
export function renderMarkdown(markdown: string, follow: (target: string) => string): RenderedPage {
  const anchors = new Set([...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? ""))
  const sections: { id: string; text: string }[] = []
  let title = ""
  const marked = new Marked({ gfm: true })
  marked.use({
    walkTokens: (token) => {
      if (token.type === "link" || token.type === "image") token.href = follow(String(token.href))
    },
    renderer: {
      heading({ tokens, depth }) {
        const text = plain(tokens)
        const id = freeId(slugOf(text), anchors)
        anchors.add(id)
        if (depth === 1 && title === "") title = text
        if (depth === 2) sections.push({ id, text })
        return `<h${depth} id="${escaped(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      code({ text, lang }) {
        const [language = ""] = (lang ?? "").split(/\s/)
        return `<pre tabindex="0"><code class="language-${escaped(language)}">${escaped(text)}\n</code></pre>\n`
      },
    },
  })
  const html = String(marked.parse(markdown))
    .replaceAll("<table>", '<div class="wide" tabindex="0"><table>')
    .replaceAll("</table>", "</table></div>")
  return { html, title, anchors, sections }
}

/** Of equal headings the second is "…-1", as code hosts count them. */
function freeId(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let at = 1; ; at++) if (!taken.has(`${slug}-${at}`)) return `${slug}-${at}`
}

/** The fenced blocks of code of a page, in order. */
export const codeBlocks = (markdown: string): CodeBlock[] =>
  new Marked({ gfm: true }).lexer(markdown).flatMap((token) => {
    if (token.type !== "code") return []
    const { lang = "", text } = token as Tokens.Code
    const [language = "", ...note] = lang.split(/\s+/)
    return [{ language, note: note.join(" "), code: text }]
  })
