import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Resources, readArticle } from "../src/read.ts"
import type { Article, Event } from "../src/record/index.ts"
import { readPlain } from "../src/text/read-plain.ts"

const GOLDEN = join(import.meta.dirname, "golden")

const ARTICLES = [
  { name: "article.md", markdown: true },
  { name: "article.txt", markdown: false },
] as const

/** The folders of golden articles, by name. */
export const goldenSlugs = (): string[] =>
  readdirSync(GOLDEN, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()

export const expectedFile = (slug: string): string => join(GOLDEN, slug, "expected.jsonl")

/** Reads the article of a golden folder; its id is the folder's name. */
export function goldenArticle(slug: string): Article {
  for (const { name, markdown } of ARTICLES) {
    const path = join(GOLDEN, slug, name)
    if (!existsSync(path)) continue
    return { id: slug, ...readPlain(readFileSync(path, "utf8"), { markdown }) }
  }
  throw new Error(`test/golden/${slug} holds neither article.md nor article.txt`)
}

/** What is read from the article now. */
export const goldenEvents = (slug: string, resources: Resources): Event[] => [
  ...readArticle(goldenArticle(slug), resources).events,
]

/** What is expected to be read from it; undefined where nobody has said yet. */
export function expectedEvents(slug: string): Event[] | undefined {
  const file = expectedFile(slug)
  if (!existsSync(file)) return undefined
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Event)
}

/** Fields that follow from the others or from the version, and would drown what changed. */
const DERIVED = new Set(["id", "coder", "confidence", "reasons"])

const json = (value: unknown): string => JSON.stringify(value) ?? "absent"

const name = ({ type, status, evidence }: Event): string => `${type} (${status}) “${evidence.text}”`

function fieldDifferences(expected: Event, found: Event): string[] {
  const fields = new Set([...Object.keys(expected), ...Object.keys(found)]) as Set<keyof Event>
  return [...fields]
    .filter((field) => !DERIVED.has(field) && json(expected[field]) !== json(found[field]))
    .map(
      (field) =>
        `    ${field}: expected ${json(expected[field])}\n    ${" ".repeat(field.length)}     found ${json(found[field])}`,
    )
}

/** Events are the same report where they stand in one sentence, at one trigger, between the same words. */
const place = ({ sentence, trigger, type, actors, recipients }: Event): string =>
  json([
    sentence,
    trigger?.start ?? type,
    actors.map(({ start }) => start),
    recipients.map(({ start }) => start),
  ])

/** What differs between two codings of one article, in words; empty where nothing does. */
export function describeDifferences(expected: readonly Event[], found: readonly Event[]): string[] {
  const left = new Map(found.map((event) => [place(event), event]))
  const differences: string[] = []
  for (const event of expected) {
    const same = left.get(place(event))
    left.delete(place(event))
    if (same === undefined) differences.push(`  no longer found: ${name(event)}`)
    else {
      const fields = fieldDifferences(event, same)
      if (fields.length > 0) differences.push([`  differs: ${name(event)}`, ...fields].join("\n"))
    }
  }
  for (const event of left.values()) differences.push(`  new: ${name(event)}`)
  return differences
}
