import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import fc from "fast-check"
import { importDatasets } from "../../src/app/datasets/import-datasets.ts"
import { loadLookups } from "../../src/app/datasets/lookups.ts"
import { EventError, readEventLine } from "../../src/app/events/read-event-line.ts"
import { FeedError, readFeed, readFeedList } from "../../src/app/watch/parse-feed.ts"
import { DataError } from "../../src/codebook/data-files.ts"
import { parseOutlets } from "../../src/codebook/outlets.ts"
import { readDictionary } from "../../src/mention/lexicon/dictionary-file.ts"
import { openStore, parseQuery, QueryError, recogniseDataset } from "../../src/store/index.ts"
import { GDELT_EVENTS, ICEWS, POLECAT } from "../../src/view/formats/index.ts"

const folder = mkdtempSync(join(tmpdir(), "chancery-hostile-readers-"))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a reader; gives what it gave, or the error that it is meant to throw. Any other error fails. */
function readOr<T>(read: () => T, ...expected: readonly (new (message: string) => Error)[]): T | Error {
  try {
    return read()
  } catch (error) {
    if (expected.some((kind) => error instanceof kind)) return error as Error
    throw error
  }
}

/** CPU seconds. */
function secondsOf(work: () => void): number {
  const begun = process.cpuUsage()
  work()
  return process.cpuUsage(begun).user / 1e6
}

/** Far more than any of these takes, and far less than anything worse than linear would. */
const MOST_SECONDS = 10
const MANY = 200_000
const HOSTILE: Readonly<Record<string, string>> = {
  empty: "",
  nul: "\0".repeat(1000),
  blanks: " ".repeat(MANY),
  lines: "\n".repeat(MANY),
  tabs: "\t".repeat(MANY),
  brackets: "[".repeat(MANY),
  braces: "{".repeat(MANY),
  quotes: '"'.repeat(MANY),
  commas: ",".repeat(MANY),
  angles: "<".repeat(MANY),
  surrogates: "\ud800".repeat(1000),
  overrides: "\u202e\u2066".repeat(1000),
  word: "x".repeat(MANY),
  nested: "<a>".repeat(MANY),
  comments: "<!--".repeat(MANY),
  cdata: "<![CDATA[".repeat(MANY),
}
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`

test("a feed is entries or a FeedError, in time, whatever it holds", () => {
  const feeds = {
    ...HOSTILE,
    ...Object.fromEntries(
      Object.entries(HOSTILE).map(([name, text]) => [
        `item of ${name}`,
        rss(`<item><link>/a</link><title>${text}</title></item>`),
      ]),
    ),
    items: rss("<item><link>/a</link></item>".repeat(50_000)),
    "deep items": rss("<item>".repeat(50_000)),
    json: `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(50_000)}`,
    entities: rss(`<item><link>/a</link><title>${"&amp;".repeat(MANY)}</title></item>`),
  }
  for (const [name, feed] of Object.entries(feeds)) {
    const seconds = secondsOf(() =>
      readOr(() => readFeed(Buffer.from(feed), "https://north.example/"), FeedError),
    )
    assert.ok(seconds < MOST_SECONDS, `${name}: ${seconds} s`)
  }
})

test("entities that a feed declares are never expanded, a billion laughs or a file of this machine", () => {
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join("")}<!ENTITY file SYSTEM "file:///etc/hostname">]>`
  const feed = `<?xml version="1.0"?>${laughs}<rss version="2.0"><channel><item><link>/a</link><title>&j;&file;</title></item></channel></rss>`
  const read = readOr(() => readFeed(Buffer.from(feed), "https://north.example/"), FeedError)
  if (read instanceof Error) return
  assert.ok((read[0]?.title ?? "").length < 100)
})

test("a list of feeds, a query, an event, a table of outlets and a dictionary of actors are read or refused, in time", () => {
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    feeds: (text) => readOr(() => readFeedList(text), FeedError),
    opml: (text) => readOr(() => readFeedList(`<opml><body><outline text="${text}">`), FeedError),
    query: (text) => readOr(() => parseQuery(text), QueryError),
    dictionary: (text) => readDictionary("own.actors", text),
    outlets: (text) => readOr(() => parseOutlets("own.tsv", `name\tcountry\n${text}`), DataError),
    dataset: (text) => recogniseDataset(text),
  }
  for (const [reader, read] of Object.entries(readers))
    for (const [name, text] of Object.entries(HOSTILE)) {
      const seconds = secondsOf(() => read(text))
      assert.ok(seconds < MOST_SECONDS, `${reader} of ${name}: ${seconds} s`)
    }
})

