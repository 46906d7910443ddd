import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Article } from "../../src/record/index.ts"
import { readPlain } from "../../src/text/read-plain.ts"

export const ROOT = resolve(import.meta.dirname, "../..")
const NEWS = join(ROOT, "examples/news")

/** The example articles, repeated under new ids until they hold at least so many characters. */
export function sampleArticles(characters: number): Article[] {
  const articles = readdirSync(NEWS)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => ({ id: name, ...readPlain(readFileSync(join(NEWS, name), "utf8"), { markdown: true }) }))
  const sample: Article[] = []
  let length = 0
  for (let round = 0; length < characters; round++)
    for (const article of articles) {
      if (length >= characters) break
      sample.push({ ...article, id: `${round}/${article.id}` })
      length += article.text.length
    }
  return sample
}

/** UTF-16 units of all texts; English news is all but one byte each in UTF-8. */
export const charactersOf = (articles: readonly Article[]): number =>
  articles.reduce((sum, { text }) => sum + text.length, 0)
