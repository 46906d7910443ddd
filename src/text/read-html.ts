import { type ArticleDraft, ArticleError } from "./article-draft.ts"
import { withoutFurnitureLines } from "./page/furniture-lines.ts"
import { readLinkedData } from "./page/linked-data.ts"
import { findMainContent, type MainContent } from "./page/main-content.ts"
import { gatherFacts, type PageFacts } from "./page/page-facts.ts"
import { kindOfPage, type PageKind } from "./page/page-kind.ts"
import { toMetadata } from "./page/page-metadata.ts"
import { paragraphsOf } from "./page/page-text.ts"
import { type PageTree, parsePage } from "./page/page-tree.ts"
import { visibleMarkup } from "./page/silent-parts.ts"

/** What is no article, and what to do. */
const NO_ARTICLE: Readonly<Partial<Record<PageKind, string>>> = {
  consent: "it is a consent page, not an article; save the article after the choice",
  challenge: "it is a bot check, not an article; open the page in a browser and save it there",
  error: "it is an error page, not an article",
}

/** The page gives its text only to its own script, and once more in its JSON-LD. */
const SHORT_BESIDE_BODY = 500

const PAYWALL_HINT = /(?:^|[\s_-])(?:paywall|regwall|piano-offer|subscriber-only|premium-wall|meter-wall)/

function findText(content: MainContent, facts: PageFacts, titles: readonly (string | undefined)[]): string {
  const paragraphs = paragraphsOf(content.parts, content.left)
  return withoutFurnitureLines(paragraphs, [...titles, facts.heading, facts.title]).join("\n\n")
}

/** Everything that the page shows, for what stands around the article. */
const shownIn = ({ root, elements }: PageTree): string =>
  paragraphsOf([root], new Uint8Array(elements.length)).join("\n")

/**
 * Reads a web page: its main text and what JSON-LD, OpenGraph, meta and time elements say of title, date, authors, publisher,
 * address and language. `url` is where the page came from, if known. Offsets index the text that comes out. A page that shows
 * only the beginning of an article says so in `uncoded`. Throws ArticleError where the page holds no article.
 */
export function readHtml(html: string, url?: string): ArticleDraft {
  const { markup, linkedData } = visibleMarkup(html)
  const tree = parsePage(markup)
  const facts = gatherFacts(tree)
  const linked = readLinkedData(linkedData)
  const metadata = toMetadata(facts, linked, url)
  const content = findMainContent(tree)
  const found = findText(content, facts, [metadata.title])
  const body = linked.free === false ? undefined : linked.body
  const text =
    body !== undefined && found.length < SHORT_BESIDE_BODY && body.length > found.length * 2
      ? bodyText(body)
      : found
  const kind = kindOfPage({
    title: facts.title ?? metadata.title,
    text,
    free: linked.free,
    hasPaywall: tree.elements.some(({ hints }) => hints !== "" && PAYWALL_HINT.test(hints)),
    shown: text.length < LONG_TEXT ? shownIn(tree) : "",
  })
  const refusal = NO_ARTICLE[kind]
  if (refusal !== undefined) throw new ArticleError(refusal)
  if (text === "")
    throw new ArticleError(
      "the page holds no text; save the whole article page, not a frame or a script's shell",
    )
  return { text, ...metadata, ...(kind === "paywall" ? { uncoded: "paywall" as const } : {}) }
}

/** Beyond this length no page is looked through for what it says around its article, in characters. */
const LONG_TEXT = 2500

/** The text of JSON-LD may be marked up. */
function bodyText(body: string): string {
  if (!/[<&]/.test(body)) return body.replaceAll(/[ \t]+/g, " ").trim()
  const tree = parsePage(visibleMarkup(body).markup.replaceAll(/\n\s*\n/g, "<br><br>"))
  return paragraphsOf([tree.root], new Uint8Array(tree.elements.length)).join("\n\n")
}