test("no text makes the readers of feeds, queries and dictionaries throw what they do not promise", () => {
  const piece = fc.constantFrom(
    "<item>",
    "</item>",
    "<link>",
    "http://a.example/",
    '"',
    "*",
    ":",
    "pair:",
    "BLR-CHN",
    "OR",
    "-",
    "(",
    ")",
    "[",
    "]",
    "+",
    "\n",
    "\t",
    "#",
    "!A! = B",
    "\u202e",
    "\ud800",
  )
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 12 })
    .map((parts) => parts.join(""))
  fc.assert(
    fc.property(text, (given) => {
      readOr(() => readFeed(Buffer.from(rss(given)), "https://north.example/"), FeedError)
      readOr(() => readFeed(Buffer.from(given), "https://north.example/"), FeedError)
      readOr(() => readFeedList(given), FeedError)
      readOr(() => parseQuery(given), QueryError)
      readDictionary("own.actors", given)
    }),
    { numRuns: 500 },
  )
})

test("any JSON is an event or no event, and never a half one", () => {
  const json = fc.record(
    {
      id: fc.jsonValue(),
      document: fc.jsonValue(),
      evidence: fc.jsonValue(),
      actors: fc.jsonValue(),
      date: fc.jsonValue(),
      place: fc.jsonValue(),
      status: fc.oneof(fc.jsonValue(), fc.constant("occurred")),
      type: fc.oneof(fc.jsonValue(), fc.constant("CONSULT")),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(json, (given) => {
      const event = readOr(() => readEventLine(given as Parameters<typeof readEventLine>[0]), EventError)
      if (event instanceof Error) return
      assert.equal(typeof event.id, "string")
      assert.equal(typeof event.document, "string")
    }),
    { numRuns: 500 },
  )
})

test("a data set with anything in its rows loses no sound row, and every other one is told", async () => {
  const LOOKUPS = loadLookups()
  const gdelt = GDELT_EVENTS.columns
    .map(
      ({ name }) =>
        ({
          GLOBALEVENTID: "1",
          SQLDATE: "20231203",
          Actor1CountryCode: "BLR",
          Actor2CountryCode: "CHN",
          EventCode: "042",
          QuadClass: "1",
        })[name] ?? "",
    )
    .join("\t")
  const header = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name).join("\t")
  const icews = ICEWS.columns
    .map(({ name }) => ({ "Event ID": "1", "Event Date": "2023-12-03" })[name] ?? "")
    .join("\t")
  const polecat = POLECAT.columns
    .map(({ name }) => ({ "Event ID": "1", "Event Date": "2023-12-03", "Event Type": "CONSULT" })[name] ?? "")
    .join("\t")
  const sets = {
    gdelt2: ["", gdelt],
    icews: [header(ICEWS.columns), icews],
    polecat: [header(POLECAT.columns), polecat],
  } as const
  const store = await openStore(":memory:")
  let made = 0
  const junk = fc
    .array(
      fc.oneof(
        fc.constantFrom("\t", '"', "\0", "\r", "2023-12-03", "\u202e", "'", "\\N", ";"),
        fc.string({ unit: "binary", maxLength: 6 }),
      ),
      { maxLength: 70 },
    )
    .map((parts) => parts.join("").replaceAll("\n", " "))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(["gdelt2", "icews", "polecat"] as const)),
      fc.array(junk, { maxLength: 4 }),
      async (dataset, rows) => {
        const [head, sound] = sets[dataset]
        const path = join(folder, `${++made}.tsv`)
        const soundRow = (at: number) => sound.replace("1", String(made * 10 + at))
        const lines = [...(head === "" ? [] : [head]), soundRow(1), ...rows, soundRow(2)]
        writeFileSync(path, lines.join("\n"))
        for await (const report of importDatasets(store, path, { lookups: LOOKUPS, dataset })) {
          const told = report.rows + report.rejected.length
          assert.ok(report.rows >= 2, "both sound rows")
          const filled = rows.filter((row) => row.replaceAll("\r", "") !== "").length
          assert.ok(
            told >= 2 + filled - rows.filter((row) => row.trim() === "").length,
            `${told} rows told of ${2 + filled}`,
          )
        }
        rmSync(path)
      },
    ),
    { numRuns: 40 },
  )
  await store.close()
})
