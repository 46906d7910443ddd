import assert from "node:assert/strict"
import { test } from "node:test"
import { analyse } from "scslre"
import { patternsIn, type SourcePattern } from "./collect.ts"

const { written, made } = patternsIn("src", "web/src")

/** Made from lists of words of ours, which are no patterns that could run on. */
const MADE_FROM_WORDS: ReadonlySet<string> = new Set([
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what stands in the sources
  'new RegExp(`^(?:${EVENT_TYPES.join("|")})$`, "i")',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: likewise
  'new RegExp(`</${tag}[^>]*>?`, "gi")',
])

const told = ({ source, flags, where }: SourcePattern): string => `${where} /${source}/${flags}`

test("the sources hold hundreds of regular expressions, and all are found", () => {
  assert.ok(written.length > 300, `${written.length}`)
})

test("no regular expression takes more time than in proportion to the text, by its structure", () => {
  const slow = written.flatMap((pattern) => {
    const { reports } = analyse(pattern, { reportTypes: { Move: true, Self: true, Trade: true } })
    return reports.map(
      ({ type, exponential }) => `${told(pattern)}: ${exponential ? "exponential " : ""}${type}`,
    )
  })
  assert.deepEqual(slow, [])
})

test("a regular expression is made while the program runs only from words of ours", () => {
  assert.deepEqual(
    made.filter(({ words }) => !MADE_FROM_WORDS.has(words)),
    [],
  )
})

const LENGTH = 6000
/** CPU time: some hundred times what a linear pattern takes for so many characters, a part of what a quadratic one does. */
const LONGEST_MICROSECONDS = 15_000
const PUMPS = [
  " ",
  "\n",
  " \n",
  "\r\n",
  "a",
  "A",
  "0",
  "1,",
  "{",
  "}",
  "[",
  "(",
  "<",
  "<a",
  '"',
  "'",
  "=",
  "-",
  ".",
  "/",
  "|",
  "&",
  "é",
  "\u202e",
]

/** What the pattern is made of, with and without a space behind. */
const ownPumps = ({ source }: SourcePattern): readonly string[] =>
  [...new Set(source.match(/[a-z]{2,}/gi))].slice(0, 12).flatMap((word) => [word, `${word} `])

const microseconds = (run: () => void): number => {
  const begun = process.cpuUsage()
  run()
  return process.cpuUsage(begun).user
}

test("no regular expression runs away on whitespace, on brackets, or on its own words repeated without end", () => {
  const slow: string[] = []
  for (const pattern of written) {
    const compiled = new RegExp(pattern.source, pattern.flags.replaceAll("g", ""))
    for (const pump of [...PUMPS, ...ownPumps(pattern)]) {
      const text = `${pump.repeat(Math.ceil(LENGTH / pump.length))}\u0001/\n`
      compiled.lastIndex = 0
      // What is slow but once was the machine's doing.
      const times = [0, 1, 2].map(() => () => microseconds(() => void compiled.test(text)))
      if (times.every((time) => time() > LONGEST_MICROSECONDS)) slow.push(`${told(pattern)} on "${pump}"`)
    }
  }
  assert.deepEqual(slow, [])
})
