// `npm run bench:pages [-- --pages N]`: how fast articles are read from web pages and how well, beside Mozilla's Readability over
// linkedom on the same pages in turn. The pages are generated (test/pages): real outlets' pages are not ours to keep.
import { parseArgs } from "node:util"
import { Readability } from "@mozilla/readability"
import Table from "cli-table3"
import { parseHTML } from "linkedom"
import { readHtml } from "../src/text/read-html.ts"
import { makePages, type Page } from "../test/pages/make-pages.ts"
import { overlapOf } from "../test/pages/shingles.ts"
import { processorSeconds } from "./bench/processor-time.ts"

const ROUNDS = 3
const { values: options } = parseArgs({ options: { pages: { type: "string", default: "210" } } })
const pages = makePages(Number(options.pages))

type Reader = (html: string) => string
const READERS: Readonly<Record<string, Reader>> = {
  chancery: (html) => readHtml(html).text,
  "readability on linkedom": (html) => {
    const { document } = parseHTML(html)
    return new Readability(document as never).parse()?.textContent ?? ""
  },
}

interface Score {
  readonly pagesPerSecond: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length

/** Seconds of processor time, so that a busy machine gives the same ratio. */
function timed(read: Reader): number {
  const begun = processorSeconds()
  for (const { html } of pages) read(html)
  return processorSeconds() - begun
}

function scoreReader(read: Reader): Score {
  timed(read)
  const seconds = Array.from({ length: ROUNDS }, () => timed(read)).sort((a, b) => a - b)[
    Math.floor(ROUNDS / 2)
  ]!
  const overlaps = pages.map(({ html, story }) => overlapOf(read(html), story.paragraphs.join("\n")))
  return {
    pagesPerSecond: pages.length / seconds,
    precision: mean(overlaps.map(({ precision }) => precision)),
    recall: mean(overlaps.map(({ recall }) => recall)),
    f1: mean(overlaps.map(({ f1 }) => f1)),
  }
}

/** Shares of pages whose title, day, author and address are read as they were written. */
function metadataShares(some: readonly Page[]): string {
  const drafts = some.map(({ html, story }) => ({ draft: readHtml(html), story }))
  const share = (isRight: (at: (typeof drafts)[number]) => boolean): string =>
    (drafts.filter(isRight).length / drafts.length).toFixed(3)
  return [
    `title ${share(({ draft, story }) => draft.title === story.title)}`,
    `day ${share(({ draft, story }) => draft.published?.slice(0, 10) === story.published.slice(0, 10))}`,
    `author ${share(({ draft, story }) => draft.authors?.[0] === story.author)}`,
    `address ${share(({ draft, story }) => draft.url === story.url)}`,
  ].join(", ")
}

const table = new Table({
  style: { head: [], border: [] },
  head: ["reader", "pages/s", "precision", "recall", "F1 of 4-word runs"],
})
for (const [name, read] of Object.entries(READERS)) {
  const { pagesPerSecond, precision, recall, f1 } = scoreReader(read)
  table.push([name, pagesPerSecond.toFixed(0), precision.toFixed(3), recall.toFixed(3), f1.toFixed(3)])
}
const bytes = mean(pages.map(({ html }) => html.length))
console.log(`${table.toString()}\nRight in chancery's reading: ${metadataShares(pages)}.`)
console.log(
  `${pages.length} generated pages of ${(bytes / 1000).toFixed(0)} kB; two of the seven templates name no author. Node ${process.version}, one core, median of ${ROUNDS}.`,
)
