import { lineOf } from "./page-facts.ts"
import { parsePage } from "./page-tree.ts"

/** What a page's JSON-LD says about its article; absent where it says nothing usable. */
export interface LinkedData {
  readonly title?: string
  readonly published?: string
  readonly publisher?: string
  readonly authors?: readonly string[]
  readonly url?: string
  readonly language?: string
  /** The article's whole text, where the page gives it here too. */
  readonly body?: string
  /** False where the page says that its text is for subscribers. */
  readonly free?: boolean
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogUpdate)$/
/** Blocks beyond this length (UTF-16 units) hold catalogues, not an article. */
const LONGEST_BLOCK = 1_000_000
const LONGEST_NAME = 80

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Templates escape for HTML what stands in JSON: "Xi &amp; Putin". */
const unescaped = (value: string): string =>
  value.includes("&") ? (lineOf(parsePage(value).root) ?? "") : value

const text = (value: unknown): string | undefined => {
  const [first] = asList(value)
  if (typeof first !== "string") return undefined
  const bare = unescaped(first).trim()
  return bare === "" ? undefined : bare
}

/** Publishers' templates leave comments, trailing semicolons and raw line ends in strings; what stays broken is passed over. */
function parse(block: string): unknown {
  if (block.length > LONGEST_BLOCK) return undefined
  const bare = block
    .trim()
    .replace(/^(?:<!--|<!\[CDATA\[|\/\*)/, "")
    .replace(/(?:-->|\]\]>|\*\/|;)$/, "")
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

const authorsOf = (value: unknown, objects: readonly Json[]): string[] =>
  asList(value)
    .map((author) => nameOf(author, objects))
    .filter(
      (name): name is string => name !== undefined && name.length <= LONGEST_NAME && !/^https?:/.test(name),
    )

const urlOf = (article: Json): string | undefined => {
  const [page] = asList(article.mainEntityOfPage)
  return text(article.url) ?? (isObject(page) ? text(page["@id"]) : text(page))
}

/** "False", false and their like; undefined where nothing is said. */
function isFree(article: Json): boolean | undefined {
  const stated = [article, ...asList(article.hasPart).filter(isObject)].map(
    (part) => part.isAccessibleForFree,
  )
  const said = stated.filter((value) => value !== undefined).map((value) => String(value).toLowerCase())
  return said.length === 0 ? undefined : !said.some((value) => value === "false" || value.endsWith("/false"))
}

/** Keys without a value are left out. */
const present = (fields: Record<string, unknown>): LinkedData =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Reads the first article that a page's JSON-LD blocks describe; broken blocks are passed over. */
export function readLinkedData(blocks: readonly string[]): LinkedData {
  const objects = blocks.flatMap((block) => objectsOf(parse(block)))
  const article = objects.find(isArticle)
  if (article === undefined) return {}
  const authors = authorsOf(article.author, objects)
  const { articleBody } = article
  return present({
    title: text(article.headline) ?? text(article.name),
    published: text(article.datePublished) ?? text(article.dateCreated),
    publisher: nameOf(article.publisher, objects),
    authors: authors.length === 0 ? undefined : authors,
    url: urlOf(article),
    language: text(article.inLanguage),
    body: typeof articleBody === "string" && articleBody.trim() !== "" ? articleBody : undefined,
    free: isFree(article),
  })
}
