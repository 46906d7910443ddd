import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { readPlain } from "../../src/text/read-plain.ts"
import { createRandom, type Story } from "./story.ts"
import { TEMPLATES } from "./templates.ts"

const NEWS = resolve(import.meta.dirname, "../../examples/news")
const AUTHORS = ["Anna Berg", "Ivo Kask", "Maria del Sol", "Tomas O'Hara", "Li Na", "Jean-Luc Petit"]

/** A page and the story that stands in it. */
export interface Page {
  readonly template: string
  readonly html: string
  readonly story: Story
}

function loadStories(): Story[] {
  return readdirSync(NEWS)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name, index) => {
      const { text, title, published, publisher, url } = readPlain(readFileSync(join(NEWS, name), "utf8"), {
        markdown: true,
      })
      return {
        title: title!,
        published: published!,
        publisher: publisher!.name,
        author: AUTHORS[index % AUTHORS.length]!,
        url: url!,
        paragraphs: text
          .split(/\n\n+/)
          .map((paragraph) => paragraph.trim())
          .filter((paragraph) => paragraph !== ""),
      }
    })
}

/** Some articles are short, some go on: every third one takes another's paragraphs behind its own. */
const lengthened = (story: Story, index: number, stories: readonly Story[]): Story =>
  index % 3 === 0
    ? story
    : {
        ...story,
        paragraphs: Array.from(
          { length: 1 + (index % 3) },
          (_, step) => stories[(index + step * 31) % stories.length]!.paragraphs,
        ).flat(),
      }

/** Every example story in every template: 700 pages, the same ones each time. */
export function makePages(count = Number.POSITIVE_INFINITY): Page[] {
  const stories = loadStories()
  const pages: Page[] = []
  for (const [index, base] of stories.entries())
    for (const [template, write] of Object.entries(TEMPLATES)) {
      if (pages.length >= count) return pages
      const story = lengthened(base, index, stories)
      const used = new Set(story.paragraphs)
      const others = stories.filter(({ paragraphs }) => !paragraphs.some((paragraph) => used.has(paragraph)))
      const random = createRandom(index * 1000 + pages.length)
      const from = Math.floor(random() * others.length)
      pages.push({
        template,
        story,
        html: write(story, { random, others: [...others.slice(from), ...others.slice(0, from)] }),
      })
    }
  return pages
}
