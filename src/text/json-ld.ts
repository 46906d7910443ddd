import type { HtmlDocument } from "./html-node.ts"

/** What a page's JSON-LD says about its article; absent where it says nothing usable. */
export interface LinkedData {
  readonly title?: string
  readonly published?: string
  readonly publisher?: string
  readonly url?: string
  readonly language?: string
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogUpdate)$/
/** Blocks beyond this length (UTF-16 units) hold catalogues, not an article. */
const LONGEST_BLOCK = 500_000

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const text = (value: unknown): string | undefined => {
  const [first] = asList(value)
  return typeof first === "string" && first.trim() !== "" ? first.trim() : undefined
}

/** Publishers' templates leave comments, trailing semicolons and raw line ends in strings; what stays broken is passed over. */
function parse(block: string): unknown {
  if (block.length > LONGEST_BLOCK) return undefined
  const bare = block
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\*)/, "")
    .replace(/(?:-->|\]\]>|\*\/|;)\s*$/, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw line ends and tabs inside strings are what breaks these blocks.
    .replaceAll(/[\u0000-\u001f]/g, " ")
  try {
    return JSON.parse(bare)
  } catch {
    return undefined
  }
}

/** The objects of a block, those of its @graph included. */
const objectsOf = (value: unknown): Json[] =>
  asList(value)
    .filter(isObject)
    .flatMap((object) => [object, ...asList(object["@graph"]).filter(isObject)])

const isArticle = (object: Json): boolean =>
  asList(object["@type"]).some((type) => typeof type === "string" && ARTICLE_TYPE.test(type))

const nameOf = (value: unknown, objects: readonly Json[]): string | undefined => {
  const [first] = asList(value)
  if (!isObject(first)) return text(first)
  // {"publisher": {"@id": "#organization"}} points to another object of the block.
  const id = first["@id"]
  return text(first.name) ?? text(objects.find((object) => object["@id"] === id && "name" in object)?.name)
}

const urlOf = (article: Json): string | undefined => {
  const [page] = asList(article.mainEntityOfPage)
  return text(article.url) ?? (isObject(page) ? text(page["@id"]) : text(page))
}

/** Keys without a value are left out. */
const present = (fields: Record<string, string | undefined>): LinkedData =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Reads the first article that a page's JSON-LD describes; broken blocks are passed over. */
export function readLinkedData(document: HtmlDocument): LinkedData {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')]
  const objects = blocks.flatMap((block) => objectsOf(parse(block.textContent ?? "")))
  const article = objects.find(isArticle)
  if (article === undefined) return {}
  return present({
    title: text(article.headline) ?? text(article.name),
    published: text(article.datePublished) ?? text(article.dateCreated),
    publisher: nameOf(article.publisher, objects),
    url: urlOf(article),
    language: text(article.inLanguage),
  })
}
